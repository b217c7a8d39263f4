import { claimOf } from '../../profile-lines.ts'
import { safeLine } from '../text/safe-text.ts'
import { hueOf } from '../text/hue.ts'
import { fitRow } from '../text/spans.ts'
import { presenceMarks } from './presence.ts'
import { trustMark } from './trust-mark.ts'
import type { Person } from '../../../node/index.ts'
import type { Row } from '../text/spans.ts'

/** Who is in the open conversation. What does not fit is counted. */
export function peopleRows(people: readonly Person[], columns: number, height: number): Row[] {
  const shown = people.length <= height ? people : people.slice(0, height - 1)
  const more: Row = [{ text: `   ${people.length - shown.length} more: /who`, role: 'dim' }]
  const list = [...shown.map(personRow), ...(shown.length < people.length ? [more] : [])]
  return Array.from({ length: height }, (_, index) => fitRow(list[index] ?? [], columns))
}

/** The name comes first: what somebody calls themselves only fills what is left. */
function personRow(person: Person): Row {
  const { name, nickname, id, status, trust, me, colour, blocked } = person
  const claim = nickname === undefined ? claimOf(person) : safeLine(name)
  const shown = safeLine(nickname ?? name)
  const { shape, role } = presenceMarks[status]
  return [
    { text: ` ${shape} `, role },
    status === 'offline' || blocked ? { text: shown, role: 'dim' } : { text: shown, hue: hueOf(id, colour) },
    ...(blocked ? [{ text: ' blocked', role: 'dim' } as const] : []),
    ...(me ? [{ text: ' you', role: 'dim' } as const] : trustMark[trust]),
    ...(claim === '' ? [] : [{ text: ` ${claim}`, role: 'dim' } as const])
  ]
}
