import { expect, test } from 'vitest'
import { AddressBook } from '../../../src/node/peers/address-book.ts'
import { maxAddresses } from '../../../src/protocol/index.ts'
import { makeDevice } from '../support/accounts.ts'
import { temporaryProfile } from '../support/profile.ts'

const [first, second] = [['/ip4/127.0.0.1/tcp/1000'], ['/ip4/127.0.0.1/tcp/2000', '/ip4/10.0.0.1/tcp/2000']]

test('what was told last counts, and is kept once the peer was reached there', async (t) => {
  const { profile } = await temporaryProfile(t)
  const book = new AddressBook(profile)
  const { peer } = makeDevice()
  expect(await book.of(peer)).toEqual([])
  book.tell(peer, first)
  expect(await book.of(peer)).toEqual(first)
  expect(await new AddressBook(profile).of(peer)).toEqual([])
  await book.reached(peer)
  book.tell(peer, second)
  expect(await book.of(peer)).toEqual(second)
  expect(await new AddressBook(profile).of(peer)).toEqual(first)
  await book.reached(peer)
  expect(await new AddressBook(profile).of(peer)).toEqual(second)
})

test('a peer that dialled us, and that nobody told of, leaves nothing', async (t) => {
  const { profile } = await temporaryProfile(t)
  const { peer, key } = makeDevice()
  await new AddressBook(profile).reached(peer)
  expect(profile.aliases.find('device', key)).toBeUndefined()
})

test('asking for strangers costs no memory', async (t) => {
  const { profile } = await temporaryProfile(t)
  const { peer, key } = makeDevice()
  await new AddressBook(profile).of(peer)
  expect(profile.aliases.find('device', key)).toBeUndefined()
})

test('no more than anybody may have, and nothing for what is no peer id', async (t) => {
  const book = new AddressBook((await temporaryProfile(t)).profile)
  const { peer } = makeDevice()
  book.tell(
    peer,
    Array.from({ length: 50 }, (_, port) => `/ip4/127.0.0.1/tcp/${1000 + port}`)
  )
  expect(await book.of(peer)).toHaveLength(maxAddresses)
  expect(await book.of('nonsense')).toEqual([])
  await book.reached('nonsense')
})
