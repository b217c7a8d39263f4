import { slashCommands } from '../slash/index.ts'
import { fuzzySort } from '../text/fuzzy.ts'
import { safeLine } from '../text/safe-text.ts'
import { presenceMarks } from './presence.ts'
import type { ChatState } from '../store/model.ts'

export interface SwitcherItem {
  label: string
  hint: string
  action:
    | { type: 'open'; name: string }
    | { type: 'message'; name: string }
    | { type: 'join'; room: string }
    | { type: 'command'; name: string }
}

/** What a query may mean: conversations first, then people and commands; at last what does not exist here yet. */
export function switcherItems(state: ChatState, query: string, onlyPeople: boolean): SwitcherItem[] {
  const word = query.trim().toLowerCase()
  const known = onlyPeople ? people(state) : [...conversations(state), ...strangers(state), ...commands()]
  // Nobody types the sign first: it must not make a name worse than one without.
  const found = fuzzySort(word, known, ({ label }) =>
    /^[#/]/.test(word) ? label : label.replace(/^[#/]/, '')
  )
  const exact = found.some(({ label }) => label === word || label === `#${word}` || label === `/${word}`)
  return exact ? found : [...found, ...unknown(word, onlyPeople)]
}

const conversations = ({ conversations, active }: ChatState): SwitcherItem[] =>
  conversations
    .filter(({ name }) => name !== active)
    .map(({ name, nickname, unread, mentions }) => ({
      label: safeLine(name),
      hint: [safeLine(nickname ?? ''), mentions > 0 && `@${mentions}`, unread > 0 && `${unread} new`]
        .filter(Boolean)
        .join('  '),
      action: { type: 'open', name }
    }))

const people = (state: ChatState): SwitcherItem[] =>
  [...state.presence.values()]
    .filter(({ me }) => !me)
    .sort((a, b) => Number(a.status === 'offline') - Number(b.status === 'offline'))
    .map(({ name, status }) => {
      const { shape, word } = presenceMarks[status]
      return { label: safeLine(name), hint: `${shape} ${word}`, action: { type: 'message', name } }
    })

function strangers(state: ChatState): SwitcherItem[] {
  const open = new Set(state.conversations.map(({ name }) => name))
  return people(state).filter(({ label }) => !open.has(label))
}

const commands = (): SwitcherItem[] =>
  slashCommands.map(({ name, summary }) => ({
    label: `/${name}`,
    hint: summary,
    action: { type: 'command', name }
  }))

function unknown(word: string, onlyPeople: boolean): SwitcherItem[] {
  const name = word.replace(/^[@#]/, '')
  const items: SwitcherItem[] = []
  if (/^[a-z0-9_]{3,20}$/.test(name) && !word.startsWith('#')) {
    items.push({ label: name, hint: 'look for this person', action: { type: 'message', name } })
  }
  if (!onlyPeople && /^[a-z0-9_-]{1,32}$/.test(name) && !word.startsWith('@')) {
    items.push({ label: `#${name}`, hint: 'enter this room', action: { type: 'join', room: `#${name}` } })
  }
  return items
}
