// Reads dependency-cruiser's JSON and fails on a crossed arrow, or when it read nothing (which it reports as success).
import { readFileSync } from 'node:fs'

const { modules, summary } = JSON.parse(readFileSync(0, 'utf8'))
const read = modules.filter(({ source }) => source.startsWith('src/')).length
if (read < 20) {
  console.error(`dependency-cruiser read only ${read} modules of src: the check did not really run.`)
  process.exit(1)
}
for (const { from, to, rule } of summary.violations) console.error(`${from} -> ${to}: ${rule.name}`)
if (summary.error > 0) process.exit(1)
console.log(`arrows: ${read} modules, no crossed arrow`)
