// Measures Starling, mostly as ratios against a baseline of the same run, and writes bench/results/NAME.json.
//
//   npm run bench NAME [-- --quick]   one of them; --quick only shows that it works, and writes nothing
//   npm run bench docs                docs/benchmarks.md from the results
import { parseArgs } from 'node:util'
import { benches } from './benches.ts'
import { writeDocs } from './docs.ts'
import { InterruptedError, withLifetime } from './support/lifetime.ts'
import { describeMachine } from './support/machine.ts'
import { ratioTable } from './support/ratio-table.ts'
import { writeResult } from './support/results.ts'
import { drawTable } from './support/table.ts'
import type { Bench } from './support/bench.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false } }
})
const [name = ''] = positionals
const bench = benches.find((one) => one.name === name)

if (name === 'docs') await writeDocs()
else if (bench !== undefined) await measure(bench, values.quick).catch(onError)
else {
  console.error(`usage: npm run bench ${[...benches.map((one) => one.name), 'docs'].join('|')} [-- --quick]`)
  process.exitCode = 2
}

async function measure(bench: Bench, isQuick: boolean): Promise<void> {
  const machine = describeMachine()
  const parameters = { ...bench.parameters, ...(isQuick && bench.quick) }
  const say = (text: string): void => console.error(text)
  const measured = await withLifetime((life) => bench.run({ parameters, life, say }))
  for (const table of [...bench.tables(measured, parameters), ratioTable(measured.ratios)])
    console.log(`\n${drawTable(table)}`)
  if (!isQuick)
    await writeResult({ name: bench.name, date: new Date().toISOString(), machine, parameters, ...measured })
}

function onError(error: unknown): never {
  if (!(error instanceof InterruptedError)) console.error(error)
  // Not everything that was interrupted has come to its end.
  process.exit(error instanceof InterruptedError ? 130 : 1)
}
