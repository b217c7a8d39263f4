// Writes synced values until one fails; says how many were confirmed; after a line of input tries three more.
import { once } from 'node:events'
import { openStore, bytes, single, u32 } from '../../../src/storage/index.ts'

const store = await openStore(process.argv[2]!)
const table = store.table('e', single(u32), bytes)
let next = 0

const write = async (): Promise<string> => {
  const key = next++
  try {
    await store.batch().put(table, key, new Uint8Array(777).fill(key)).write({ sync: true })
    return 'written'
  } catch (error) {
    return (error as Error).name
  }
}

let result = await write()
while (result === 'written') result = await write()
console.log(next - 1)
console.log(result)
await once(process.stdin, 'data')
for (let n = 0; n < 3; n++) console.log(await write())
await store.close()
process.exit()
