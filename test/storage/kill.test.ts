import { expect, test } from 'vitest'
import { openRegistryStore } from '../../src/storage/index.ts'
import { startChild } from './child.ts'
import { textOf } from './registry/fresh.ts'
import { tempDirectory } from './temp-directory.ts'
import type { RegistryStore } from '../../src/storage/index.ts'

const rounds = 6

test(
  'a process that is killed under load loses nothing that it confirmed',
  { timeout: 120_000 },
  async () => {
    const directory = await tempDirectory()
    const confirmed: string[] = []
    for (let round = 0; round < rounds; round++) {
      const child = startChild('load', [directory, String(round)])
      const enough = confirmed.length + 500 + Math.random() * 3000
      for await (const line of child.lines) {
        if (line.endsWith('.')) confirmed.push(line.slice(0, -1))
        if (confirmed.length >= enough) child.process.kill('SIGKILL')
      }
      await child.ended
      expect(child.process.signalCode).toBe('SIGKILL')

      const store = await openRegistryStore(directory)
      await expectAll(store, confirmed)
      await expectDense(store)
      await store[Symbol.asyncDispose]()
    }
    expect(confirmed.filter((line) => line.startsWith('swapped')).length).toBeGreaterThan(rounds * 20)
  }
)

async function expectAll(store: RegistryStore, confirmed: string[]): Promise<void> {
  const swapped = new Set(confirmed.filter((line) => line.startsWith('swapped')).map((line) => line.slice(8)))
  const items = await allItems(store)
  const missing = await Promise.all(
    confirmed.map(async (line) => {
      const [what, ...rest] = line.split(' ')
      if (what === 'appended') return items.get(`${rest[0]} ${rest[1]}`) === rest[2] ? [] : [line]
      const value = textOf((await store.get('name', rest[0]!))?.value)
      const claimed = `value of round ${rest[0]!.split('-')[0]}`
      // A swap may have reached the disk though nobody heard of it any more.
      return value === 'swapped' || (value === claimed && !swapped.has(rest[0]!)) ? [] : [line]
    })
  )
  expect(missing.flat()).toEqual([])
}

async function allItems(store: RegistryStore): Promise<Map<string, string>> {
  const items = new Map<string, string>()
  for (let log = 0; log < 4; log++)
    for (const { sequence, id } of await store.read(`log ${log}`, 0n, 1e6))
      items.set(`${log} ${sequence}`, id)
  return items
}

async function expectDense(store: RegistryStore): Promise<void> {
  for (let log = 0; log < 4; log++) {
    const items = await store.read(`log ${log}`, 0n, 1e6)
    expect(items.map(({ sequence }) => sequence)).toEqual(items.map((_, index) => BigInt(index + 1)))
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    const last = items.at(-1)!
    expect(await store.append(`log ${log}`, last.id, last.blob)).toMatchObject({
      sequence: last.sequence,
      duplicate: true
    })
  }
}
