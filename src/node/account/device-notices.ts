import type { KnownAccount } from '../people/people.ts'

/** What the person of a revoked device is told. */
export const revokedText = (name: string): string =>
  `This device was removed from the account ${name}. What is stored here can still be read; nothing is sent or received. ` +
  `To go on, log in again in a new profile: "starling login ${name} --profile DIR".`

/** What one's other devices are told of new ones: whoever guessed the password would come in by a device of their own. */
export const newDeviceTexts = ({ peers }: KnownAccount, before: KnownAccount, own: string): string[] =>
  peers
    .filter((peer) => peer !== own && !before.peers.includes(peer))
    .map((peer) => peer.slice(-8))
    .map(
      (end) =>
        `A new device was added to your account: …${end}. If that wasn't you: "starling devices revoke ${end}", ` +
        'then "starling password".'
    )
