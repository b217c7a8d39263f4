import { base32, base64, concatBytes, equalBytes, fromBase64, utf8, utf8Text } from './bytes.ts'
import { maxLeaves, maxNote } from './limits.ts'
import type { Crypto } from './crypto.ts'
import type { Tree } from './merkle.ts'
import type { Registry } from './registry.ts'

/** The registry's word how its log of names stands: a tree of this size has this root. */
export interface Checkpoint extends Tree {
  /** The signed note as received. */
  bytes: Uint8Array
}

/** Ed25519, in C2SP's signed notes. */
const algorithm = 1
const keyIdSize = 4
const signatureSize = 64

/** The first line of a registry's checkpoints, and the name of its key. */
export const checkpointOrigin = ({ id }: Pick<Registry, 'id'>): string => `starling.registry/${base32(id)}`

/** Where a registry's devices tell each other its checkpoints. */
export const checkpointTopic = (registryId: Uint8Array): string =>
  `/starling/checkpoints/1/${base32(registryId)}`

/** The signed note, by the registry key's seed. */
export async function signCheckpoint(
  crypto: Crypto,
  registry: Registry,
  registrySeed: Uint8Array,
  tree: Tree
): Promise<Uint8Array> {
  const text = textOf(registry, tree)
  return noteOf(crypto, registry, text, await crypto.sign(registrySeed, utf8(text)))
}

/** The checkpoint, or undefined where it is not one of this registry. There is one spelling of each. */
export async function readCheckpoint(
  crypto: Crypto,
  registry: Registry,
  bytes: Uint8Array
): Promise<Checkpoint | undefined> {
  const tree = bytes.length > maxNote ? undefined : treeOf(utf8Text(bytes) ?? '')
  if (tree === undefined) return undefined
  const text = textOf(registry, tree)
  const signature = signatureOf(bytes)
  if (signature === undefined || !equalBytes(noteOf(crypto, registry, text, signature), bytes))
    return undefined
  return (await crypto.verify(registry.key, utf8(text), signature)) ? { ...tree, bytes } : undefined
}

const textOf = (registry: Registry, { size, root }: Tree): string =>
  `${checkpointOrigin(registry)}\n${size}\n${base64(root)}\n`

function noteOf(crypto: Crypto, registry: Registry, text: string, signature: Uint8Array): Uint8Array {
  const name = checkpointOrigin(registry)
  const keyId = crypto
    .sha256(utf8(`${name}\n`), Uint8Array.of(algorithm), registry.key)
    .subarray(0, keyIdSize)
  return utf8(`${text}\n— ${name} ${base64(concatBytes(keyId, signature))}\n`)
}

function treeOf(note: string): Tree | undefined {
  const [, digits = '', hash = ''] = note.split('\n', 3)
  const size = Number(digits)
  const root = decoded(hash)
  return /^\d{1,16}$/.test(digits) && size <= maxLeaves && root?.length === 32 ? { size, root } : undefined
}

function signatureOf(bytes: Uint8Array): Uint8Array | undefined {
  const signed = decoded(utf8Text(bytes)?.trimEnd().split(' ').at(-1) ?? '')
  return signed?.length === keyIdSize + signatureSize ? signed.subarray(keyIdSize) : undefined
}

function decoded(text: string): Uint8Array | undefined {
  try {
    return fromBase64(text)
  } catch {
    return undefined
  }
}
