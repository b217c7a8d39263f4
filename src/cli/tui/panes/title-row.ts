import { claimOf } from '../../profile-lines.ts'
import { safeLine } from '../text/safe-text.ts'
import { fitRow, spread } from '../text/spans.ts'
import { presenceMarks } from './presence.ts'
import { trustWord } from './trust-mark.ts'
import type { ChatState } from '../store/model.ts'
import type { Row, Span } from '../text/spans.ts'
import type { Layout } from './layout.ts'

const fill = { role: 'bar' } as const

/** Where one is, of what kind it is, and who is there. */
export function titleRow(state: ChatState, { columns, rooms }: Layout): Row {
  const brand: Row = rooms === 0 ? [] : fitRow([{ text: ' starling', role: 'barDim' }], rooms + 1, fill)
  return [...brand, ...spread(place(state), presence(state), columns - (rooms === 0 ? 0 : rooms + 1), fill)]
}

function place(state: ChatState): Row {
  const conversation = state.conversations.find(({ name }) => name === state.active)
  if (conversation === undefined) return [{ text: ` ${state.me.name}`, role: 'barTitle' }]
  const person = conversation.kind === 'direct' ? state.presence.get(conversation.name) : undefined
  const claim = conversation.nickname ?? (person === undefined ? '' : claimOf(person))
  const trust = person?.trust ?? 'unverified'
  const kind = conversation.kind === 'room' ? 'public, signed' : `direct, encrypted${trustWord[trust]}`
  const gap: Row =
    conversation.missing === 0
      ? []
      : [{ text: ` · ${count(conversation.missing, 'message')} missing, asking peers`, role: 'barDim' }]
  return [
    { text: ` ${safeLine(conversation.name)}`, role: 'barTitle' },
    { text: `${claim === '' ? '' : ` ${safeLine(claim)}`}  ${kind}`, role: 'barDim' },
    ...gap
  ]
}

function presence(state: ChatState): Row {
  const conversation = state.conversations.find(({ name }) => name === state.active)
  if (conversation === undefined) return []
  if (conversation.kind === 'direct') {
    const mark = presenceMarks[state.presence.get(conversation.name)?.status ?? 'offline']
    return [bar(` ${mark.shape} ${mark.word} `)]
  }
  const online = state.people.filter(({ status }) => status !== 'offline').length
  return [bar(` ${Math.max(online, 1)} online `)]
}

const bar = (text: string): Span => ({ text, role: 'bar' })

export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`
