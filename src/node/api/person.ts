import { equalBytes } from '../../protocol/index.ts'
import type { Account } from '../account/account.ts'
import type { Network } from '../network.ts'
import type { KnownAccount } from '../people/people.ts'
import type { Trusted } from '../people/trusted.ts'
import type { Person } from '../types.ts'

/** What a person's public form is made from. */
export interface PersonContext {
  account: Account
  network: Network
  trusted: Trusted
}

/** An account in its public form. */
export function toPerson({ account, network, trusted }: PersonContext, known: KnownAccount): Person {
  const me = account.self !== undefined && equalBytes(known.id, account.self.id)
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
