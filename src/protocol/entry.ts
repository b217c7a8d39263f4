import { concatBytes, domain, equalBytes } from './bytes.ts'
import { maxDevices, maxEntry, maxTime } from './limits.ts'
import { Entry, SignedEntry } from './pb/account.ts'
import type { Crypto } from './crypto.ts'

const signedDomain = domain('entry')

/** What one entry of an account log states: the whole account. Hashes, ids and keys are 32 bytes. */
export interface EntryFields {
  account: Uint8Array
  /** From 1. */
  number: number
  /** Hash of entry number - 1; empty in the first. */
  previous: Uint8Array
  /** Milliseconds since 1970. */
  time: number
  accountKey: Uint8Array
  /** Keys of the devices that speak for the account, 1 to 16. */
  devices: Uint8Array[]
  /** sha256 of the backup that the registry keeps. */
  backup: Uint8Array
}

/** An entry whose layout and own signature are right. `bytes` is the SignedEntry as received. */
export interface AccountEntry extends EntryFields {
  hash: Uint8Array
  bytes: Uint8Array
  /** By the key of the entry before, where the account key changes. */
  previousSignature?: Uint8Array
}

/** An account's id, for ever: the hash of its first key. */
export const accountIdOf = (crypto: Crypto, firstAccountKey: Uint8Array): Uint8Array =>
  crypto.sha256(firstAccountKey)

/** The SignedEntry, by the account key's seed. */
export async function signEntry(
  crypto: Crypto,
  accountSeed: Uint8Array,
  fields: EntryFields
): Promise<Uint8Array> {
  const entry = Entry.encode(fields)
  return SignedEntry.encode({
    entry,
    signature: await crypto.sign(accountSeed, concatBytes(signedDomain, entry))
  })
}

/** The entry, or undefined where layout or signature are wrong. Whether it follows another is `followsEntry`'s matter. */
export async function readEntry(crypto: Crypto, bytes: Uint8Array): Promise<AccountEntry | undefined> {
  const decoded = decode(bytes)
  if (decoded === undefined) return undefined
  const { signed, entry } = decoded
  if (!isWellFormed(crypto, entry)) return undefined
  const input = concatBytes(signedDomain, signed.entry)
  if (!(await crypto.verify(entry.accountKey, input, signed.signature))) return undefined
  const { previousSignature } = signed
  return {
    ...entry,
    hash: crypto.sha256(input),
    bytes,
    ...(previousSignature !== undefined && { previousSignature })
  }
}

/** Whether the entry is by the key that the account id was made from, so that it needs no other entry to be believed. */
export const isByFirstKey = (crypto: Crypto, entry: AccountEntry): boolean =>
  equalBytes(accountIdOf(crypto, entry.accountKey), entry.account)

/** Whether `next` is the entry after `previous`: number, link, and both signatures where the account key changes. */
export async function followsEntry(
  crypto: Crypto,
  previous: AccountEntry,
  next: AccountEntry
): Promise<boolean> {
  if (!equalBytes(previous.account, next.account) || next.number !== previous.number + 1) return false
  if (!equalBytes(next.previous, previous.hash)) return false
  if (equalBytes(previous.accountKey, next.accountKey)) return true
  if (next.previousSignature === undefined) return false
  const input = concatBytes(signedDomain, SignedEntry.decode(next.bytes).entry)
  return crypto.verify(previous.accountKey, input, next.previousSignature)
}

/** Whether the account's entry lists the device. */
export const listsDevice = (entry: EntryFields, device: Uint8Array): boolean =>
  entry.devices.some((listed) => equalBytes(listed, device))

function decode(bytes: Uint8Array): { signed: SignedEntry; entry: Entry } | undefined {
  if (bytes.length > maxEntry) return undefined
  try {
    const signed = SignedEntry.decode(bytes)
    // One spelling of each signed entry, for every implementation.
    if (!equalBytes(SignedEntry.encode(signed), bytes)) return undefined
    return { signed, entry: Entry.decode(signed.entry, { limits: { devices: maxDevices } }) }
  } catch {
    return undefined
  }
}

function isWellFormed(crypto: Crypto, entry: EntryFields): boolean {
  const { account, number, previous, time, accountKey, devices, backup } = entry
  if (account.length !== 32 || backup.length !== 32) return false
  if (!Number.isSafeInteger(number) || number < 1 || !Number.isSafeInteger(time) || time > maxTime)
    return false
  if (previous.length !== (number === 1 ? 0 : 32)) return false
  if (number === 1 && !equalBytes(accountIdOf(crypto, accountKey), account)) return false
  if (
    devices.length === 0 ||
    devices.some((device, index) => devices.findIndex((d) => equalBytes(d, device)) !== index)
  )
    return false
  return [accountKey, ...devices].every((key) => key.length === 32 && crypto.isSoundKey(key))
}
