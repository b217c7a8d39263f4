import { AuditError } from '../../errors.ts'
import {
  base32,
  base64,
  emptyFrontier,
  equalBytes,
  leafOp,
  keysOf,
  NameHistory,
  readLeaf,
  readSuccessor,
  utf8Text,
  withSuccessor
} from '../../protocol/index.ts'
import { readPage } from './watch.ts'
import type { AbortOptions } from '../../abort.ts'
import type { NameLeaf, Registry } from '../../protocol/index.ts'
import type { KnownAccount } from '../people/people.ts'
import type { AuditReport } from './types.ts'
import type { WatchInit } from './watch.ts'

export interface AuditInit extends Pick<WatchInit, 'crypto' | 'client' | 'checkpoints' | 'servers'> {
  self: () => KnownAccount | undefined
  /** Paths of notes that contradict each other. */
  evidence: () => Promise<string[]>
}

/**
 * Reads the whole log from the registry and checks all of it: each leaf, who holds which name after it, the tree, the
 * checkpoint, and one's own leaf.
 *
 * @throws AuditError with the first thing that is wrong; UntrustedRegistryError; what a request may end with
 */
export async function audit(init: AuditInit, options: AbortOptions): Promise<AuditReport> {
  const { crypto, checkpoints, servers, self } = init
  const { checkpoint } = await checkpoints.ask({}, options)
  // Not before: the answer may have told of a new key.
  const { registry } = servers.required
  const history = new NameHistory(keysOf(registry)[0]!)
  const own = self()
  let ownLeaf: number | undefined
  /** With the keys that the log names so far. */
  let logged: Registry = { id: registry.id, key: keysOf(registry)[0]! }
  let frontier = emptyFrontier
  while (frontier.size < checkpoint.size) {
    const page = await readPage(init, frontier, checkpoint, options)
    const leaves = await Promise.all(page.leaves.map((bytes) => readLeaf(crypto, bytes)))
    for (const [offset, leaf] of leaves.entries()) {
      const index = frontier.size + offset
      if (leaf === undefined) {
        const successor = await readSuccessor(crypto, page.leaves[offset]!)
        const next = successor && withSuccessor(logged, successor)
        if (next !== undefined) {
          logged = next
          history.rotate(next.key)
          continue
        }
      }
      const problem = leaf === undefined ? unreadable : problemOf(registry, history, leaf)
      if (leaf === undefined || problem !== undefined)
        throw new AuditError(`Leaf ${index} of the log of names ${problem}.`)
      if (own !== undefined && leaf.op === leafOp.register && equalBytes(leaf.account, own.id))
        ownLeaf = index
    }
    frontier = page.frontier
  }
  if (!equalBytes(logged.key, registry.key))
    throw new AuditError('The registry’s key is not the one that its log of names leads to.')
  if (own !== undefined && ownLeaf !== own.certificate.leaf)
    throw new AuditError(
      `The certificate of ${own.name} names leaf ${own.certificate.leaf} of the log of names, which is not yours.`
    )
  return {
    registry: base32(registry.id),
    leaves: checkpoint.size,
    names: history.names,
    keys: keysOf(logged).length,
    root: base64(checkpoint.root),
    checkpoint: utf8Text(checkpoint.bytes)!,
    own: own === undefined || ownLeaf === undefined ? null : { name: own.name, leaf: ownLeaf },
    evidence: await init.evidence()
  }
}

const unreadable = 'is none that this Starling can read, or not signed by its account'

const problemOf = (registry: Registry, history: NameHistory, leaf: NameLeaf): string | undefined =>
  equalBytes(leaf.registry, registry.id) ? history.take(leaf) : 'is of another registry'
