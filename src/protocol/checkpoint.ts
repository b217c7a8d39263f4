import { base32, base64, concatBytes, equalBytes, fromBase64, utf8, utf8Text } from './bytes.ts'
import { maxLeaves, maxNote } from './limits.ts'
import { keysOf } from './succession.ts'
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
  const signature = await crypto.sign(registrySeed, utf8(text))
  return noteOf(registry, text, concatBytes(keyIdOf(crypto, registry), signature))
}

/**
 * The checkpoint, or undefined where it is not one of this registry, by its newest key. There is one spelling of each.
 */
export async function readCheckpoint(
  crypto: Crypto,
  registry: Registry,
  bytes: Uint8Array
): Promise<Checkpoint | undefined> {
  const note = parsed(registry, bytes)
  if (note === undefined || !equalBytes(note.keyId, keyIdOf(crypto, registry))) return undefined
  const { tree, text, signature } = note
  return (await crypto.verify(registry.key, utf8(text), signature)) ? { ...tree, bytes } : undefined
}

/** One that was read before, by whichever of the registry's keys was the newest then. */
export async function readHeldCheckpoint(
  crypto: Crypto,
  registry: Registry,
  bytes: Uint8Array
): Promise<Checkpoint | undefined> {
  for (const key of keysOf(registry).reverse()) {
    const checkpoint = await readCheckpoint(crypto, { id: registry.id, key }, bytes)
    if (checkpoint !== undefined) return checkpoint
  }
  return undefined
}

/** Whether a note names another key than the registry's newest: a former one, or one that is not known here yet. */
export function isByOtherKey(crypto: Crypto, registry: Registry, bytes: Uint8Array): boolean {
  const note = parsed(registry, bytes)
  return note !== undefined && !equalBytes(note.keyId, keyIdOf(crypto, registry))
}

const textOf = (registry: Registry, { size, root }: Tree): string =>
  `${checkpointOrigin(registry)}\n${size}\n${base64(root)}\n`

/** The two parts of a signature line are joined in it. */
const noteOf = (registry: Registry, text: string, signed: Uint8Array): Uint8Array =>
  utf8(`${text}\n— ${checkpointOrigin(registry)} ${base64(signed)}\n`)

const keyIdOf = (crypto: Crypto, registry: Registry): Uint8Array =>
  crypto
    .sha256(utf8(`${checkpointOrigin(registry)}\n`), Uint8Array.of(algorithm), registry.key)
    .subarray(0, keyIdSize)

function treeOf(note: string): Tree | undefined {
  const [, digits = '', hash = ''] = note.split('\n', 3)
  const size = Number(digits)
  const root = decoded(hash)
  return /^\d{1,16}$/.test(digits) && size <= maxLeaves && root?.length === 32 ? { size, root } : undefined
}

interface Note {
  tree: Tree
  text: string
  keyId: Uint8Array
  signature: Uint8Array
}

/** What a note of this registry says, whoever signed it; undefined where it is spelt in another way. */
function parsed(registry: Registry, bytes: Uint8Array): Note | undefined {
  const note = bytes.length > maxNote ? undefined : utf8Text(bytes)
  const tree = treeOf(note ?? '')
  const signed = decoded(note?.trimEnd().split(' ').at(-1) ?? '')
  if (tree === undefined || signed?.length !== keyIdSize + signatureSize) return undefined
  const text = textOf(registry, tree)
  if (!equalBytes(noteOf(registry, text, signed), bytes)) return undefined
  return { tree, text, keyId: signed.subarray(0, keyIdSize), signature: signed.subarray(keyIdSize) }
}

function decoded(text: string): Uint8Array | undefined {
  try {
    return fromBase64(text)
  } catch {
    return undefined
  }
}
