import { onTestFinished } from 'vitest'
import { openStore } from '../../src/storage/index.ts'
import { tempDirectory } from './temp-directory.ts'
import type { Store } from '../../src/storage/index.ts'

/** A store that is closed and gone when the test ends. */
export async function temporaryStore(): Promise<{ store: Store; directory: string }> {
  const directory = await tempDirectory()
  const store = await openStore(directory)
  onTestFinished(() => store.close())
  return { store, directory }
}
