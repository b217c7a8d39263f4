import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import type { Result } from './bench.ts'

const directory = new URL('../results/', import.meta.url)

export async function writeResult(result: Result): Promise<void> {
  await mkdir(directory, { recursive: true })
  await writeFile(new URL(`${result.name}.json`, directory), `${JSON.stringify(result, null, 2)}\n`)
}

export async function readResults(): Promise<Map<string, Result>> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.json'))
  const results = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(new URL(name, directory), 'utf8')) as Result)
  )
  return new Map(results.map((result) => [result.name, result]))
}
