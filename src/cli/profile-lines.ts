import { safeLine } from './tui/text/safe-text.ts'
import { timeAgo, timeThere } from './tui/text/time.ts'
import type { PersonProfile, ProfileFields } from '../node/index.ts'

/** A display name as the claim that it is: in quotes, and only ever behind a username. Empty where there is none. */
export const claimOf = ({ display_name }: ProfileFields): string =>
  display_name === undefined ? '' : `“${safeLine(display_name)}”`

/** What a profile says, in words: labels and values, safe to show. */
export function profileLines(profile: PersonProfile, now: number): (readonly [string, string])[] {
  const { name, status_text, time_zone, colour, picture, changed } = profile
  const there = time_zone && timeThere(time_zone, now)
  const lines: (readonly [string, string])[] = [
    ['Username', safeLine(name)],
    ['Name', claimOf(profile)],
    ['Status', safeLine(status_text ?? '')],
    ['Time', there === undefined ? '' : `${there} (${safeLine(time_zone ?? '')})`],
    ['Colour', safeLine(colour ?? '')],
    ['Picture', picture === undefined ? '' : pictureWords(picture)],
    ['Changed', changed === undefined ? '' : timeAgo(Date.parse(changed), now)]
  ]
  return lines.filter(([, value]) => value !== '')
}

function pictureWords({ type, width, height, data }: NonNullable<PersonProfile['picture']>): string {
  const kilobytes = ((data.length * 3) / 4 / 1024).toFixed(1)
  return `${type === 'image/png' ? 'PNG' : 'JPEG'}, ${width} × ${height}, ${kilobytes} KiB`
}
