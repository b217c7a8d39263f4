import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { opaqueLogin } from '../../../src/node/account/opaque.ts'
import {
  concatBytes,
  domain,
  openBackup,
  passwordWrap,
  readEntry,
  signEntry
} from '../../../src/protocol/index.ts'
import { SignedEntry } from '../../../src/protocol/pb/account.ts'
import { startClient } from '../../bootstrap/raw-client.ts'
import {
  password,
  shared,
  startBootstrap,
  startNode,
  temporaryDirectory,
  until
} from '../../support/index.ts'
import type { StarlingNode } from '../../../src/node/index.ts'
import type { Lifetime } from '../../support/index.ts'

const server = shared((t) => startBootstrap(t))
const start = (t: Lifetime, name?: string, directory?: string): Promise<StarlingNode> =>
  startNode(t, { bootstrap: [server().invite], ...(name && { name }), ...(directory && { directory }) })
const bob = shared((t) => start(t, 'bob'))
const carol = shared((t) => start(t, 'carol'))

test('both see the same number, and whoever compared it has a mark that stays', async (t) => {
  const directory = await temporaryDirectory(t)
  let alice = await start(t, 'alice', directory)
  const { safety_number, trust } = await alice.people.verification('bob')
  expect(trust).toBe('unverified')
  expect(await bob().people.verification('alice')).toMatchObject({ safety_number, trust: 'unverified' })

  const told = until(alice, 'presence', (person) => person.name === 'bob' && person.trust === 'verified')
  const spaced = safety_number.replace(/.{5}/g, '$& ')
  expect(await alice.people.trust('bob', spaced, 'verified')).toMatchObject({ trust: 'verified' })
  await told
  await alice.stop()

  alice = await start(t, undefined, directory)
  expect(await alice.people.find('bob')).toMatchObject({ trust: 'verified' })
  expect(await alice.people.trust('bob', safety_number, 'unverified')).toMatchObject({ trust: 'unverified' })
})

test.each(['', '0'.repeat(60), 'not digits'])(
  'a number that is another one, "%s", marks nobody',
  async (number) => {
    await expect(carol().people.trust('bob', number, 'verified')).rejects.toMatchObject({
      name: 'SafetyNumberError',
      message: expect.stringContaining('not the safety number of bob and you') as string
    })
    expect(await carol().people.verification('bob')).toMatchObject({ trust: 'unverified' })
  }
)

test('a changed account key holds messages back until somebody looked, and takes the mark away', async (t) => {
  const [dave, erin] = [await start(t, 'dave'), await start(t, 'erin')]
  const before = await erin.people.verification('dave')
  await erin.people.trust('dave', before.safety_number, 'verified')
  await erin.direct.send('dave', 'before')

  const changed = until(erin, 'presence', ({ name, trust }) => name === 'dave' && trust === 'changed')
  await changeAccountKey(t, 'dave')
  await changed
  await expect(erin.direct.send('dave', 'after')).rejects.toMatchObject({
    name: 'KeyChangedError',
    message: expect.stringContaining('/verify dave') as string
  })
  // What the number was before says nothing about now.
  await expect(erin.people.trust('dave', before.safety_number, 'verified')).rejects.toThrow('not the safety')

  const now = await erin.people.verification('dave')
  expect(now).toMatchObject({ trust: 'changed' })
  expect(now.safety_number).not.toBe(before.safety_number)
  // Dave's own device hears of it when it does.
  await expect
    .poll(() => dave.people.verification('erin'), { timeout: 10_000 })
    .toMatchObject({ safety_number: now.safety_number })
  await erin.people.trust('dave', now.safety_number, 'unverified')
  const heard = until(dave, 'message', ({ content }) => content === 'after')
  await erin.direct.send('dave', 'after')
  await heard
})

/** Another device of the account logs in and replaces the account key, as both keys confirm. */
async function changeAccountKey(t: Lifetime, username: string): Promise<void> {
  const client = await startClient(t, server())
  const stream = await client.open()
  const credentials = { username, password, registryId: client.registry }
  const { finish, exportKey } = await opaqueLogin(credentials, async (opaqueRequest) => {
    return (await stream.ask({ loginStart: { username, opaqueRequest } })).opaque!.response
  })
  const { loggedIn } = await stream.ask({ loginFinish: { opaqueFinish: finish } })
  const entry = (await readEntry(crypto, loggedIn!.account!.entry))!
  const { accountSeed } = openBackup(
    crypto,
    entry.account,
    loggedIn!.backup,
    passwordWrap(crypto, exportKey)
  )!
  const seed = crypto.randomBytes(32)
  const next = SignedEntry.decode(
    await signEntry(crypto, seed, {
      ...entry,
      number: entry.number + 1,
      previous: entry.hash,
      accountKey: crypto.publicKey(seed),
      devices: [...entry.devices, client.device]
    })
  )
  const previousSignature = await crypto.sign(accountSeed, concatBytes(domain('entry'), next.entry))
  const appended = await stream.ask({
    appendEntry: { entry: SignedEntry.encode({ ...next, previousSignature }) }
  })
  expect(appended.error).toBeUndefined()
}
