import { client as opaque, ready } from '@serenity-kit/opaque'
import { nativeCrypto as crypto } from '../../src/crypto/index.ts'
import { solveWork } from '../../src/node/account/work.ts'
import {
  accountIdOf,
  base64url,
  fromBase64url,
  leafOp,
  makeBackup,
  opaqueIdentifiers,
  passwordWrap,
  readEntry,
  signEntry,
  signLeaf
} from '../../src/protocol/index.ts'
import type {
  AccountEntry,
  EntryFields,
  LoggedIn,
  NameLeaf,
  RegisterFinish,
  RegistryReply,
  RegistryRequest
} from '../../src/protocol/index.ts'
import type { RawClient, RegistryStream } from './raw-client.ts'

type Ask = (request: RegistryRequest) => Promise<RegistryReply>

/** The stretching is the client's affair: with so little work a test can log in often. */
const keyStretching = { 'argon2id-custom': { iterations: 1, memory: 64, parallelism: 4 } } as const

export interface OpaqueRecord {
  record: Uint8Array
  exportKey: Uint8Array
}

/** OPAQUE's part of a registration: what the registry gets, and the key that the password yields. */
export const opaqueRecord = (
  ask: Ask,
  registry: Uint8Array,
  username: string,
  password = 'password'
): Promise<OpaqueRecord> =>
  opaqueExchange(registry, username, password, (opaqueRequest) =>
    ask({ registerStart: { username, opaqueRequest } })
  )

/** The same for another password of an account that was proven on the stream. */
export const opaqueChange = (
  ask: Ask,
  registry: Uint8Array,
  username: string,
  password: string
): Promise<OpaqueRecord> =>
  opaqueExchange(registry, username, password, (opaqueRequest) => ask({ passwordStart: { opaqueRequest } }))

async function opaqueExchange(
  registry: Uint8Array,
  username: string,
  password: string,
  start: (request: Uint8Array) => Promise<RegistryReply>
): Promise<OpaqueRecord> {
  await ready
  const { clientRegistrationState, registrationRequest } = opaque.startRegistration({ password })
  const reply = await start(fromBase64url(registrationRequest))
  if (reply.opaque === undefined) throw new Error(reply.error)
  const { registrationRecord, exportKey } = opaque.finishRegistration({
    password,
    clientRegistrationState,
    registrationResponse: base64url(reply.opaque.response),
    identifiers: opaqueIdentifiers(username, registry),
    keyStretching
  })
  return { record: fromBase64url(registrationRecord), exportKey: fromBase64url(exportKey) }
}

/** The answer to a login's first step and what the client makes of it; `finish` is absent for a wrong password. */
export async function loginStart(
  ask: Ask,
  registry: Uint8Array,
  username: string,
  password = 'password'
): Promise<{ reply: RegistryReply; finish?: Uint8Array; exportKey?: Uint8Array }> {
  await ready
  const { clientLoginState, startLoginRequest } = opaque.startLogin({ password })
  const reply = await ask({ loginStart: { username, opaqueRequest: fromBase64url(startLoginRequest) } })
  if (reply.opaque === undefined) return { reply }
  const finished = opaque.finishLogin({
    password,
    clientLoginState,
    loginResponse: base64url(reply.opaque.response),
    identifiers: opaqueIdentifiers(username, registry),
    keyStretching
  })
  if (finished === undefined) return { reply }
  const { finishLoginRequest, exportKey } = finished
  return { reply, finish: fromBase64url(finishLoginRequest), exportKey: fromBase64url(exportKey) }
}

/** Both steps on one stream. */
export async function logIn(
  { ask }: RegistryStream,
  registry: Uint8Array,
  username: string
): Promise<LoggedIn & { entry: AccountEntry }> {
  const { finish, reply } = await loginStart(ask, registry, username)
  if (finish === undefined) throw new Error(reply.error ?? 'wrong password')
  const { loggedIn, error } = await ask({ loginFinish: { opaqueFinish: finish } })
  if (loggedIn === undefined) throw new Error(error)
  return { ...loggedIn, entry: (await readEntry(crypto, loggedIn.account!.entry))! }
}

export interface Registration {
  request: RegisterFinish
  accountSeed: Uint8Array
  fields: EntryFields
  leaf: NameLeaf
}

/** A backup of fresh keys. */
export const testBackup = (account: Uint8Array, accountSeed: Uint8Array, exportKey: Uint8Array): Uint8Array =>
  makeBackup(
    crypto,
    account,
    { accountSeed, vaultKey: crypto.randomBytes(32), recoveryKey: crypto.randomBytes(32) },
    passwordWrap(crypto, exportKey)
  )

/** A new account's registration, with one of its parts changed where a test asks for it. */
export async function registration(
  { device, registry }: Pick<RawClient, 'device' | 'registry'>,
  username: string,
  { record, exportKey }: OpaqueRecord,
  changed: { entry?: Partial<EntryFields>; leaf?: Partial<NameLeaf>; accountSeed?: Uint8Array } = {}
): Promise<Registration> {
  const accountSeed = changed.accountSeed ?? crypto.randomBytes(32)
  const accountKey = crypto.publicKey(accountSeed)
  const account = accountIdOf(crypto, accountKey)
  const backup = testBackup(account, accountSeed, exportKey)
  const fields: EntryFields = {
    account,
    number: 1,
    previous: new Uint8Array(),
    time: Date.now(),
    accountKey,
    devices: [device],
    backup: crypto.sha256(backup),
    ...changed.entry
  }
  const entry = await signEntry(crypto, accountSeed, fields)
  const leaf: NameLeaf = {
    registry,
    username,
    account,
    signer: accountKey,
    op: leafOp.register,
    entryNumber: 1,
    entryHash: (await readEntry(crypto, entry))?.hash ?? new Uint8Array(32),
    time: fields.time,
    ...changed.leaf
  }
  const request = {
    username,
    opaqueRecord: record,
    entry,
    backup,
    leaf: await signLeaf(crypto, accountSeed, leaf),
    find: crypto.randomBytes(32)
  }
  return { request, accountSeed, fields, leaf }
}

/** Registers a new account with the client's device as its first. */
export async function registerAccount(client: RawClient, username: string): Promise<Registration> {
  const record = await opaqueRecord(client.ask, client.registry, username)
  const made = await registration(client, username, record)
  const { work, ...reply } = await client.ask({ registerFinish: made.request })
  let { error } = reply
  // Tests of one file register more than the server takes in a minute without.
  if (work !== undefined) {
    const solution = await solveWork(crypto, work, {})
    const { challenge } = work
    error = (await client.ask({ registerFinish: { ...made.request, challenge, solution } })).error
  }
  if (error !== undefined) throw new Error(error)
  return made
}

/** The SignedEntry after another one. */
export function entryAfter(
  accountSeed: Uint8Array,
  previous: AccountEntry,
  devices: Uint8Array[],
  changed: Partial<EntryFields> = {}
): Promise<Uint8Array> {
  const { account, number, hash, accountKey, backup, time } = previous
  const fields = { account, number: number + 1, previous: hash, time: time + 1, accountKey, devices, backup }
  return signEntry(crypto, accountSeed, { ...fields, ...changed })
}
