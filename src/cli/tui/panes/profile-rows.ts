import { profileLines } from '../../profile-lines.ts'
import { hueOf } from '../text/hue.ts'
import { wrapSpans } from '../text/wrap.ts'
import type { PersonProfile } from '../../../node/index.ts'
import type { Row } from '../text/spans.ts'

const labelColumns = 10

/** What somebody says of themselves, the username first. */
export function profileRows(profile: PersonProfile, columns: number, now: number): Row[] {
  const { id, colour } = profile
  return profileLines(profile, now).flatMap(([label, value]) => {
    const isColoured = label === 'Username' || label === 'Colour'
    const span = { text: value, ...(isColoured && { hue: hueOf(id, colour) }) }
    return wrapSpans([span], Math.max(10, columns - labelColumns)).map((row, index): Row => [
      { text: (index === 0 ? label : '').padEnd(labelColumns), role: 'dim' },
      ...row
    ])
  })
}
