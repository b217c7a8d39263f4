import { join } from 'node:path'
import { openStore } from '../../storage/index.ts'
import { Aliases } from './aliases.ts'
import { Journal } from './journal.ts'
import { Keystore } from './keystore.ts'
import { openTables } from './tables.ts'
import type { Crypto } from '../../protocol/index.ts'
import type { Store } from '../../storage/index.ts'
import type { Tables } from './tables.ts'

/** A profile's open database, and the secrets that never leave it. */
export interface Profile {
  /** Absolute, or as it was given. */
  directory: string
  tables: Tables
  journal: Journal
  aliases: Aliases
  keystore: Keystore
  /** Ed25519 seed of this install: its peer id. */
  deviceSeed: Uint8Array
  /** Keys of the database hold hmac(indexKey, id), so that they name no record. */
  indexKey: Uint8Array
  close(): Promise<void>
}

export interface ProfileOptions {
  /** Needed where the profile is locked. */
  password?: string | undefined
  /** Whether the system's keyring may keep the key of a profile that is remembered. */
  usesKeyring?: boolean
}

/**
 * Opens the database of a profile directory, and makes it the first time.
 *
 * @throws ProfileLockedError where another process has it open; ProfileSealedError, WrongPasswordError, StorageError
 */
export async function openProfile(
  directory: string,
  crypto: Crypto,
  options: ProfileOptions = {}
): Promise<Profile> {
  let storageKey: Uint8Array
  const store = await openStore(join(directory, 'db'), {
    seal: (value, associated) => crypto.seal(storageKey, value, associated),
    open: (sealed, associated) => crypto.open(storageKey, sealed, associated)
  })
  try {
    // With the database held, so that of two processes that begin at once only one makes a key.
    const tables = openTables(store)
    const keystore = await Keystore.open(directory, crypto, { ...options, isUsed: await hasSecrets(tables) })
    storageKey = keystore.storageKey
    const journal = new Journal(store)
    const [deviceSeed, indexKey] = await loadSecrets(store, tables, crypto)
    const aliases = await Aliases.load(tables)
    const close = async (): Promise<void> => {
      await journal.settled()
      await store.close()
    }
    return { directory, tables, journal, aliases, keystore, deviceSeed, indexKey, close }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Keys are not encrypted, so it can be told before there is a storage key. */
async function hasSecrets({ keys }: Tables): Promise<boolean> {
  for await (const _ of keys.keys({ limit: 1 })) return true
  return false
}

async function loadSecrets(store: Store, tables: Tables, crypto: Crypto): Promise<[Uint8Array, Uint8Array]> {
  const names = ['device', 'index']
  const stored = await tables.keys.getMany(names)
  const secrets = stored.map((secret) => secret ?? crypto.randomBytes(32)) as [Uint8Array, Uint8Array]
  if (stored.includes(undefined)) {
    const batch = store.batch()
    for (const [index, name] of names.entries()) batch.put(tables.keys, name, secrets[index]!)
    await batch.write({ sync: true })
  }
  return secrets
}
