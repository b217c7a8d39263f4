import { LRUCache } from 'lru-cache'
import { base32, concatBytes, equalBytes, hex, partOf, readVaultHead, refusal } from '../../protocol/index.ts'
import { VaultRecord } from '../pb/stored.ts'
import { refuse } from './refuse.ts'
import type {
  Crypto,
  Refusal,
  RegistryReply,
  VaultGet,
  VaultHead,
  VaultPart,
  VaultPut
} from '../../protocol/index.ts'
import type { Entry, RegistryStore } from '../../storage/index.ts'
import type { Accounts, StoredAccount } from './accounts.ts'
import type { Certificates } from './certificates.ts'

/** Vaults that may be on their way in, one for a device: with 256 KiB each they take 16 MiB. More end the oldest. */
const maxUploads = 64
/** How long one may take, ms. */
const uploadTime = 60_000

interface Upload {
  head: VaultHead
  parts: Uint8Array[]
}

/** What each account's devices remember together, sealed: taken from a listed device part by part, written in one piece. */
export class Vaults {
  readonly #store: RegistryStore
  readonly #crypto: Crypto
  readonly #accounts: Accounts
  readonly #certificates: Certificates
  /** By device, hex. */
  readonly #uploads = new LRUCache<string, Upload>({ max: maxUploads, ttl: uploadTime })

  constructor(store: RegistryStore, crypto: Crypto, accounts: Accounts, certificates: Certificates) {
    this.#store = store
    this.#crypto = crypto
    this.#accounts = accounts
    this.#certificates = certificates
  }

  /** Takes the next part, or with a head the first one of a vault. */
  async put(device: Uint8Array, { head: bytes, part }: VaultPut): Promise<RegistryReply> {
    const key = hex(device)
    const account = await this.#accountOf(device)
    if (account === undefined) return refuse(refusal.unknownAccount)
    if (bytes !== undefined) {
      this.#uploads.delete(key)
      const head = await readVaultHead(this.#crypto, bytes)
      if (head === undefined || !equalBytes(head.device, device)) return refuse(refusal.forged)
      const refused = refusalOf(head, account, await this.#held(account))
      if (refused !== undefined) return refuse(refused)
      this.#uploads.set(key, { head, parts: [] })
    }
    const upload = this.#uploads.get(key)
    if (upload === undefined) return refuse(refusal.outOfStep)
    upload.parts.push(part.slice())
    if (upload.parts.length < upload.head.parts) return { vault: nothing }
    this.#uploads.delete(key)
    return this.#write(account, upload)
  }

  /** A part of the vault of the device's account. */
  async get(device: Uint8Array, { part }: VaultGet): Promise<RegistryReply> {
    const account = await this.#accountOf(device)
    if (account === undefined) return refuse(refusal.unknownAccount)
    const held = await this.#held(account)
    if (held === undefined) return { vault: nothing }
    const { head, sealed } = VaultRecord.decode(held.value)
    return { vault: { head, part: partOf(sealed, part) } }
  }

  /** @throws SuspendedError */
  async #accountOf(device: Uint8Array): Promise<StoredAccount | undefined> {
    const account = await this.#accounts.byDevice(device)
    if (account !== undefined) this.#certificates.check(account)
    return account
  }

  #held({ entry }: StoredAccount): Promise<Entry | undefined> {
    return this.#store.get('vault', base32(entry.account))
  }

  /** The account may have moved on since the first part, and another device may have been quicker. */
  async #write(account: StoredAccount, { head, parts }: Upload): Promise<RegistryReply> {
    const sealed = concatBytes(...parts)
    if (!equalBytes(this.#crypto.sha256(sealed), head.hash)) return refuse(refusal.forged)
    const held = await this.#held(account)
    const refused = refusalOf(head, account, held)
    if (refused !== undefined) return refuse(refused)
    const key = base32(head.account)
    const record = VaultRecord.encode({ head: head.bytes, number: head.number, sealed })
    const isWritten =
      held === undefined
        ? (await this.#store.claim('vault', key, record)).ok
        : (await this.#store.swap('vault', key, held.revision, record)) !== false
    return isWritten ? { vault: nothing } : refuse(refusal.conflict)
  }
}

const nothing: VaultPart = { head: new Uint8Array(), part: new Uint8Array() }

/** Why a vault may not take the place of the one held. */
function refusalOf(head: VaultHead, { entry }: StoredAccount, held: Entry | undefined): Refusal | undefined {
  if (!equalBytes(head.account, entry.account)) return refusal.forged
  const number = held === undefined ? 0 : VaultRecord.decode(held.value).number
  const isNext = head.number === number + 1
  return isNext && equalBytes(head.backup, entry.backup) ? undefined : refusal.conflict
}
