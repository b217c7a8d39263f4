import type { Conversation, Person } from '../../../node/index.ts'

/** The room list's order: who asked for this person, then what is unread, then what is recent. */
export function sortConversations(conversations: Iterable<Conversation>): Conversation[] {
  return [...conversations].sort(
    (a, b) =>
      urgency(b) - urgency(a) ||
      compare(b.last_activity ?? '', a.last_activity ?? '') ||
      compare(a.name, b.name)
  )
}

/** 2: mentions or a direct message, 1: unread, 0: nothing new. */
export function urgency({ kind, unread, mentions }: Conversation): 0 | 1 | 2 {
  if (mentions > 0 || (kind === 'direct' && unread > 0)) return 2
  return unread > 0 ? 1 : 0
}

const presenceOrder = { online: 0, away: 1, offline: 2 } as const

export function sortPeople(people: Iterable<Person>): Person[] {
  return [...people].sort(
    (a, b) => presenceOrder[a.status] - presenceOrder[b.status] || compare(a.name, b.name)
  )
}

/** Names and times are ASCII; a locale's order costs a hundred times more. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
