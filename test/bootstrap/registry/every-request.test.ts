import { client as opaque, ready } from '@serenity-kit/opaque'
import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import {
  fromBase64url,
  leafOp,
  makeVault,
  maxBackup,
  registryProtocol,
  signLeaf,
  vaultPart
} from '../../../src/protocol/index.ts'
import { shared, startBootstrap } from '../../support/index.ts'
import {
  entryAfter,
  logIn,
  loginStart,
  opaqueChange,
  opaqueRecord,
  registerAccount,
  registration,
  testBackup
} from '../accounts.ts'
import { startClient } from '../raw-client.ts'
import type { Refusal, RegistryRequest } from '../../../src/protocol/index.ts'
import type { Lifetime } from '../../support/index.ts'
import type { RawClient, RegistryStream } from '../raw-client.ts'

type Outcome = Refusal | 'answered'

/** A request that succeeds on its stream, and what becomes of others like it. */
interface Case<Message> {
  make: (client: RawClient, username: string) => Promise<{ stream: RegistryStream; message: Message }>
  /** The same once more. */
  replayed: Outcome
  /** The same from another device, whose first request it is. */
  elsewhere: Outcome
  /** With one bit of the field changed, or another name; `free` where the registry cannot know better. */
  forged: Record<keyof Required<Message>, Outcome | 'free'>
}

type Asked = keyof Required<RegistryRequest>
type Cases = { [One in Asked]: Case<NonNullable<RegistryRequest[One]>> }

async function changed(client: RawClient, username: string) {
  const { accountSeed } = await registerAccount(client, username)
  const stream = await client.open()
  const { entry } = await logIn(stream, client.registry, username)
  const { record, exportKey } = await opaqueChange(stream.ask, client.registry, username, 'another')
  const backup = testBackup(entry.account, accountSeed, exportKey)
  const next = await entryAfter(accountSeed, entry, entry.devices, { backup: crypto.sha256(backup) })
  const message = { entry: next, backup, opaqueRecord: record, find: crypto.randomBytes(32) }
  return { stream, message }
}

/** Typed so that a message or field without a line here does not compile. */
const cases: Cases = {
  info: {
    make: async (client) => ({ stream: await client.open(), message: {} }),
    replayed: 'answered',
    elsewhere: 'answered',
    forged: {}
  },
  registerStart: {
    make: async (client, username) => {
      await ready
      return { stream: await client.open(), message: { username, opaqueRequest: registrationRequest() } }
    },
    replayed: 'answered',
    elsewhere: 'answered',
    forged: { username: 'free', opaqueRequest: 'free' }
  },
  registerFinish: {
    make: async (client, username) => {
      const record = await opaqueRecord(client.ask, client.registry, username)
      const { request } = await registration(client, username, record)
      const work = {
        challenge: crypto.randomBytes(41),
        solution: crypto.randomBytes(8),
        resetCode: crypto.randomBytes(16)
      }
      return { stream: await client.open(), message: { ...request, ...work } }
    },
    replayed: 'answered',
    elsewhere: 'forged',
    forged: {
      username: 'forged',
      entry: 'forged',
      backup: 'forged',
      leaf: 'forged',
      opaqueRecord: 'free',
      find: 'free',
      challenge: 'free',
      solution: 'free',
      resetCode: 'free'
    }
  },
  loginStart: {
    make: async (client, username) => {
      await ready
      const { startLoginRequest } = opaque.startLogin({ password: 'password' })
      const message = { username, opaqueRequest: fromBase64url(startLoginRequest) }
      return { stream: await client.open(), message }
    },
    replayed: 'answered',
    elsewhere: 'answered',
    forged: { username: 'free', opaqueRequest: 'free' }
  },
  loginFinish: {
    make: async (client, username) => {
      await registerAccount(client, username)
      const stream = await client.open()
      const { finish } = await loginStart(stream.ask, client.registry, username)
      return { stream, message: { opaqueFinish: finish! } }
    },
    replayed: 'answered',
    elsewhere: 'out-of-step',
    forged: { opaqueFinish: 'wrong-password' }
  },
  appendEntry: {
    make: changed,
    replayed: 'answered',
    elsewhere: 'out-of-step',
    forged: { entry: 'forged', backup: 'forged', opaqueRecord: 'free', find: 'free' }
  },
  passwordStart: {
    make: async (client, username) => {
      await registerAccount(client, username)
      const stream = await client.open()
      await logIn(stream, client.registry, username)
      return { stream, message: { opaqueRequest: registrationRequest() } }
    },
    replayed: 'answered',
    elsewhere: 'out-of-step',
    forged: { opaqueRequest: 'free' }
  },
  recover: {
    make: async (client, username) => {
      const { request } = await registerAccount(client, username)
      return { stream: await client.open(), message: { username, find: request.find } }
    },
    replayed: 'answered',
    elsewhere: 'answered',
    forged: { username: 'wrong-recovery-code', find: 'wrong-recovery-code' }
  },
  lookup: {
    make: async (client, username) => {
      const { fields } = await registerAccount(client, username)
      return { stream: await client.open(), message: { account: fields.account } }
    },
    replayed: 'answered',
    elsewhere: 'answered',
    // Both at once is no question.
    forged: { username: 'bad-request', account: 'unknown-account' }
  },
  prove: {
    make: async (client) => ({ stream: await client.open(), message: { leaves: [0], sizes: [1] } }),
    replayed: 'answered',
    elsewhere: 'answered',
    forged: { leaves: 'free', sizes: 'free' }
  },
  leaves: {
    make: async (client) => ({ stream: await client.open(), message: { from: 0, limit: 1 } }),
    replayed: 'answered',
    elsewhere: 'answered',
    forged: { from: 'free', limit: 'free' }
  },
  cancelReset: {
    make: async (client, username) => {
      const { fields, leaf } = await registerAccount(client, username)
      await world().server.admin.reset(username)
      const cancel = {
        ...leaf,
        op: leafOp.cancel,
        signer: client.device,
        account: fields.account,
        time: Date.now()
      }
      return { stream: await client.open(), message: { leaf: await signLeaf(crypto, client.seed, cancel) } }
    },
    // It is cancelled already.
    replayed: 'no-reset',
    elsewhere: 'forged',
    forged: { leaf: 'forged' }
  },
  release: {
    make: async (client, username) => {
      const { accountSeed, leaf } = await registerAccount(client, username)
      const release = { ...leaf, op: leafOp.release, time: Date.now() }
      return { stream: await client.open(), message: { leaf: await signLeaf(crypto, accountSeed, release) } }
    },
    replayed: 'answered',
    elsewhere: 'forged',
    forged: { leaf: 'forged' }
  },
  entries: {
    make: async (client, username) => {
      const { fields } = await registerAccount(client, username)
      return { stream: await client.open(), message: { account: fields.account, before: 2 } }
    },
    replayed: 'answered',
    elsewhere: 'answered',
    forged: { account: 'free', before: 'free' }
  },
  vaultPut: {
    make: async (client, username) => {
      const { fields } = await registerAccount(client, username)
      const key = { key: crypto.randomBytes(32), backup: fields.backup }
      const { head, sealed } = await makeVault(crypto, client.seed, { ...fields, number: 1 }, key, [])
      return { stream: await client.open(), message: { head, part: sealed } }
    },
    replayed: 'conflict',
    elsewhere: 'unknown-account',
    forged: { head: 'forged', part: 'forged' }
  },
  vaultGet: {
    make: async (client, username) => {
      await registerAccount(client, username)
      return { stream: await client.open(), message: { part: 0 } }
    },
    replayed: 'answered',
    elsewhere: 'unknown-account',
    forged: { part: 'free' }
  }
}

const registrationRequest = (): Uint8Array =>
  fromBase64url(opaque.startRegistration({ password: 'password' }).registrationRequest)

const world = shared(async (t: Lifetime) => {
  const server = await startBootstrap(t)
  const [alice, mallory] = await Promise.all([startClient(t, server), startClient(t, server)])
  return { alice, mallory, server }
})

let made = 0

/** The request, its stream, and how to ask for the like with some of its fields changed. */
async function prepared(t: Lifetime, asked: Asked) {
  const { alice } = world()
  const one = cases[asked] as Case<Record<string, unknown>>
  const { stream, message } = await one.make(alice, `person_${++made}`)
  t.onTestFinished(() => stream.frames.close())
  const requestOf = (fields: Record<string, unknown>): RegistryRequest => ({ [asked]: fields })
  const outcomeOf = async (fields: Record<string, unknown>, on = stream): Promise<Outcome> => {
    const reply = await on.ask(requestOf(fields))
    return (reply.error as Refusal | undefined) ?? 'answered'
  }
  return {
    stream,
    message,
    forged: one.forged,
    outcomeOf,
    frame: registryProtocol.encodeRequest(requestOf(message))
  }
}

const bytesOf = (message: Record<string, unknown>): [string, Uint8Array][] =>
  Object.entries(message).filter((field): field is [string, Uint8Array] => field[1] instanceof Uint8Array)

const everyRequest = Object.keys(cases) as Asked[]

test.for(everyRequest)('%s cut short resets its stream, and changes nothing', async (asked, t) => {
  const { alice } = world()
  const { frame, message, outcomeOf } = await prepared(t, asked)
  const step = Math.ceil(frame.length / 40)
  for (let length = 1; length < frame.length; length += step) {
    const { frames } = await alice.open()
    await frames.write(frame.subarray(0, length))
    await expect(frames.read()).rejects.toMatchObject({ name: 'ClosedError' })
  }
  expect(await outcomeOf(message)).toBe('answered')
})

test.for(everyRequest)(
  '%s with a field cut short, or none, is refused, and changes nothing',
  async (asked, t) => {
    const { message, forged, outcomeOf } = await prepared(t, asked)
    for (const [name, bytes] of bytesOf(message)) {
      expect(await outcomeOf({ ...message, [name]: bytes.subarray(0, 0) })).toBe('bad-request')
      const isSigned = forged[name] === 'forged'
      const cut = await outcomeOf({ ...message, [name]: bytes.subarray(1) })
      expect(cut, name).toBe(isSigned ? 'forged' : 'bad-request')
    }
    expect(await outcomeOf(message)).toBe('answered')
  }
)

test.for(everyRequest)(
  '%s with a field that is too long is refused as such, and changes nothing',
  async (asked, t) => {
    const { message, outcomeOf } = await prepared(t, asked)
    for (const [name] of bytesOf(message)) {
      const tooLong = new Uint8Array((name === 'part' ? vaultPart : maxBackup) + 1)
      expect(await outcomeOf({ ...message, [name]: tooLong })).toBe('too-large')
    }
    if (typeof message.username === 'string')
      expect(await outcomeOf({ ...message, username: 'a'.repeat(maxBackup) })).toBe(
        asked === 'recover' ? 'wrong-recovery-code' : 'invalid-name'
      )
    expect(await outcomeOf(message)).toBe('answered')
  }
)

test.for(everyRequest)('%s with a forged field is told so, and changes nothing', async (asked, t) => {
  const { message, forged, outcomeOf } = await prepared(t, asked)
  for (const [name, outcome] of Object.entries(forged)) {
    if (outcome === 'free') continue
    const value = message[name]
    const bytes = value instanceof Uint8Array && Uint8Array.from(value)
    if (bytes) bytes[bytes.length - 1]! ^= 1
    expect(await outcomeOf({ ...message, [name]: bytes || 'somebody_else' }), name).toBe(outcome)
  }
  expect(await outcomeOf(message)).toBe('answered')
})

test.for(everyRequest)(
  '%s out of its order, or from another device, is refused where it must be',
  async (asked, t) => {
    const { message, outcomeOf } = await prepared(t, asked)
    const elsewhere = await world().mallory.open()
    expect(await outcomeOf(message, elsewhere)).toBe(cases[asked].elsewhere)
    await elsewhere.frames.close()
    expect(await outcomeOf(message)).toBe('answered')
  }
)

test.for(everyRequest)('%s said twice has one effect', async (asked, t) => {
  const { message, outcomeOf } = await prepared(t, asked)
  expect(await outcomeOf(message)).toBe('answered')
  expect(await outcomeOf(message)).toBe(cases[asked].replayed)
})

test.for(everyRequest)('%s together with another question is none', async (asked, t) => {
  const { stream, message } = await prepared(t, asked)
  const other: RegistryRequest = asked === 'info' ? { leaves: { from: 0, limit: 1 } } : { info: {} }
  expect(await stream.ask({ ...other, [asked]: message })).toEqual({ error: 'bad-request' })
})

test.for(['registerStart', 'loginStart', 'passwordStart'] as const)(
  '%s with what is no OPAQUE message is refused',
  async (asked, t) => {
    const { message, outcomeOf } = await prepared(t, asked)
    const noPoint = new Uint8Array((message.opaqueRequest as Uint8Array).length).fill(0xff)
    expect(await outcomeOf({ ...message, opaqueRequest: noPoint })).toBe('bad-request')
  }
)
