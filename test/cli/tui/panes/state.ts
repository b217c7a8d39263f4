import { createModel, stateOf } from '../../../../src/cli/tui/store/model.ts'
import { idOf } from '../fixture-client.ts'
import type { ChatState } from '../../../../src/cli/tui/store/model.ts'
import type { Conversation, Person, PresenceStatus } from '../../../../src/node/index.ts'

export const me = {
  name: 'alice',
  id: idOf('alice'),
  device: 'd',
  devices: 1,
  certificate_expires: '2030-01-01T00:00:00.000Z'
}

export const conversation = (name: string, extra: Partial<Conversation> = {}): Conversation => ({
  name,
  kind: name.startsWith('#') ? 'room' : 'direct',
  unread: 0,
  mentions: 0,
  online: 0,
  missing: 0,
  ...extra
})

export const person = (name: string, status: PresenceStatus, extra: Partial<Person> = {}): Person => ({
  name,
  id: idOf(name),
  status,
  link: 'none',
  trust: 'unverified',
  me: false,
  ...extra
})

/** A state as the store would publish it, with #lobby open. */
export function stateWith(extra: Partial<ChatState> = {}): ChatState {
  const status = {
    account: me,
    network: { registry: 'online' as const, peers: 3, addresses: [] },
    invite: 'starling:abc'
  }
  return {
    ...stateOf(createModel(status, me)),
    active: '#lobby',
    conversations: [conversation('#lobby')],
    ...extra
  }
}

export const presenceOf = (...people: Person[]): ReadonlyMap<string, Person> =>
  new Map(people.map((one) => [one.name, one]))
