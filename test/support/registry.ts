import { join } from 'node:path'
import { Accounts } from '../../src/bootstrap/registry/accounts.ts'
import { Attempts } from '../../src/bootstrap/registry/attempts.ts'
import { RegistrationWork } from '../../src/bootstrap/registry/work.ts'
import { Vaults } from '../../src/bootstrap/registry/vaults.ts'
import { Certificates } from '../../src/bootstrap/registry/certificates.ts'
import { Leavings } from '../../src/bootstrap/registry/leavings.ts'
import { NameLog } from '../../src/bootstrap/registry/name-log.ts'
import { Suspensions } from '../../src/bootstrap/registry/suspensions.ts'
import { serveRegistry } from '../../src/bootstrap/registry/service.ts'
import { loadSecrets } from '../../src/bootstrap/secrets.ts'
import { nativeCrypto as crypto } from '../../src/crypto/index.ts'
import { createHost } from '../../src/net/index.ts'
import { inviteOf, registryIdOf, registryProtocol, signServers } from '../../src/protocol/index.ts'
import { openRegistryStore } from '../../src/storage/index.ts'
import { loopback } from './bootstrap.ts'
import { temporaryDirectory } from './temporary-directory.ts'
import type { Frames, Host } from '../../src/net/index.ts'
import type { Registry, RegistryReply, RegistryRequest } from '../../src/protocol/index.ts'
import type { RegistryStore } from '../../src/storage/index.ts'
import type { Lifetime } from './lifetime.ts'

/** Changes what the registry answers, on its way out; bytes where they are to be no reply at all. */
export type Lie = (reply: RegistryReply, request: RegistryRequest) => RegistryReply | Uint8Array | undefined

export interface PartsOfRegistry {
  host: Host
  invite: string
  registry: Registry
  store: RegistryStore
  accounts: Accounts
  certificates: Certificates
  work: RegistrationWork
  names: NameLog
  registrySeed: Uint8Array
  /** Everything that was asked. */
  requests: RegistryRequest[]
}

/**
 * A registry put together from a server's own parts, without presence, so that one thing in it may be wrong. `lie` that
 * gives undefined ends the stream instead of an answer.
 */
export async function startRegistry(t: Lifetime, lie: Lie = (reply) => reply): Promise<PartsOfRegistry> {
  const directory = await temporaryDirectory(t)
  const store = await openRegistryStore(join(directory, 'registry'))
  t.onTestFinished(() => store[Symbol.asyncDispose]())
  const { serverSeed, registrySeed, opaqueSetup, opaqueSetupId } = await loadSecrets(directory, crypto)
  const host = await createHost({ seed: serverSeed, role: 'server', listen: [loopback] })
  t.onTestFinished(() => host.stop())

  const key = crypto.publicKey(registrySeed)
  const registry = { id: registryIdOf(crypto, key), key }
  const names = new NameLog(store, crypto, registry, registrySeed)
  const accounts = new Accounts(store, crypto, names)
  const certificates = new Certificates(crypto, registry, registrySeed, new Suspensions(store))
  const work = new RegistrationWork(crypto)
  const requests: RegistryRequest[] = []
  let servers = new Uint8Array()
  await serveRegistry(lyingHost(host, lie, requests), {
    crypto,
    accounts,
    certificates,
    names,
    vaults: new Vaults(store, crypto, accounts, certificates),
    leavings: new Leavings({ store, crypto, registry, registrySeed, names, accounts }),
    opaqueSetup,
    opaqueSetupId,
    attempts: new Attempts(),
    work,
    addressOf: (peer) => host.addressOf(peer),
    onEntry: () => {},
    onNameless: () => {},
    servers: () => servers
  })
  await host.start()
  const list = { number: 1, servers: [{ peer: host.peer, addresses: host.addresses() }] }
  servers = (await signServers(crypto, registrySeed, list)) as typeof servers
  return {
    host,
    invite: inviteOf(servers),
    registry,
    store,
    accounts,
    certificates,
    work,
    names,
    registrySeed,
    requests
  }
}

function lyingHost(host: Host, lie: Lie, requests: RegistryRequest[]): Host {
  const handle: Host['handle'] = (protocol, handler, options) =>
    host.handle(protocol, (frames) => handler(lyingFrames(frames, lie, requests)), options)
  return { handle } as Host
}

function lyingFrames(frames: Frames, lie: Lie, requests: RegistryRequest[]): Frames {
  return {
    peer: frames.peer,
    read: async (options) => {
      const frame = await frames.read(options)
      if (frame !== undefined) requests.push(registryProtocol.decodeRequest(frame))
      return frame
    },
    write: async (frame, options) => {
      const changed = lie(registryProtocol.decodeReply(frame), requests.at(-1)!)
      if (changed === undefined) throw new Error('no answer')
      const bytes = changed instanceof Uint8Array ? changed : registryProtocol.encodeReply(changed)
      await frames.write(bytes, options)
    },
    close: () => frames.close(),
    abort: (error) => frames.abort(error)
  }
}
