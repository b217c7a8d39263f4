import { afterAll, expect, test } from 'vitest'
import { mentionsIn } from '../../../src/node/conversations/mentions.ts'
import { hex, maxMentions } from '../../../src/protocol/index.ts'
import { makeAccount, makeRegistry } from '../support/accounts.ts'
import { introduce, openPeople } from '../support/people.ts'
import { temporaryProfile } from '../support/profile.ts'

const registry = makeRegistry()
const people = openPeople(await temporaryProfile({ onTestFinished: afterAll }), registry)
const names = ['alice', 'bob', 'bob_2', ...Array.from({ length: 60 }, (_, index) => `crowd${index}`)]
const accounts = await Promise.all(names.map((name) => makeAccount(registry, name)))
await introduce([{ people }], accounts)

const found = async (text: string): Promise<string[]> => {
  const ids = (await mentionsIn(people, text)).map(hex)
  return ids.map((id) => accounts.find((account) => hex(account.id) === id)!.name)
}

test.for([
  ['@alice hello', ['alice']],
  ['hello @alice, @bob!', ['alice', 'bob']],
  ['@alice @alice', ['alice']],
  ['(@bob_2)', ['bob_2']],
  ['**@bob**', ['bob']],
  ['nobody@alice.example', []],
  ['@alicebob', []],
  ['@bob_', []],
  ['@nobody_known', []],
  ['@al', []],
  ['@Alice', []],
  ['', []]
] as const)('%s', async ([text, expected]) => {
  expect(await found(text)).toEqual(expected)
})

test('no more than a message may name', async () => {
  const text = names.map((name) => `@${name}`).join(' ')
  expect(await found(text)).toEqual(names.slice(0, maxMentions))
})
