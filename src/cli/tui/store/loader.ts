import { sentence } from '../text/sentence.ts'
import { isAttentive, notePerson, timelineOf } from './model.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { Message } from '../../../node/index.ts'
import type { Client } from '../../client/types.ts'
import type { ChatState, Model } from './model.ts'
import type { Publisher } from './publisher.ts'
import type { Timeline } from './timeline.ts'

/** Messages of one page of history. */
const pageSize = 100
/** A longer absence is not fetched as a whole; scrolling back brings the rest. */
const maxUnreadPage = 500
/** Between two requests for the people of a room, where everybody comes and goes; ms. */
const peopleSpace = 1000
/** Between two reports of what was read, ms. */
const readSpace = 250

/** Fetches what the open conversation needs, one request of a kind at a time. */
export interface Loader {
  open(conversation: string): void
  /** The page before the oldest message held. */
  older(): void
  people(): void
  /** Tells the node that what is in sight was read. */
  read(): void
}

interface LoaderInit {
  client: Client
  model: Model
  publisher: Publisher<ChatState>
  warn: (text: string) => void
}

export function createLoader({ client, model, publisher, warn }: LoaderInit): Loader {
  const loaded = new WeakSet<Timeline>()
  /** Where the last request for an older page failed: asked again once the conversation is opened anew. */
  const failed = new WeakSet<Timeline>()
  const people = oneAtATime(fetchPeople, peopleSpace)
  const read = oneAtATime(markRead, readSpace)

  return {
    open(conversation) {
      const timeline = timelineOf(model, conversation)
      const unread = model.conversations.get(conversation)?.unread ?? 0
      failed.delete(timeline)
      void fetchPeople()
      if (loaded.has(timeline)) {
        model.marker = firstUnread(timeline, unread)
        return read()
      }
      if (model.loading.has(conversation)) return
      const limit = Math.max(pageSize, Math.min(maxUnreadPage, unread + 20))
      void page(conversation, timeline, { limit }).then(() => {
        if (conversation === model.active) model.marker ??= firstUnread(timeline, unread)
        publisher.now()
        read()
      })
    },
    older() {
      const timeline = model.active === undefined ? undefined : model.timelines.get(model.active)
      const before = timeline?.entries[0]?.message.id
      if (timeline === undefined || timeline.complete || before === undefined || failed.has(timeline)) return
      if (!model.loading.has(model.active!)) {
        void page(model.active!, timeline, { limit: pageSize, before }).then(() => publisher.now())
      }
    },
    people,
    read
  }

  async function page(
    conversation: string,
    timeline: Timeline,
    options: { limit: number; before?: string }
  ): Promise<void> {
    let problem: string | undefined
    model.loading.add(conversation)
    try {
      const messages = await client.history(conversation, options)
      timeline.addPage(messages, messages.length < options.limit)
      loaded.add(timeline)
    } catch (error) {
      failed.add(timeline)
      problem = sentence(error)
    }
    model.loading.delete(conversation)
    // Said last: whoever hears it may ask again at once.
    if (problem !== undefined) warn(problem)
  }

  async function fetchPeople(): Promise<void> {
    const conversation = model.active
    if (conversation === undefined || model.closed !== undefined) return
    const list = await attempt(client.people(conversation))
    if (list === undefined || conversation !== model.active) return
    model.people = new Map(list.map((person) => [person.id, person]))
    for (const person of list) notePerson(model, person)
    publisher.soon()
  }

  async function markRead(): Promise<void> {
    const conversation = model.conversations.get(model.active ?? '')
    if (conversation === undefined || conversation.unread === 0 || !isAttentive(model)) return
    if (model.closed !== undefined) return
    await attempt(client.markRead(conversation.name))
  }

  async function attempt<T>(work: Promise<T>): Promise<T | undefined> {
    try {
      return await work
    } catch (error) {
      warn(sentence(error))
      return undefined
    }
  }
}

function firstUnread(timeline: Timeline, unread: number): string | undefined {
  let left = unread
  let first: Message | undefined
  for (let index = timeline.entries.length - 1; index >= 0 && left > 0; index--) {
    const { message } = timeline.entries[index]!
    if (message.own) continue
    first = message
    left--
  }
  return first?.id
}
