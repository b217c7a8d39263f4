import { chmod, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { argon2id } from 'hash-wasm'
import writeFileAtomic from 'write-file-atomic'
import { ProfileSealedError, StorageError, WrongPasswordError } from '../../errors.ts'
import { base64url, domain, fromBase64url, normalizePassword } from '../../protocol/index.ts'
import { keyring } from './keyring.ts'
import type { Crypto } from '../../protocol/index.ts'

const fileName = 'keystore.json'
const version = 1
/** RFC 9106's second choice, with one lane: 64 MiB, KiB here. */
const stretching = { memorySize: 64 * 1024, iterations: 3, parallelism: 1 } as const
const context = domain('storage-key')

/** The storage key under a password. Texts are base64url. */
interface Wrapped {
  salt: string
  sealed: string
  memorySize: number
  iterations: number
  parallelism: number
}

interface Stored {
  version: typeof version
  /** Absent until there is a password. */
  wrapped?: Wrapped
  /** The key itself: before there is a password, and where the person wants to be remembered and no keyring answers. */
  key?: string
  /** Under which name the system's keyring has the key. */
  keyring?: string
}

export interface KeystoreOptions {
  password?: string | undefined
  /** Whether something is encrypted already: then a missing keystore is a lost one. */
  isUsed?: boolean
  /** Whether the system's keyring may keep the key of a profile that is remembered. */
  usesKeyring?: boolean
}

/**
 * The key under which a profile's database is encrypted, in `keystore.json` (owner-only): under a password once there is
 * one, and as it is for as long as the profile opens without, there or in the system's keyring.
 */
export class Keystore {
  readonly storageKey: Uint8Array
  readonly #crypto: Crypto
  readonly #path: string
  readonly #usesKeyring: boolean
  #stored: Stored
  /** Whether the profile opened without its password, or would by now. */
  #isOpen: boolean

  private constructor(
    crypto: Crypto,
    path: string,
    stored: Stored,
    { storageKey, isOpen, usesKeyring }: { storageKey: Uint8Array; isOpen: boolean; usesKeyring: boolean }
  ) {
    this.#crypto = crypto
    this.#path = path
    this.#stored = stored
    this.#isOpen = isOpen
    this.#usesKeyring = usesKeyring
    this.storageKey = storageKey
  }

  /**
   * Reads the keystore of a profile directory, or makes one where nothing was encrypted yet.
   *
   * @throws ProfileSealedError where a password is needed and none was given, WrongPasswordError, StorageError
   */
  static async open(
    directory: string,
    crypto: Crypto,
    { password, isUsed = false, usesKeyring = false }: KeystoreOptions = {}
  ): Promise<Keystore> {
    const path = join(directory, fileName)
    const stored = await read(directory, path)
    if (stored === undefined && isUsed) throw lost(path)
    if (stored === undefined) return Keystore.#create(crypto, path, usesKeyring)
    const remembered = await rememberedKey(stored)
    const storageKey = remembered ?? (await unwrap(crypto, path, stored, password))
    return new Keystore(crypto, path, stored, { storageKey, isOpen: remembered !== undefined, usesKeyring })
  }

  static async #create(crypto: Crypto, path: string, usesKeyring: boolean): Promise<Keystore> {
    const storageKey = crypto.randomBytes(32)
    const keystore = new Keystore(crypto, path, { version }, { storageKey, isOpen: true, usesKeyring })
    await keystore.#write({ version, key: base64url(storageKey) })
    return keystore
  }

  /** Whether the profile opens without a password. */
  get isOpen(): boolean {
    return this.#isOpen
  }

  /** From now on the profile opens with this password alone, unless it is remembered. @throws StorageError */
  async setPassword(password: string, isRemembered: boolean): Promise<void> {
    const salt = this.#crypto.randomBytes(16)
    const key = await stretch(password, salt, stretching)
    const sealed = this.#crypto.seal(key, this.storageKey, context)
    key.fill(0)
    const wrapped = { salt: base64url(salt), sealed: base64url(sealed), ...stretching }
    await this.#rewrap(wrapped, isRemembered)
  }

  /** Whether the profile opens without its password. It always does before there is one. @throws StorageError */
  async remember(isRemembered: boolean): Promise<void> {
    const { wrapped, keyring: name } = this.#stored
    const isSo = isRemembered === this.isOpen
    // A keyring that does not answer now may do so again.
    const isKept = !isRemembered && name !== undefined
    if (wrapped !== undefined && (!isSo || isKept)) await this.#rewrap(wrapped, isRemembered)
  }

  async #rewrap(wrapped: Wrapped, isRemembered: boolean): Promise<void> {
    const { keyring: name } = this.#stored
    if (!isRemembered && name !== undefined && !(await keyring.forget(name))) throw stuck()
    await this.#write({ version, wrapped, ...(isRemembered && (await this.#kept(name))) })
    this.#isOpen = isRemembered
  }

  /** Keeps the key where it opens the profile: in the keyring where one answers. */
  async #kept(name = base64url(this.#crypto.randomBytes(16))): Promise<Pick<Stored, 'key' | 'keyring'>> {
    const inKeyring = this.#usesKeyring && (await keyring.keep(name, this.storageKey))
    return inKeyring ? { keyring: name } : { key: base64url(this.storageKey) }
  }

  async #write(stored: Stored): Promise<void> {
    try {
      await writeFileAtomic(this.#path, `${JSON.stringify(stored, null, 2)}\n`, { mode: 0o600 })
    } catch (cause) {
      throw unusable(this.#path, cause)
    }
    this.#stored = stored
  }
}

async function read(directory: string, path: string): Promise<Stored | undefined> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 })
    const text = await readFile(path, 'utf8')
    // A copy put back from a backup may have come with other permissions.
    await chmod(path, 0o600)
    return parse(text, path)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    if (cause instanceof StorageError) throw cause
    throw unusable(path, cause)
  }
}

function parse(text: string, path: string): Stored {
  try {
    const stored = JSON.parse(text) as Stored
    if (stored.version !== version) throw new Error(`version ${String(stored.version)}`)
    const { key, wrapped } = stored
    if (key !== undefined ? fromBase64url(key).length !== 32 : wrapped === undefined)
      throw new Error('there is no key in it')
    return stored
  } catch (cause) {
    throw damaged(path, cause)
  }
}

async function rememberedKey({ key, keyring: name }: Stored): Promise<Uint8Array | undefined> {
  if (key !== undefined) return fromBase64url(key)
  const kept = name === undefined ? undefined : await keyring.get(name)
  return kept?.length === 32 ? kept : undefined
}

const stuck = (): StorageError =>
  new StorageError(
    'The system’s keyring has the key of this profile and does not answer, so the profile is not locked. Unlock the ' +
      'keyring and try again.'
  )

const damaged = (path: string, cause: unknown): StorageError =>
  new StorageError(
    `${path} is damaged. Restore it from a copy: without it nothing in this profile can be read.`,
    { cause }
  )

// A new key would open nothing, and hide what is missing.
const lost = (path: string): StorageError =>
  new StorageError(
    `${path} is gone, and nothing in this profile can be read without it. Restore it from a copy, or begin a new ` +
      'profile in another directory and log in there.'
  )

async function unwrap(
  crypto: Crypto,
  path: string,
  { wrapped, keyring: name }: Stored,
  password?: string
): Promise<Uint8Array> {
  if (password === undefined || password === '')
    throw new ProfileSealedError(
      `${name === undefined ? 'This profile is locked.' : 'This profile is locked: the system’s keyring does not give its key.'} ` +
        'Give its password: type it, or use --password-file or STARLING_PASSWORD.'
    )
  const storageKey = await opened(crypto, wrapped!, password).catch((cause: unknown) => {
    throw damaged(path, cause)
  })
  if (storageKey !== undefined) return storageKey
  throw new WrongPasswordError(
    'The password does not open this profile. Try again; where you changed it on another device, the one from before opens this one.'
  )
}

/** Undefined by another password. Throws where the file holds what no Starling wrote. */
async function opened(
  crypto: Crypto,
  { salt, sealed, ...cost }: Wrapped,
  password: string
): Promise<Uint8Array | undefined> {
  const key = await stretch(password, fromBase64url(salt), cost)
  const storageKey = crypto.open(key, fromBase64url(sealed), context)
  key.fill(0)
  return storageKey
}

const stretch = (
  password: string,
  salt: Uint8Array,
  { memorySize, iterations, parallelism }: Omit<Wrapped, 'salt' | 'sealed'>
): Promise<Uint8Array> =>
  argon2id({
    password: normalizePassword(password),
    salt,
    memorySize,
    iterations,
    parallelism,
    hashLength: 32,
    outputType: 'binary'
  })

function unusable(path: string, cause: unknown): StorageError {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new StorageError(
    `${path} can't be read or written. Check its owner and permissions, and the disk: ${why}`,
    { cause }
  )
}
