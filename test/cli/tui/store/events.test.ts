import { expect, test } from 'vitest'
import { applyEvent } from '../../../../src/cli/tui/store/events.ts'
import { createModel, emptyDirect, stateOf, timelineOf } from '../../../../src/cli/tui/store/model.ts'
import { messageAt } from '../messages.ts'
import type { Model } from '../../../../src/cli/tui/store/model.ts'
import type { Person } from '../../../../src/node/index.ts'

const network = { registry: 'online', peers: 0, addresses: [] } as const

function modelWith(...rooms: string[]): Model {
  const me = { name: 'alice', id: 'id', device: 'd', devices: 1, certificate_expires: '' }
  const model = createModel({ account: me, network: { ...network, addresses: [] }, invite: null }, me)
  for (const name of rooms) {
    model.conversations.set(name, { ...emptyDirect(name), kind: 'room' })
  }
  model.active = rooms[0]
  return model
}

const bob: Person = {
  name: 'bob',
  id: 'account-of-bob',
  status: 'online',
  link: 'direct',
  trust: 'unverified',
  me: false
}

test('a message goes into the timeline of its conversation', () => {
  const model = modelWith('#lobby')
  timelineOf(model, '#lobby')
  applyEvent(model, { type: 'message', message: messageAt('a', 1) })
  expect(stateOf(model).timeline!.entries).toHaveLength(1)
})

test('a conversation that was never opened keeps nothing in memory', () => {
  const model = modelWith('#lobby')
  applyEvent(model, { type: 'message', message: messageAt('a', 1, { conversation: '#other' }) })
  expect(model.timelines.size).toBe(0)
})

test('a message of somebody who is not listed asks for the list', () => {
  const model = modelWith('#lobby')
  timelineOf(model, '#lobby')
  expect(applyEvent(model, { type: 'message', message: messageAt('a', 1) })).toEqual({ people: true })
  model.people.set(bob.id, bob)
  expect(applyEvent(model, { type: 'message', message: messageAt('b', 1) })).toEqual({ people: false })
})

test('the marker stands before the first message that nobody saw coming', () => {
  const model = modelWith('#lobby')
  timelineOf(model, '#lobby')
  applyEvent(model, { type: 'message', message: messageAt('seen', 1) })
  expect(model.marker).toBeUndefined()
  model.attention = { focused: false, atBottom: true }
  applyEvent(model, { type: 'message', message: messageAt('own', 2, { own: true }) })
  applyEvent(model, { type: 'message', message: messageAt('first', 3) })
  applyEvent(model, { type: 'message', message: messageAt('second', 4) })
  expect(model.marker).toBe('first')
})

test('a conversation that was left is gone', () => {
  const model = modelWith('#lobby', '#dev')
  timelineOf(model, '#dev')
  const conversation = { ...emptyDirect('#dev'), kind: 'room' as const }
  expect(applyEvent(model, { type: 'conversation', conversation, left: true })).toEqual({ left: false })
  expect(stateOf(model).conversations.map(({ name }) => name)).toEqual(['#lobby'])
  expect(model.timelines.size).toBe(0)
  const lobby = { ...conversation, name: '#lobby' }
  expect(applyEvent(model, { type: 'conversation', conversation: lobby, left: true })).toEqual({ left: true })
})

test('what is on the screen is not unread, until somebody looks away', () => {
  const model = modelWith('#lobby')
  const conversation = { ...model.conversations.get('#lobby')!, unread: 3, mentions: 1 }
  applyEvent(model, { type: 'conversation', conversation, left: false })
  expect(stateOf(model).conversations[0]).toMatchObject({ unread: 0, mentions: 0 })
  model.attention = { focused: true, atBottom: false }
  expect(stateOf(model).conversations[0]).toMatchObject({ unread: 3, mentions: 1 })
})

test('presence changes the list and what is known of the person', () => {
  const model = modelWith('#lobby')
  model.people.set(bob.id, bob)
  expect(applyEvent(model, { type: 'presence', person: { ...bob, status: 'away' } })).toEqual({
    reload: false
  })
  expect(stateOf(model).people[0]!.status).toBe('away')
  expect(stateOf(model).presence.get('bob')!.status).toBe('away')
  expect(applyEvent(model, { type: 'presence', person: { ...bob, name: 'eve', id: 'new' } })).toEqual({
    people: true,
    reload: false
  })
})

test('states, network, notices and the end', () => {
  const model = modelWith('#lobby')
  timelineOf(model, '#lobby').add(messageAt('a', 1, { own: true, state: 'queued' }))
  applyEvent(model, { type: 'state', id: 'a', conversation: '#lobby', state: 'delivered', stored_by: 1 })
  applyEvent(model, { type: 'network', network: { registry: 'offline', peers: 7, addresses: [] } })
  applyEvent(model, { type: 'notice', level: 'warning', text: 'one' })
  applyEvent(model, { type: 'notice', level: 'info', text: 'two' })
  applyEvent(model, { type: 'closed', reason: 'Gone.' })
  const state = stateOf(model)
  expect(state.timeline!.get('a')!.message.state).toBe('delivered')
  expect(state.network.peers).toBe(7)
  expect(state.notice).toEqual({ level: 'warning', text: 'one' })
  expect(state.closed).toBe('Gone.')
})

test('messages that are gone leave the screen', () => {
  const model = modelWith('#lobby')
  timelineOf(model, '#lobby')
  for (const id of ['a', 'b']) applyEvent(model, { type: 'message', message: messageAt(id, 1) })
  for (const conversation of ['#lobby', '#other'])
    applyEvent(model, { type: 'removed', conversation, sender: 'bob', ids: ['a'] })
  expect(stateOf(model).timeline!.entries.map(({ message }) => message.id)).toEqual(['b'])
})

test('whoever is blocked or called otherwise makes what was written be fetched anew', () => {
  const model = modelWith('#lobby')
  model.people.set(bob.id, bob)
  expect(applyEvent(model, { type: 'presence', person: bob })).toEqual({ reload: false })
  for (const person of [{ ...bob, nickname: 'Bobby' }, { ...bob, blocked: true as const }, bob]) {
    timelineOf(model, '#lobby')
    expect(applyEvent(model, { type: 'presence', person })).toEqual({ reload: true })
    expect(model.timelines.size).toBe(0)
    expect(applyEvent(model, { type: 'presence', person })).toEqual({ reload: false })
  }
})
