import { base32, fromBase32, utf8, utf8Text } from './bytes.ts'
import { isRoomName } from './names.ts'
import { isDisplayName } from './profile.ts'
import type { HybridTime } from './hybrid-time.ts'

const ids = ['block', 'contact', 'device', 'nickname', 'read'] as const

/** What the devices of one account remember together: the keys of kind 0x4002, in the conversation with oneself. */
export type OwnKey = { about: (typeof ids)[number]; id: Uint8Array } | { about: 'room'; name: string }

/** The register's key: a word, a slash and an id in base32 or a name. */
export const ownKey = (key: OwnKey): string =>
  `${key.about}/${key.about === 'room' ? key.name : base32(key.id)}`

/** What a key is about, or undefined where this version does not know it. */
export function readOwnKey(key: string): OwnKey | undefined {
  const [word, rest = '', ...more] = key.split('/')
  if (more.length > 0) return undefined
  if (word === 'room') return isRoomName(rest) ? { about: 'room', name: rest } : undefined
  const about = ids.find((one) => one === word)
  const id = about && idOf(rest)
  return about && id && { about, id }
}

function idOf(text: string): Uint8Array | undefined {
  try {
    const id = fromBase32(text)
    return id.length === 32 && base32(id) === text ? id : undefined
  } catch {
    return undefined
  }
}

/** Yes or no: a room that one is in or has left, a contact that one has, somebody who is blocked. */
export const encodeFlag = (flag: boolean): Uint8Array => Uint8Array.of(Number(flag))
/** False for whatever is not a yes. */
export const decodeFlag = (value: Uint8Array): boolean => value.length === 1 && value[0] === 1

/** A read marker: 8 bytes. */
export function encodeMarker(time: HybridTime): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, time)
  return bytes
}

/** Zero for whatever is none. */
export const decodeMarker = (value: Uint8Array): HybridTime =>
  value.length === 8 ? new DataView(value.buffer, value.byteOffset).getBigUint64(0) : 0n

/** A device's name, of 64 bytes at most. */
export const encodeDeviceName = (name: string): Uint8Array => {
  const whole = name.toWellFormed()
  let end = Math.min(whole.length, maxDeviceName)
  while (utf8(whole.slice(0, end).toWellFormed()).length > maxDeviceName) end--
  return utf8(whole.slice(0, end).toWellFormed())
}

/** Empty for whatever is none. */
export const decodeDeviceName = (value: Uint8Array): string =>
  value.length <= maxDeviceName ? (utf8Text(value) ?? '') : ''

const maxDeviceName = 64

/** What one calls somebody. */
export const encodeNickname = (nickname: string): Uint8Array => utf8(nickname)

/** Empty for whatever is none. */
export function decodeNickname(value: Uint8Array): string {
  const text = utf8Text(value) ?? ''
  return isDisplayName(text) ? text : ''
}
