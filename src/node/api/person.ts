import { colours, equalBytes } from '../../protocol/index.ts'
import type { Account } from '../account/account.ts'
import type { Messaging } from '../messaging.ts'
import type { Network } from '../network.ts'
import type { KnownAccount } from '../people/people.ts'
import type { Profiles } from '../people/profiles.ts'
import type { Trusted } from '../people/trusted.ts'
import type { Person, ProfileFields } from '../people/types.ts'

/** What a person's public form is made from. */
export interface PersonContext {
  account: Account
  network: Network
  trusted: Trusted
  profiles: Profiles
  messaging: Messaging
}

/** An account in its public form. */
export function toPerson(context: PersonContext, known: KnownAccount): Person {
  const { account, network, trusted, messaging } = context
  const nickname = messaging.relations.nicknameOf(known.id)
  const me = account.self !== undefined && equalBytes(known.id, account.self.id)
  const { status, lastSeen } = network.book.of(known.key)
  return {
    name: known.name,
    id: known.key,
    status: me ? network.ownStatus : status,
    ...(!me && lastSeen !== undefined && { last_seen: new Date(lastSeen).toISOString() }),
    link: network.isConnected(known.key) ? 'direct' : 'none',
    trust: me ? 'verified' : trusted.of(known),
    me,
    ...(nickname !== undefined && { nickname }),
    ...(messaging.relations.isBlocked(known.id) && { blocked: true as const }),
    ...profileFields(context, known)
  }
}

/** What they say of themselves, without the picture. */
export function profileFields({ profiles }: PersonContext, { key }: KnownAccount): ProfileFields {
  const { displayName = '', status = '', timeZone = '', colour = 0 } = profiles.of(key) ?? {}
  const chosen = colours[colour - 1]
  return {
    ...(displayName !== '' && { display_name: displayName }),
    ...(status !== '' && { status_text: status }),
    ...(timeZone !== '' && { time_zone: timeZone }),
    ...(chosen !== undefined && { colour: chosen })
  }
}
