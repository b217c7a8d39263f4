import { expect, test } from 'vitest'
import { UnknownNameError } from '../../../src/errors.ts'
import { password, startBootstrap, startNode, temporaryDirectory, until } from '../../support/index.ts'
import { heldBy } from '../support/held.ts'

test('a new device gets what comes from then on, and the past after a yes, through a restart too', async (t) => {
  const { invite } = await startBootstrap(t)
  const bootstrap = [invite]
  const directory = await temporaryDirectory(t)
  const laptop = await startNode(t, { bootstrap, name: 'alice' })
  const bob = await startNode(t, { bootstrap, name: 'bob' })
  await laptop.direct.send('bob', 'before')
  await bob.direct.send('alice', 'before too')
  await heldBy(laptop, 'bob', 2)

  let phone = await startNode(t, { bootstrap, directory })
  const asked = until(laptop, 'notice', ({ text }) => text.includes('asks for what was written before'))
  const { device } = await phone.account.login({ username: 'alice', password })
  expect((await asked).text).toContain(device.slice(-8))
  await laptop.direct.send('bob', 'after')
  expect(await heldBy(phone, 'bob', 1)).toEqual(['after'])
  await bob.direct.send('alice', 'after too')
  expect(await heldBy(phone, 'bob', 2)).toEqual(['after', 'after too'])
  expect(await phone.conversations.list()).toMatchObject([{ name: 'bob', missing: 0 }])

  await expect(laptop.account.allow('xxxxxx')).rejects.toThrow(UnknownNameError)
  await laptop.account.allow(device.slice(-8))
  expect(await heldBy(phone, 'bob', 4)).toEqual(['before', 'before too', 'after', 'after too'])

  await phone.stop()
  await laptop.direct.send('bob', 'later')
  phone = await startNode(t, { directory })
  expect(await heldBy(phone, 'bob', 5)).toContain('later')
  // It has the past now, and could give it on; another new device is asked about again, here and there.
  const again = until(laptop, 'notice', ({ text }) => text.includes('asks for what was written before'))
  const tablet = await startNode(t, { bootstrap })
  await tablet.account.login({ username: 'alice', password })
  await again
}, 90_000)
