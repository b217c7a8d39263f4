import { copyFile, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { StorageError } from '../errors.ts'
import { secretsFile } from './secrets.ts'
import { serverFile } from './server-file.ts'
import type { RegistryStore } from '../storage/index.ts'

/** Where a server's directory has its registry. */
export const registryFolder = 'registry'

/**
 * Copies a server's directory while it runs into one that does not exist: a server can start there.
 *
 * @throws StorageError; nothing is left there then
 */
export async function backUp(store: RegistryStore, directory: string, copy: string): Promise<void> {
  try {
    await mkdir(copy, { mode: 0o700 })
  } catch (cause) {
    throw new StorageError(
      `${copy} can't be made (${codeOf(cause)}). Name a directory that does not exist yet.`,
      {
        cause
      }
    )
  }
  try {
    await store.backup(join(copy, registryFolder))
    for (const file of [secretsFile, serverFile]) await copyFile(join(directory, file), join(copy, file))
  } catch (cause) {
    await rm(copy, { recursive: true, force: true })
    if (cause instanceof StorageError) throw cause
    throw new StorageError(
      `The copy in ${copy} could not be finished (${codeOf(cause)}). Make room and try again.`,
      {
        cause
      }
    )
  }
}

const codeOf = (cause: unknown): string =>
  (cause as NodeJS.ErrnoException).code ?? (cause instanceof Error ? cause.message : String(cause))
