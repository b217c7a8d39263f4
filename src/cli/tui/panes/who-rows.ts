import { claimOf } from '../../profile-lines.ts'
import { calledName } from '../../relation-lines.ts'
import { safeLine } from '../text/safe-text.ts'
import { hueOf } from '../text/hue.ts'
import { timeAgo } from '../text/time.ts'
import { fit } from '../text/width.ts'
import { presenceMarks } from './presence.ts'
import { trustWord } from './trust-mark.ts'
import type { Person } from '../../../node/index.ts'
import type { Row } from '../text/spans.ts'

/** Everyone in a conversation, with what the list beside it says by shape and colour said in words. */
export function whoRows(people: readonly Person[], now: number): Row[] {
  return people.map((person): Row => {
    const { shape, role } = presenceMarks[person.status]
    return [
      { text: `${shape} `, role },
      { text: fit(calledName(person.name, person.nickname), 22), hue: hueOf(person.id, person.colour) },
      { text: wordsFor(person, now), role: 'dim' }
    ]
  })
}

function wordsFor(person: Person, now: number): string {
  const words =
    presenceWords(person, now) +
    (person.me ? '' : trustWord[person.trust]) +
    (person.blocked ? ' · blocked' : '')
  return [words, claimOf(person), safeLine(person.status_text ?? '')]
    .filter((part) => part !== '')
    .join(' · ')
}

function presenceWords({ status, last_seen, link, me }: Person, now: number): string {
  if (me) return `${presenceMarks[status].word} · you`
  if (status === 'offline') {
    return last_seen === undefined ? 'offline' : `offline · seen ${timeAgo(Date.parse(last_seen), now)}`
  }
  return `${presenceMarks[status].word}${link === 'direct' ? ' · connected to you' : ''}`
}
