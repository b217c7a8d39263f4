import { concatBytes, domain, equalBytes } from './bytes.ts'
import { maxSuccessors, maxTime } from './limits.ts'
import { SignedSuccessor, Successor } from './pb/account.ts'
import { registryIdOf } from './registry.ts'
import type { Crypto } from './crypto.ts'
import type { Registry } from './registry.ts'

const signedDomain = domain('successor')
/** The number that tells it from other leaves of the log of names. */
const successorOp = 6
/** Bytes of a SignedSuccessor, with room to spare. */
const maxSuccessor = 512

/** That a registry's key has given way to another one. Keys are 32 bytes, the time milliseconds since 1970. */
export interface KeySuccessor {
  registry: Uint8Array
  /** 1 for the one that follows the first key. */
  number: number
  oldKey: Uint8Array
  newKey: Uint8Array
  /** From when on the old key counts for nothing. */
  time: number
}

/** The SignedSuccessor, by the seeds of both keys. */
export async function signSuccessor(
  crypto: Crypto,
  oldSeed: Uint8Array,
  newSeed: Uint8Array,
  { registry, number, time }: Pick<KeySuccessor, 'registry' | 'number' | 'time'>
): Promise<Uint8Array> {
  const [oldKey, newKey] = [crypto.publicKey(oldSeed), crypto.publicKey(newSeed)]
  const successor = Successor.encode({ registry, number, oldKey, op: successorOp, newKey, time })
  const input = concatBytes(signedDomain, successor)
  const [oldSignature, newSignature] = await Promise.all([
    crypto.sign(oldSeed, input),
    crypto.sign(newSeed, input)
  ])
  return SignedSuccessor.encode({ successor, oldSignature, newSignature })
}

/** The successor, or undefined where layout or one of the signatures are wrong. */
export async function readSuccessor(crypto: Crypto, bytes: Uint8Array): Promise<KeySuccessor | undefined> {
  if (bytes.length > maxSuccessor) return undefined
  try {
    const signed = SignedSuccessor.decode(bytes)
    // One spelling of each signed successor, so that a log can't hold one twice.
    if (!equalBytes(SignedSuccessor.encode(signed), bytes)) return undefined
    const { op, ...successor } = Successor.decode(signed.successor)
    const { registry, oldKey, newKey, number, time } = successor
    if (op !== successorOp || [registry, oldKey, newKey].some(({ length }) => length !== 32)) return undefined
    if (!Number.isSafeInteger(number) || !(time <= maxTime)) return undefined
    if (equalBytes(oldKey, newKey) || !crypto.isSoundKey(newKey)) return undefined
    const input = concatBytes(signedDomain, signed.successor)
    const isByBoth =
      (await crypto.verify(oldKey, input, signed.oldSignature)) &&
      (await crypto.verify(newKey, input, signed.newSignature))
    return isByBoth ? successor : undefined
  } catch {
    return undefined
  }
}

/** The registry whose keys follow each other so, from the first one on; undefined where one does not follow. */
export async function registryOf(
  crypto: Crypto,
  firstKey: Uint8Array,
  successors: readonly Uint8Array[]
): Promise<Registry | undefined> {
  if (successors.length > maxSuccessors) return undefined
  let registry: Registry | undefined = { id: registryIdOf(crypto, firstKey), key: firstKey }
  for (const bytes of successors) {
    const successor = await readSuccessor(crypto, bytes)
    registry = successor && withSuccessor(registry, successor)
    if (registry === undefined) return undefined
  }
  return registry
}

/** The registry with its next key; undefined where that does not follow the newest. */
export function withSuccessor(
  { id, key, former = [] }: Registry,
  { registry, oldKey, newKey, number, time }: KeySuccessor
): Registry | undefined {
  const isNext = equalBytes(registry, id) && equalBytes(oldKey, key) && number === former.length + 1
  if (!isNext || time <= (former.at(-1)?.until ?? 0)) return undefined
  return { id, key: newKey, former: [...former, { key, until: time }] }
}

/** All keys of a registry, the first one first. */
export const keysOf = ({ key, former = [] }: Registry): Uint8Array[] => [...former.map((one) => one.key), key]

/** Whether a key was the registry's at a time, ms since 1970. */
export const isKeyAt = ({ key, former = [] }: Registry, signer: Uint8Array, time: number): boolean =>
  equalBytes(signer, key) || former.some((one) => equalBytes(one.key, signer) && time < one.until)

/** Whether two lists of one registry name different successors of one key: it, or a thief of that key, made two. */
export function isKeyFork(one: Registry, other: Registry): boolean {
  const others = keysOf(other)
  return keysOf(one).some((key, index) => others[index] !== undefined && !equalBytes(others[index], key))
}
