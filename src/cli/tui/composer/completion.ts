import { emoji } from '../text/emoji.ts'
import { fuzzySort } from '../text/fuzzy.ts'

/** What can be completed to, each list in the order in which it is offered. */
export interface CompletionSources {
  commands: readonly { name: string; usage: string; summary: string; argument?: 'person' | 'room' }[]
  people: readonly string[]
  /** With their #. */
  rooms: readonly string[]
}

export interface CompletionItem {
  label: string
  hint: string
  /** What takes the place of the word. */
  insert: string
}

export interface Completion {
  /** The word that is completed. */
  from: number
  to: number
  items: readonly CompletionItem[]
}

const maxItems = 50

/**
 * What the word at the cursor may become. Unasked (the popup that comes while typing) a word without @, #, : or / is
 * left alone; asked by Tab, the first word of a text is taken for a name.
 */
export function complete(
  text: string,
  cursor: number,
  sources: CompletionSources,
  asked: boolean
): Completion | undefined {
  const word = /[^\s(]*$/.exec(text.slice(0, cursor))![0]
  const from = cursor - word.length
  const items = itemsFor(word, text.slice(0, from), sources, asked).slice(0, maxItems)
  return items.length === 0 ? undefined : { from, to: cursor, items }
}

function itemsFor(
  word: string,
  before: string,
  sources: CompletionSources,
  asked: boolean
): CompletionItem[] {
  const command = /^\/([a-z]+) $/.exec(before)?.[1]
  const argument = sources.commands.find(({ name }) => name === command)?.argument
  if (before === '' && /^\/[a-z]*$/.test(word)) return commandItems(word.slice(1), sources)
  if (argument === 'person') return nameItems(word.replace(/^@/, ''), sources.people, '')
  if (argument === 'room') return roomItems(word, sources)
  if (word.startsWith('@')) return nameItems(word.slice(1), sources.people, '@')
  if (/^#./.test(word)) return roomItems(word, sources)
  if (/^:[a-z_]{2,}$/.test(word)) return emojiItems(word.slice(1))
  return asked && before === '' && word !== '' ? nameItems(word, sources.people, '@') : []
}

function commandItems(word: string, { commands }: CompletionSources): CompletionItem[] {
  return commands
    .filter(({ name }) => name.startsWith(word))
    .map(({ name, usage, summary }) => ({ label: usage, hint: summary, insert: `/${name} ` }))
}

function nameItems(word: string, people: readonly string[], sign: '@' | ''): CompletionItem[] {
  const begin = people.filter((name) => name.startsWith(word.toLowerCase()))
  const found = begin.length > 0 ? begin : fuzzySort(word, people, (name) => name)
  return found.map((name) => ({ label: sign + name, hint: '', insert: `${sign}${name} ` }))
}

function roomItems(word: string, { rooms }: CompletionSources): CompletionItem[] {
  const query = word.replace(/^#?/, '#').toLowerCase()
  return rooms
    .filter((room) => room.startsWith(query))
    .map((room) => ({ label: room, hint: '', insert: `${room} ` }))
}

function emojiItems(word: string): CompletionItem[] {
  const codes = [...emoji.keys()].filter((code) => code.includes(word))
  return fuzzySort(word, codes, (code) => code).map((code) => {
    const picture = emoji.get(code)!
    return { label: `${picture} ${code}`, hint: '', insert: `${picture} ` }
  })
}
