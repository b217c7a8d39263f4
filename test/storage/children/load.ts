// Claims, swaps and appends without end, and says of each that it was confirmed. Lines end with a dot: a kill may cut one.
import { openRegistryStore } from '../../../src/storage/index.ts'

const [directory, round] = process.argv.slice(2)
const store = await openRegistryStore(directory!)
const value = new TextEncoder().encode(`value of round ${round}`)

async function work(worker: number): Promise<never> {
  for (let n = 0; ; n++) {
    const key = `${round}-${worker}-${n}`
    const claim = await store.claim('name', key, value)
    if (!claim.ok) throw new Error(`${key} is taken`)
    process.stdout.write(`claimed ${key}.\n`)
    if (n % 4 === 0) {
      await store.swap('name', key, claim.revision, new TextEncoder().encode('swapped'))
      process.stdout.write(`swapped ${key}.\n`)
    }
    const append = await store.append(`log ${worker % 4}`, key, value)
    if (append.ok) process.stdout.write(`appended ${worker % 4} ${append.sequence} ${key}.\n`)
  }
}

await Promise.all(Array.from({ length: 64 }, (_, worker) => work(worker)))
