// The file-size budget: small files with one subject, and at least as much test as source.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const hardLimit = 300
const medianLimit = 90
const p90Limit = 250

const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
const paths = tracked
  .split('\n')
  .filter((path) => /\.tsx?$/.test(path) && !path.includes('/pb/') && existsSync(path))
const lines = (path) => readFileSync(path, 'utf8').split('\n').length - 1
const sizes = (folder) =>
  paths.filter((path) => path.startsWith(folder)).map((path) => ({ path, lines: lines(path) }))

const source = sizes('src/').sort((a, b) => a.lines - b.lines)
const total = (list) => list.reduce((sum, file) => sum + file.lines, 0)
const at = (share) => source[Math.floor(source.length * share)]?.lines ?? 0
const ratio = total(sizes('test/')) / total(source)

const problems = source
  .filter((file) => file.lines > hardLimit)
  .map((file) => `${file.path}: ${file.lines} lines, over ${hardLimit}`)
if (at(0.5) > medianLimit) problems.push(`median ${at(0.5)} lines, over ${medianLimit}`)
if (at(0.9) > p90Limit) problems.push(`p90 ${at(0.9)} lines, over ${p90Limit}`)
if (ratio < 1) problems.push(`tests are ${ratio.toFixed(2)} of source, under 1.0`)

for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exit(1)
console.log(
  `size: ${source.length} files, median ${at(0.5)}, p90 ${at(0.9)}, tests ${ratio.toFixed(2)} of source`
)
