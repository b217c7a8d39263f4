import { concatBytes, domain, equalBytes } from './bytes.ts'
import { maxRegisters, maxVaultHead, maxVaultParts, vaultPart } from './limits.ts'
import { SignedVault, VaultContent, VaultHead as Head } from './pb/vault.ts'
import type { Crypto } from './crypto.ts'

const signedDomain = domain('vault')
const sealedDomain = domain('vault-seal')
/** Nonce and tag. */
const overhead = 24 + 16
const lengthSize = 4

/** The key that opens vaults, with the sha256 of the backup that holds it. 32 bytes each. */
export interface VaultKey {
  backup: Uint8Array
  key: Uint8Array
}

/** What is told of a vault to whoever keeps it. Hashes, ids and keys are 32 bytes. */
export interface VaultFields {
  account: Uint8Array
  /** From 1. */
  number: number
  /** The device that made it, and signs. */
  device: Uint8Array
  /** sha256 of the backup that holds its key. */
  backup: Uint8Array
  /** How many parts of 8 KiB the sealed bytes are, 1 to 32. */
  parts: number
  /** sha256 of the sealed bytes. */
  hash: Uint8Array
}

/** A head whose layout and signature are right. `bytes` is the SignedVault as received. */
export interface VaultHead extends VaultFields {
  bytes: Uint8Array
}

/** A vault as it travels. */
export interface SealedVault {
  /** SignedVault. */
  head: Uint8Array
  sealed: Uint8Array
}

/** How many bytes the packets of registers may take in a vault, with 4 more for each. */
export const vaultRoom = maxVaultParts * vaultPart - overhead - lengthSize

/** Registers, as sync hands them out, in a signed vault. `number` is one more than that of the vault before. */
export async function makeVault(
  crypto: Crypto,
  deviceSeed: Uint8Array,
  { account, number }: Pick<VaultFields, 'account' | 'number'>,
  { key, backup }: VaultKey,
  registers: Uint8Array[]
): Promise<SealedVault> {
  const plain = padded(VaultContent.encode({ registers }))
  const sealed = crypto.seal(key, plain, contextOf({ account, number, backup }))
  const device = crypto.publicKey(deviceSeed)
  const parts = sealed.length / vaultPart
  const head = Head.encode({ account, number, device, backup, parts, hash: crypto.sha256(sealed) })
  const signature = await crypto.sign(deviceSeed, concatBytes(signedDomain, head))
  return { head: SignedVault.encode({ head, signature }), sealed }
}

/** The head, or undefined where layout or signature are wrong. */
export async function readVaultHead(crypto: Crypto, bytes: Uint8Array): Promise<VaultHead | undefined> {
  const decoded = decodeHead(bytes)
  if (decoded === undefined) return undefined
  const { signed, head } = decoded
  const { account, number, device, backup, parts, hash } = head
  if ([account, device, backup, hash].some(({ length }) => length !== 32)) return undefined
  if (!Number.isSafeInteger(number) || number < 1 || parts < 1 || parts > maxVaultParts) return undefined
  const input = concatBytes(signedDomain, signed.head)
  return (await crypto.verify(device, input, signed.signature)) ? { ...head, bytes } : undefined
}

/** The registers in it, or undefined where the bytes are not this vault's, or the key is another. */
export function openVault(
  crypto: Crypto,
  key: Uint8Array,
  head: VaultHead,
  sealed: Uint8Array
): Uint8Array[] | undefined {
  const plain = crypto.open(key, sealed, contextOf(head))
  if (plain === undefined || plain.length < lengthSize) return undefined
  const length = new DataView(plain.buffer, plain.byteOffset).getUint32(0)
  if (length > plain.length - lengthSize) return undefined
  try {
    const content = plain.subarray(lengthSize, lengthSize + length)
    return VaultContent.decode(content, { limits: { registers: maxRegisters } }).registers
  } catch {
    return undefined
  }
}

/** The parts that sealed bytes travel in. */
export const vaultParts = (sealed: Uint8Array): Uint8Array[] =>
  Array.from({ length: Math.ceil(sealed.length / vaultPart) }, (_, index) => partOf(sealed, index))

/** One part, counted from 0; empty beyond the last one. */
export const partOf = (sealed: Uint8Array, index: number): Uint8Array =>
  sealed.subarray(index * vaultPart, (index + 1) * vaultPart)

function decodeHead(bytes: Uint8Array): { signed: SignedVault; head: Head } | undefined {
  if (bytes.length > maxVaultHead) return undefined
  try {
    const signed = SignedVault.decode(bytes)
    // One spelling of each signed head, for every implementation.
    if (!equalBytes(SignedVault.encode(signed), bytes)) return undefined
    return { signed, head: Head.decode(signed.head) }
  } catch {
    return undefined
  }
}

/** Its length, the content, and zeros: sealed it is a whole number of parts. */
function padded(content: Uint8Array): Uint8Array {
  const least = lengthSize + content.length + overhead
  const plain = new Uint8Array(Math.ceil(least / vaultPart) * vaultPart - overhead)
  new DataView(plain.buffer).setUint32(0, content.length)
  plain.set(content, lengthSize)
  return plain
}

function contextOf({
  account,
  number,
  backup
}: Pick<VaultFields, 'account' | 'number' | 'backup'>): Uint8Array {
  const place = new Uint8Array(8)
  new DataView(place.buffer).setBigUint64(0, BigInt(number))
  return concatBytes(sealedDomain, account, place, backup)
}
