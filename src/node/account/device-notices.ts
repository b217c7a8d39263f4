import type { KnownAccount } from '../people/people.ts'
import type { Removed } from '../types.ts'

/** What the person of a revoked device is told. */
export const revokedText = (name: string): string =>
  `This device was removed from the account ${name}. What is stored here can still be read; nothing is sent or received. ` +
  `To go on, log in again in a new profile: "starling login ${name} --profile DIR".`

/** What the person is told of messages that are gone. */
export const removedText = ({ conversation, sender, ids }: Removed): string =>
  `${ids.length === 1 ? 'A message' : `${ids.length} messages`} of ${sender} in ${conversation} ` +
  `${ids.length === 1 ? 'does' : 'do'} not count and ${ids.length === 1 ? 'is' : 'are'} gone: it came from a device that ${sender} had taken out of the account.`

/** Peer ids of devices that an account has now and had not before, but for one's own. */
export const newDevices = ({ peers }: KnownAccount, before: KnownAccount, own: string): string[] =>
  peers.filter((peer) => peer !== own && !before.peers.includes(peer))

/** What one's other devices are told of a new one: whoever guessed the password would come in by a device of their own. */
export function newDeviceText(peer: string): string {
  const end = peer.slice(-8)
  return (
    `A new device was added to your account: …${end}. If that wasn't you: "starling devices revoke ${end}", ` +
    'then "starling password".'
  )
}

/** What the person is told where the new password could not be put into this profile: the recovery code is shown all the same. */
export const oldPasswordText = (error: unknown): string =>
  'The password of the account is changed. This profile could not be, and still opens with the old one: change it again. ' +
  (error instanceof Error ? error.message : String(error))
