import { AuditError } from '../../errors.ts'
import {
  base32,
  base64,
  emptyFrontier,
  equalBytes,
  leafOp,
  NameHistory,
  readLeaf,
  utf8Text
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
  const { registry } = servers.required
  const { checkpoint } = await checkpoints.ask({}, options)
  const history = new NameHistory(registry.key)
  const own = self()
  let ownLeaf: number | undefined
  let frontier = emptyFrontier
  while (frontier.size < checkpoint.size) {
    const page = await readPage(init, frontier, checkpoint, options)
    const leaves = await Promise.all(page.leaves.map((bytes) => readLeaf(crypto, bytes)))
    for (const [offset, leaf] of leaves.entries()) {
      const index = frontier.size + offset
      const problem = leaf === undefined ? unreadable : problemOf(registry, history, leaf)
      if (leaf === undefined || problem !== undefined)
        throw new AuditError(`Leaf ${index} of the log of names ${problem}.`)
      if (own !== undefined && leaf.op === leafOp.register && equalBytes(leaf.account, own.id))
        ownLeaf = index
    }
    frontier = page.frontier
  }
  if (own !== undefined && ownLeaf !== own.certificate.leaf)
    throw new AuditError(
      `The certificate of ${own.name} names leaf ${own.certificate.leaf} of the log of names, which is not yours.`
    )
  return {
    registry: base32(registry.id),
    leaves: checkpoint.size,
    names: history.names,
    root: base64(checkpoint.root),
    checkpoint: utf8Text(checkpoint.bytes)!,
    own: own === undefined || ownLeaf === undefined ? null : { name: own.name, leaf: ownLeaf },
    evidence: await init.evidence()
  }
}

const unreadable = 'is none that this Starling can read, or not signed by its account'

const problemOf = (registry: Registry, history: NameHistory, leaf: NameLeaf): string | undefined =>
  equalBytes(leaf.registry, registry.id) ? history.take(leaf) : 'is of another registry'
