import { InvalidProfileError } from '../../errors.ts'
import {
  colours,
  fromBase64,
  isDisplayName,
  isStatusText,
  isTimeZone,
  maxDisplayName,
  maxPicture,
  maxPictureSide,
  maxStatusText,
  readPicture
} from '../../protocol/index.ts'
import type { ProfileBody } from '../../protocol/index.ts'
import type { ProfileChange } from '../people/types.ts'

const nothing: ProfileBody = {
  displayName: '',
  status: '',
  timeZone: '',
  colour: 0,
  picture: new Uint8Array()
}

/** What one's profile says after a change. @throws InvalidProfileError */
export function changedProfile(before: ProfileBody = nothing, change: ProfileChange): ProfileBody {
  const { displayName, statusText, timeZone, colour, picture } = change
  return {
    displayName: displayName === undefined ? before.displayName : nameOf(displayName),
    status: statusText === undefined ? before.status : statusOf(statusText),
    timeZone: timeZone === undefined ? before.timeZone : zoneOf(timeZone),
    colour: colour === undefined ? before.colour : colourOf(colour),
    picture: picture === undefined ? before.picture : pictureOf(picture)
  }
}

function nameOf(text: string): string {
  const name = text.trim()
  if (name === '' || isDisplayName(name)) return name
  throw new InvalidProfileError(
    `A name has up to ${maxDisplayName} letters and digits, with single spaces and . , - ' between them.`
  )
}

function statusOf(text: string): string {
  const status = text.trim()
  if (status === '' || isStatusText(status)) return status
  throw new InvalidProfileError(`A status is one line of up to ${maxStatusText} characters.`)
}

function zoneOf(text: string): string {
  if (text === '' || (isTimeZone(text) && isKnownZone(text))) return text
  throw new InvalidProfileError(`"${text}" is no time zone. They are written as in Europe/Berlin.`)
}

function colourOf(text: string): number {
  const place = colours.findIndex((colour) => colour === text)
  if (text === '' || place >= 0) return place + 1
  throw new InvalidProfileError(`"${text}" is none of the colours: ${colours.join(', ')}.`)
}

function pictureOf(text: string): Uint8Array {
  const bytes = bytesOf(text)
  if (bytes !== undefined && (bytes.length === 0 || readPicture(bytes) !== undefined)) return bytes
  throw new InvalidProfileError(
    `A picture is a PNG or JPEG of up to ${maxPicture / 1024} KiB and ${maxPictureSide} pixels each way. Make it smaller: ` +
      '64 by 64 is enough.'
  )
}

function bytesOf(text: string): Uint8Array | undefined {
  try {
    return fromBase64(text)
  } catch {
    return undefined
  }
}

/** Whether this computer knows the time zone. */
export function isKnownZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
