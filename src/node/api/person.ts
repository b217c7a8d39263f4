import { equalBytes } from '../../protocol/index.ts'
import type { Network } from '../network.ts'
import type { KnownAccount } from '../people/people.ts'
import type { Trusted } from '../people/trusted.ts'
import type { Person } from '../types.ts'

/** An account in its public form. */
export function toPerson(
  { network, trusted }: { network: Network; trusted: Trusted },
  known: KnownAccount,
  self: Uint8Array | undefined
): Person {
  const me = self !== undefined && equalBytes(known.id, self)
  const { status, lastSeen } = network.book.of(known.key)
  return {
    name: known.name,
    id: known.key,
    status: me ? network.ownStatus : status,
    ...(!me && lastSeen !== undefined && { last_seen: new Date(lastSeen).toISOString() }),
    link: network.isConnected(known.key) ? 'direct' : 'none',
    trust: me ? 'verified' : trusted.of(known),
    me
  }
}
