import { compareBytes, domain, base32, utf8 } from './bytes.ts'
import type { Crypto } from './crypto.ts'

/** Id of the public room `name` (without #) of a registry: joining needs no server. */
export function publicRoomId(crypto: Crypto, registry: Uint8Array, name: string): Uint8Array {
  return crypto.sha256(domain('public'), registry, utf8(name))
}

/** Id of the conversation of two accounts, or of one account's own devices where both are the same. */
export function directId(crypto: Crypto, a: Uint8Array, b: Uint8Array): Uint8Array {
  const [lesser, greater] = compareBytes(a, b) < 0 ? [a, b] : [b, a]
  return crypto.sha256(domain('direct'), lesser, greater)
}

/** The gossip topic of a public room: its name stays out of it. */
export const roomTopic = (conversation: Uint8Array): string => `/starling/1/${base32(conversation)}`
