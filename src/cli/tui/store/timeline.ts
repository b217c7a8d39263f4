import type { Message, MessageState } from '../../../node/index.ts'

export interface Entry {
  message: Message
  /** ms since 1970. */
  time: number
}

/** The messages of one conversation that are held here: ordered by (time, id), each once, in whatever order they came. */
export interface Timeline {
  readonly entries: readonly Entry[]
  /** Grows with every change. */
  readonly version: number
  /** Whether nothing older exists. */
  readonly complete: boolean
  /** Columns of the longest name that wrote. */
  readonly longestName: number
  /** False where it changed nothing. */
  add(message: Message): boolean
  /** A page of history, and whether it reaches the beginning. */
  addPage(messages: readonly Message[], complete: boolean): void
  setState(id: string, state: MessageState, storedBy: number): boolean
  /** Messages that are gone. */
  remove(ids: readonly string[]): void
  /** Position, or -1. */
  indexOf(id: string): number
  get(id: string): Entry | undefined
  /** Lets go of all but the newest; they can be paged in again. */
  trim(keep: number): void
}

const rank = { queued: 0, sent: 1, delivered: 2 } as const

export function createTimeline(): Timeline {
  const byId = new Map<string, Entry>()
  let entries: Entry[] = []
  let version = 0
  let complete = false
  let paged = false
  let longestName = 0

  return {
    get entries() {
      return entries
    },
    get version() {
      return version
    },
    get complete() {
      return complete
    },
    get longestName() {
      return longestName
    },
    add(message) {
      // Between an old message and the oldest one held there may be others: paging brings them all, in order.
      const oldest = entries[0]
      if (paged && !complete && oldest !== undefined && compare(entryOf(message), oldest) < 0) return false
      return insert(message)
    },
    addPage(messages, reachesBeginning) {
      const first = messages[0]
      if (!paged && !reachesBeginning && first !== undefined) dropBefore(entryOf(first))
      for (const message of messages) insert(message)
      paged = true
      complete = reachesBeginning
      version++
    },
    setState(id, state, storedBy) {
      const entry = byId.get(id)
      if (entry === undefined) return false
      return update(entry, { ...entry.message, state, stored_by: storedBy })
    },
    remove(ids) {
      const gone = new Set(ids)
      if (!ids.some((id) => byId.delete(id))) return
      entries = entries.filter(({ message }) => !gone.has(message.id))
      version++
    },
    indexOf(id) {
      const entry = byId.get(id)
      return entry === undefined ? -1 : position(entries, entry)
    },
    get: (id) => byId.get(id),
    trim(keep) {
      if (entries.length <= keep) return
      for (const { message } of entries.slice(0, -keep)) byId.delete(message.id)
      entries = entries.slice(-keep)
      complete = false
      version++
    }
  }

  function insert(message: Message): boolean {
    const held = byId.get(message.id)
    if (held !== undefined) return update(held, message)
    const entry = entryOf(message)
    byId.set(message.id, entry)
    entries.splice(position(entries, entry), 0, entry)
    longestName = Math.max(longestName, (message.sender_nickname ?? message.sender).length)
    version++
    return true
  }

  function update(entry: Entry, news: Message): boolean {
    const { state, stored_by } = entry.message
    entry.message = further(news, entry.message)
    if (entry.message.state === state && entry.message.stored_by === stored_by) return false
    version++
    return true
  }

  function dropBefore(first: Entry): void {
    const dropped = entries.slice(0, position(entries, first))
    for (const { message } of dropped) byId.delete(message.id)
    entries = entries.slice(dropped.length)
  }
}

function entryOf(message: Message): Entry {
  const time = Date.parse(message.timestamp)
  return { message, time: Number.isNaN(time) ? 0 : time }
}

function compare(a: Entry, b: Entry): number {
  if (a.time !== b.time) return a.time - b.time
  if (a.message.id === b.message.id) return 0
  return a.message.id < b.message.id ? -1 : 1
}

/** Where an entry stands or belongs. Most are the newest, so the end is tried first. */
function position(entries: readonly Entry[], entry: Entry): number {
  const last = entries.at(-1)
  if (last === undefined || compare(last, entry) < 0) return entries.length
  let low = 0
  let high = entries.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (compare(entries[middle]!, entry) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** An event that was overtaken does not take a state back. */
function further(news: Message, held: Message): Message {
  const back = rank[news.state ?? 'queued'] < rank[held.state ?? 'queued']
  return back ? { ...news, state: held.state!, stored_by: held.stored_by ?? 0 } : news
}
