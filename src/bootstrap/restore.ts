import { access, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { RestoreError, StorageError } from '../errors.ts'
import { equalBytes, readLeaf } from '../protocol/index.ts'
import { openRegistryStore } from '../storage/index.ts'
import { nativeCrypto } from '../crypto/index.ts'
import { registryFolder } from './backup.ts'
import { nameLog } from './registry/name-log.ts'
import { readSecrets } from './secrets.ts'
import type { LogItem, RegistryStore } from '../storage/index.ts'
import type { ServerSecrets } from './secrets.ts'

/** A whole copy that is to take the registry's place. */
const comingFolder = 'registry.restoring'
/** What was there before the last restoration. */
const formerFolder = 'registry.before'
const page = 1000

/** What putting a copy back changes. */
export interface Restoration {
  /** Names that were registered after the copy was made: they are free again. */
  lost: string[]
}

/**
 * Checks a copy against the running registry and brings it into its directory, next to the registry.
 *
 * @throws RestoreError where it is none of this registry, or where its log is shorter and that was not wanted;
 * StorageError, ProfileLockedError
 */
export async function bringCopy(
  running: RegistryStore,
  directory: string,
  copy: string,
  goBack: boolean
): Promise<Restoration> {
  const own = (await readSecrets(directory))!
  const itsSecrets = await readSecrets(copy)
  if (itsSecrets === undefined || !(await exists(join(copy, registryFolder))))
    throw new RestoreError(`${copy} is no copy that "starling admin backup" made. Name the directory of one.`)
  if (!isSameRegistry(own, itsSecrets)) throw other(copy)
  const store = await openRegistryStore(join(copy, registryFolder))
  try {
    const leaves = await lostLeaves(running, store, copy)
    const lost = (await Promise.all(leaves.map(nameOf))).filter((name) => name !== undefined)
    if (leaves.length > 0 && !goBack) throw goesBack(lost)
    const part = join(directory, `${comingFolder}.part`)
    for (const left of [part, join(directory, comingFolder)]) await rm(left, { recursive: true, force: true })
    await store.backup(part)
    await rename(part, join(directory, comingFolder))
    return { lost }
  } finally {
    await store[Symbol.asyncDispose]()
  }
}

/** Puts the copy that was brought in the registry's place; nobody has that open now. */
export async function takeCopy(directory: string): Promise<void> {
  await rm(join(directory, formerFolder), { recursive: true, force: true })
  await rename(join(directory, registryFolder), join(directory, formerFolder))
  await finishRestoring(directory)
}

/** Puts back what `takeCopy` took away. */
export async function undoCopy(directory: string): Promise<void> {
  await rm(join(directory, registryFolder), { recursive: true, force: true })
  await rename(join(directory, formerFolder), join(directory, registryFolder))
}

/** Ends what a crash cut short: an empty registry in that place would give every name away again. */
export async function finishRestoring(directory: string): Promise<void> {
  const coming = join(directory, comingFolder)
  if (!(await exists(join(directory, registryFolder))) && (await exists(coming)))
    await rename(coming, join(directory, registryFolder))
}

/** The running server's secrets stay: those of a copy may have a registry key that was replaced since. */
const isSameRegistry = (one: ServerSecrets, other: ServerSecrets): boolean =>
  equalBytes(one.chain.firstKey, other.chain.firstKey) && one.opaqueSetup === other.opaqueSetup

/** What the running log has after the end of the copy's. The copy's must begin like it, or go on from it. */
async function lostLeaves(running: RegistryStore, store: RegistryStore, copy: string): Promise<LogItem[]> {
  const lost: LogItem[] = []
  for (let after = 0n; ;) {
    const leaves = await running.read(nameLog, after, page)
    if (leaves.length === 0) return lost
    const copied = await store.read(nameLog, after, page)
    for (const [index, leaf] of leaves.entries()) {
      const its = copied[index]
      if (its !== undefined && !equalBytes(its.blob, leaf.blob)) throw other(copy)
      if (its === undefined) lost.push(leaf)
    }
    after = leaves.at(-1)!.sequence
  }
}

/** Undefined of what is about a key of the registry. */
const nameOf = async ({ blob }: LogItem): Promise<string | undefined> =>
  (await readLeaf(nativeCrypto, blob))?.username

const other = (copy: string): Error =>
  new RestoreError(
    `${copy} is a copy of another registry. A server can be started in it: "starling bootstrap".`
  )

const shown = 10

const goesBack = (lost: string[]): Error => {
  const more = lost.length > shown ? ` and ${lost.length - shown} more` : ''
  const names = lost.length === 0 ? 'a new registry key' : `${lost.slice(0, shown).join(', ')}${more}`
  return new RestoreError(
    `The copy is older than the registry: ${names} would be lost, and every client ` +
      'raises the alarm, because a log of names never gets shorter. Where the registry is damaged and that is the lesser ' +
      'evil: "--go-back"; docs/names.md says what your people see and do then.'
  )
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return false
      throw new StorageError(`${path} can't be read (${cause.code}). Check its owner and permissions.`, {
        cause
      })
    }
  )
