import { directId } from './conversation.ts'
import { kind } from './kinds.ts'
import { maxDisplayName, maxStatusText } from './limits.ts'
import { isLine, lengthOf } from './line.ts'
import { ProfileContent } from './pb/content.ts'
import { readPicture } from './picture.ts'
import { readPacket } from './record.ts'
import type { Crypto } from './crypto.ts'
import type { ReceivedPacket } from './record.ts'

/** What somebody says of themselves: the value of kind 0x4003. What is empty is not said. */
export interface ProfileBody {
  displayName: string
  /** One line. */
  status: string
  /** IANA, as in `Europe/Berlin`. */
  timeZone: string
  /** Place in `colours`, from 1; 0 is none. */
  colour: number
  /** PNG or JPEG. */
  picture: Uint8Array
}

/** The key of the register. */
export const profileKey = 'profile'

/** The colours that one may choose, in the order of their numbers. */
export const colours = [
  'red',
  'orange',
  'yellow',
  'lime',
  'green',
  'teal',
  'cyan',
  'blue',
  'indigo',
  'violet',
  'magenta',
  'pink'
] as const
/** One of them. */
export type Colour = (typeof colours)[number]

/** Letters, digits and what stands between them in names: nothing that could pass for a mark beside a name. */
const nameForm = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}.,'’-]*( [\p{L}\p{N}][\p{L}\p{M}\p{N}.,'’-]*)*$/u
const zoneForm = /^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/

/** Whether a text may be shown as somebody's name, beside the username. */
export const isDisplayName = (text: string): boolean =>
  lengthOf(text) <= maxDisplayName && nameForm.test(text)
/** Whether a text is one line that is short enough. */
export const isStatusText = (text: string): boolean => isLine(text, maxStatusText)
/** Whether a text has the form of a time zone's name: which there are depends on who reads it. */
export const isTimeZone = (text: string): boolean => zoneForm.test(text)

/** The value of a profile's register. */
export const encodeProfile = (body: ProfileBody): Uint8Array => ProfileContent.encode(body)

/** What a value says, or undefined where it breaks a limit. */
export function decodeProfile(value: Uint8Array): ProfileBody | undefined {
  try {
    const body = ProfileContent.decode(value)
    const isRight =
      (body.displayName === '' || isDisplayName(body.displayName)) &&
      (body.status === '' || isStatusText(body.status)) &&
      (body.timeZone === '' || isTimeZone(body.timeZone)) &&
      body.colour <= colours.length &&
      (body.picture.length === 0 || readPicture(body.picture) !== undefined)
    return isRight ? body : undefined
  } catch {
    return undefined
  }
}

/**
 * Reads a packet as `readPacket` does, where it is a profile: it belongs to the conversation of its author with
 * themselves, wherever it travels.
 */
export function readProfilePacket(crypto: Crypto, bytes: Uint8Array): ReceivedPacket | undefined {
  const header = readPacket(crypto, new Uint8Array(32), bytes)?.record.header
  if (header?.kind !== kind.profile) return undefined
  return readPacket(crypto, directId(crypto, header.account, header.account), bytes)
}
