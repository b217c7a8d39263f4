import { isAttentive, notePerson } from './model.ts'
import type { ClientEvent } from '../../client/types.ts'
import type { Message, Person } from '../../../node/index.ts'
import type { Model } from './model.ts'

/** What an event asks for beyond itself. */
export interface Consequence {
  /** Someone appeared whom the list of people lacks. */
  people?: boolean
  /** The open conversation is gone. */
  left?: boolean
  /** What was written looks otherwise now: it is fetched anew. */
  reload?: boolean
}

export function applyEvent(model: Model, event: ClientEvent): Consequence {
  switch (event.type) {
    case 'message':
      return applyMessage(model, event.message)
    case 'state':
      model.timelines.get(event.conversation)?.setState(event.id, event.state, event.stored_by)
      return {}
    case 'removed':
      model.timelines.get(event.conversation)?.remove(event.ids)
      return {}
    case 'conversation':
      return applyConversation(model, event)
    case 'presence':
      return applyPresence(model, event.person)
    case 'network':
      model.network = event.network
      return {}
    case 'notice':
      model.notices.push({ level: event.level, text: event.text })
      return {}
    case 'closed':
      model.closed = event.reason
      return {}
  }
}

function applyMessage(model: Model, message: Message): Consequence {
  // A conversation that was never opened has no timeline: its history is fetched when it is.
  const added = model.timelines.get(message.conversation)?.add(message) ?? false
  if (!added || message.conversation !== model.active) return {}
  if (!message.own && !isAttentive(model) && (model.seenAll || model.marker === undefined)) {
    model.marker = message.id
    model.seenAll = false
  }
  return { people: !model.people.has(message.sender_id) }
}

function applyConversation(
  model: Model,
  { conversation, left }: Extract<ClientEvent, { type: 'conversation' }>
): Consequence {
  const { name } = conversation
  if (!left) {
    const before = model.conversations.get(name)
    model.conversations.set(name, conversation)
    return { people: name === model.active && before?.online !== conversation.online }
  }
  model.conversations.delete(name)
  model.timelines.delete(name)
  return { left: name === model.active }
}

function applyPresence(model: Model, person: Person): Consequence {
  const reload = notePerson(model, person)
  if (reload) model.timelines.clear()
  if (!model.people.has(person.id)) return { people: true, reload }
  model.people.set(person.id, person)
  return { reload }
}
