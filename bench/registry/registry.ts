import { server } from '@serenity-kit/opaque'
import { loginFinish, loginStart } from '../../dist/bootstrap/registry/login.js'
import { registerFinish, registerStart } from '../../dist/bootstrap/registry/register.js'
import { base64url, opaqueIdentifiers } from '../../dist/protocol/index.js'
import { now } from '../support/clock.ts'
import { temporaryDirectory } from '../support/lifetime.ts'
import { openRegistry } from '../support/registry.ts'
import { makeClients } from './clients.ts'
import type { Bench, Context, Measured } from '../support/bench.ts'
import type { Table } from '../support/table.ts'

interface Parameters {
  people: number
  /** Requests under way at once. */
  atOnce: number
}

/** ms each, of everything that the server does. */
interface Raw {
  registration: number
  login: number
  /** Of a registration and of a login: OPAQUE's own share, alone. */
  opaqueRegistration: number
  opaqueLogin: number
  /** One write that waits for the disk. */
  write: number
}

export const registry: Bench<Parameters, Raw> = {
  name: 'registry',
  title: 'Registering and logging in',
  prose: `What a server does for a registration (OPAQUE, signatures, name, log of names with its checkpoint, account,
certificate, all on the disk before it answers) and for a login, with many under way at once, so that they share syncs.
Beside it OPAQUE's server steps alone, and one synced write alone. What clients do, the network, and the work that is
asked of registrations while many come are left out.`,
  parameters: { people: 3000, atOnce: 64 },
  quick: { people: 100 },
  run,
  tables: (measured) => [tableOf(measured)]
}

async function run({ parameters, life, say }: Context<Parameters>): Promise<Measured<Raw>> {
  const { people, atOnce } = parameters
  const { context, store } = await openRegistry(life, await temporaryDirectory(life))
  const own = context.certificates.registry
  const clients = await makeClients(own, people)
  /** ms for each, `atOnce` at a time. */
  const each = async (step: (index: number) => Promise<unknown>): Promise<number> => {
    const start = now()
    for (let from = 0; from < people; from += atOnce)
      await Promise.all(clients.slice(from, from + atOnce).map((_, offset) => step(from + offset)))
    return (now() - start) / people
  }

  say(`${people} registrations`)
  const requests = clients.map((client) => client.startRegistration())
  const responses: Uint8Array[] = []
  const registerStarts = await each(async (index) => {
    const request = { username: clients[index]!.username, opaqueRequest: requests[index]! }
    responses[index] = (await registerStart(context, request)).opaque!.response
  })
  const finishes = await Promise.all(
    clients.map((client, index) => client.finishRegistration(responses[index]!))
  )
  const registerFinishes = await each(async (index) => {
    const { error } = await registerFinish(context, clients[index]!.device, finishes[index]!)
    if (error !== undefined) throw new Error(error)
  })

  say(`${people} logins`)
  const logins = clients.map((client) => client.startLogin())
  const states: Awaited<ReturnType<typeof loginStart>>[] = []
  const loginStarts = await each(async (index) => {
    const request = { username: clients[index]!.username, opaqueRequest: logins[index]! }
    states[index] = await loginStart(context, `address ${index}`, request)
  })
  const proofs = clients.map((client, index) => client.finishLogin(states[index]!.reply.opaque!.response))
  const loginFinishes = await each(async (index) => {
    const proof = { opaqueFinish: proofs[index]! }
    const { reply } = await loginFinish(context, states[index]!.login!, clients[index]!.device, proof)
    if (reply.error !== undefined) throw new Error(reply.error)
  })

  say('OPAQUE and the disk alone')
  const opaqueRegistration = await each(async (index) => {
    server.createRegistrationResponse({
      serverSetup: context.opaqueSetup,
      userIdentifier: clients[index]!.username,
      registrationRequest: base64url(requests[index]!)
    })
  })
  const opaqueLogin = await each(async (index) => {
    const { username } = clients[index]!
    const identifiers = opaqueIdentifiers(username, own.id)
    const { serverLoginState } = server.startLogin({
      serverSetup: context.opaqueSetup,
      registrationRecord: base64url(finishes[index]!.opaqueRecord),
      startLoginRequest: base64url(logins[index]!),
      userIdentifier: username,
      identifiers
    })
    const login = states[index]!.login!
    server.finishLogin({
      serverLoginState: login.opaqueState,
      finishLoginRequest: base64url(proofs[index]!),
      identifiers
    })
    return serverLoginState
  })
  const start = now()
  const writes = Math.min(people, 500)
  for (let index = 0; index < writes; index++) await store.claim('bench', String(index), new Uint8Array(300))
  const write = (now() - start) / writes

  const registration = registerStarts + registerFinishes
  const login = loginStarts + loginFinishes
  return {
    raw: { registration, login, opaqueRegistration, opaqueLogin, write },
    ratios: [
      {
        what: 'a registration to OPAQUE and one synced write',
        value: registration / (opaqueRegistration + write)
      },
      { what: 'a login to OPAQUE alone', value: login / opaqueLogin }
    ]
  }
}

function tableOf({ raw }: Measured<Raw>): Table {
  const row = (what: string, each: number): (string | number)[] => [what, each, 1000 / each]
  return {
    columns: ['what', 'ms each', 'each second'],
    rows: [
      row('registration', raw.registration),
      row('login', raw.login),
      row("OPAQUE's part of a registration", raw.opaqueRegistration),
      row("OPAQUE's part of a login", raw.opaqueLogin),
      row('one synced write, alone', raw.write)
    ]
  }
}
