// Opens the store in a directory, says what came of it, and keeps it until its input ends.
import { once } from 'node:events'
import { openStore } from '../../../src/storage/index.ts'

try {
  const store = await openStore(process.argv[2]!)
  console.log('open')
  process.stdin.resume()
  await once(process.stdin, 'end')
  await store.close()
} catch (error) {
  console.log((error as Error).name)
}
