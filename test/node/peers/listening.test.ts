import { expect, test } from 'vitest'
import { listenAsBefore, rememberPort } from '../../../src/node/peers/listening.ts'
import { temporaryProfile } from '../support/profile.ts'

const free = ['/ip4/0.0.0.0/tcp/0']
const got = ['/ip4/192.168.1.7/tcp/40123/p2p/somebody', '/ip4/127.0.0.1/tcp/40123/p2p/somebody']

test('a free port is kept', async (t) => {
  const { profile } = await temporaryProfile(t)
  expect(await listenAsBefore(profile, free)).toBe(free)
  await rememberPort(profile, free, got)
  expect(await listenAsBefore(profile, free)).toEqual(['/ip4/0.0.0.0/tcp/40123'])
  expect(await listenAsBefore(profile, ['/ip4/127.0.0.1/tcp/0/ws'])).toEqual(['/ip4/127.0.0.1/tcp/40123/ws'])
})

test.for([
  [['/ip4/0.0.0.0/tcp/7000']],
  [['/ip4/0.0.0.0/tcp/0', '/ip4/0.0.0.0/tcp/0/ws']],
  [['/ip4/0.0.0.0/tcp/05']],
  [[]]
])('%o is left as it is', async ([listen], t) => {
  const { profile } = await temporaryProfile(t)
  await rememberPort(profile, listen!, got)
  expect(await profile.tables.settings.get('port')).toBeUndefined()
  await rememberPort(profile, free, got)
  expect(await listenAsBefore(profile, listen!)).toBe(listen)
})

test('who listens nowhere has no port to keep', async (t) => {
  const { profile } = await temporaryProfile(t)
  await rememberPort(profile, free, [])
  expect(await listenAsBefore(profile, free)).toBe(free)
})
