import { concatBytes, domain, equalBytes } from './bytes.ts'
import { maxCertificate, maxTime } from './limits.ts'
import { isUsername } from './names.ts'
import { Leaf, SignedLeaf } from './pb/account.ts'
import type { Crypto } from './crypto.ts'

const signedDomain = domain('leaf')

/** What happened to a name. */
export const leafOp = { register: 1, rotate: 2, reset: 3, release: 4, cancel: 5 } as const

/** One line of the name log. Ids and hashes are 32 bytes, the time milliseconds since 1970. */
export interface NameLeaf {
  registry: Uint8Array
  username: string
  account: Uint8Array
  /** The key that signed the leaf: of the account, of one of its devices (cancel), or of the registry. */
  signer: Uint8Array
  op: number
  entryNumber: number
  entryHash: Uint8Array
  time: number
}

/** The SignedLeaf, by the seed of the key that it names. */
export async function signLeaf(crypto: Crypto, seed: Uint8Array, fields: NameLeaf): Promise<Uint8Array> {
  const leaf = Leaf.encode(fields)
  return SignedLeaf.encode({
    leaf,
    signature: await crypto.sign(seed, concatBytes(signedDomain, leaf))
  })
}

/**
 * The leaf, or undefined where layout or signature are wrong, or a registration is by another key than the account's
 * first. Whether other leaves are by the right key, what came before them tells.
 */
export async function readLeaf(crypto: Crypto, bytes: Uint8Array): Promise<NameLeaf | undefined> {
  if (bytes.length > maxCertificate) return undefined
  try {
    const signed = SignedLeaf.decode(bytes)
    // One spelling of each signed leaf, so that a log can't hold one twice.
    if (!equalBytes(SignedLeaf.encode(signed), bytes)) return undefined
    const leaf = Leaf.decode(signed.leaf)
    const ids = [leaf.registry, leaf.account, leaf.entryHash]
    if (!isUsername(leaf.username) || ids.some(({ length }) => length !== 32)) return undefined
    if (!Number.isSafeInteger(leaf.entryNumber) || !(leaf.time <= maxTime)) return undefined
    const isByFirstKey = equalBytes(crypto.sha256(leaf.signer), leaf.account)
    if (leaf.op === leafOp.register && !isByFirstKey) return undefined
    const input = concatBytes(signedDomain, signed.leaf)
    return (await crypto.verify(leaf.signer, input, signed.signature)) ? leaf : undefined
  } catch {
    return undefined
  }
}

/** The time of a leaf that was checked when it was logged; undefined of what is no leaf about a name. */
export function leafTime(bytes: Uint8Array): number | undefined {
  try {
    const { time } = Leaf.decode(SignedLeaf.decode(bytes).leaf)
    return time <= maxTime ? time : undefined
  } catch {
    return undefined
  }
}
