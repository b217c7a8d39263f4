import { join } from 'node:path'
import { nativeCrypto } from '../crypto/index.ts'
import { createHost } from '../net/index.ts'
import { base32, inviteOf, signServers } from '../protocol/index.ts'
import { openRegistryStore } from '../storage/index.ts'
import { ServerAdmin } from './admin.ts'
import { registryFolder } from './backup.ts'
import { invitedAddresses, portsTaken, rememberedListen } from './addresses.ts'
import { PresenceHub } from './presence/hub.ts'
import { LastSeen } from './presence/last-seen.ts'
import { servePresence } from './presence/service.ts'
import { Accounts } from './registry/accounts.ts'
import { Attempts } from './registry/attempts.ts'
import { Certificates } from './registry/certificates.ts'
import { Leavings } from './registry/leavings.ts'
import { NameLog } from './registry/name-log.ts'
import { Suspensions } from './registry/suspensions.ts'
import { serveRegistry } from './registry/service.ts'
import { Vaults } from './registry/vaults.ts'
import { RegistrationWork } from './registry/work.ts'
import { finishRestoring } from './restore.ts'
import { finishRotation, registryBy } from './rotation.ts'
import { loadSecrets } from './secrets.ts'
import { readServerFile, writeServerFile } from './server-file.ts'
import type { Host } from '../net/index.ts'
import type { Registry } from '../protocol/index.ts'
import type { RegistryStore } from '../storage/index.ts'
import type { ServerSecrets } from './secrets.ts'
import type { BootstrapInit } from './types.ts'

const defaultListen = ['/ip4/0.0.0.0/tcp/7827', '/ip4/0.0.0.0/tcp/7828/ws']
/** How long a server's presence outlives it where several share a store, ms. */
const leaseTime = 10_000

/** A server that runs. @throws ProfileLockedError where another process runs it, StorageError, ListenError */
export async function startServer(init: BootstrapInit): Promise<BootstrapServer> {
  await finishRestoring(init.directory)
  const store = await openRegistryStore(join(init.directory, registryFolder))
  let server: BootstrapServer | undefined
  try {
    server = await build(init, store)
    await server.start()
    await server.publish(init)
    return server
  } catch (error) {
    await (server?.stop() ?? store[Symbol.asyncDispose]())
    throw error
  }
}

async function build(init: BootstrapInit, store: RegistryStore): Promise<BootstrapServer> {
  const { directory, listen = defaultListen, announce } = init
  const stored = await loadSecrets(directory, nativeCrypto)
  const secrets = await finishRotation(directory, store, nativeCrypto, stored)
  const registry = await registryBy(nativeCrypto, secrets)
  const { ports } = await readServerFile(directory)
  const host = await createHost({
    seed: secrets.serverSeed,
    role: 'server',
    listen: rememberedListen(listen, ports),
    ...(announce !== undefined && { announce })
  })
  return new BootstrapServer(directory, host, store, secrets, registry)
}

/** One life of a server. */
export class BootstrapServer implements AsyncDisposable {
  readonly store: RegistryStore
  readonly #host: Host
  readonly #secrets: ServerSecrets
  readonly #registry: Registry
  readonly #lastSeen: LastSeen
  readonly #suspensions: Suspensions
  readonly #accounts: Accounts
  readonly #names: NameLog
  readonly #leavings: Leavings
  readonly #hub: PresenceHub
  readonly #certificates: Certificates
  readonly admin: ServerAdmin
  readonly #ending = new AbortController()
  #endings: (() => Promise<unknown>)[] = []
  #servers: Uint8Array = new Uint8Array()
  #stopped: Promise<void> | undefined

  constructor(
    directory: string,
    host: Host,
    store: RegistryStore,
    secrets: ServerSecrets,
    registry: Registry
  ) {
    this.#host = host
    this.store = store
    this.#secrets = secrets
    this.#lastSeen = new LastSeen(store)
    const { registrySeed } = secrets
    this.#registry = registry
    this.#suspensions = new Suspensions(store)
    this.#names = new NameLog(store, nativeCrypto, this.#registry, registrySeed)
    this.#accounts = new Accounts(store, nativeCrypto, this.#names)
    this.#leavings = new Leavings({
      ...{ store, registrySeed, crypto: nativeCrypto, registry: this.#registry },
      names: this.#names,
      accounts: this.#accounts
    })
    this.#certificates = new Certificates(nativeCrypto, this.#registry, registrySeed, this.#suspensions)
    this.#hub = new PresenceHub(this.#accounts, this.#certificates, this.#lastSeen, this.#suspensions)
    this.admin = new ServerAdmin({
      crypto: nativeCrypto,
      directory,
      store,
      accounts: this.#accounts,
      leavings: this.#leavings,
      suspensions: this.#suspensions,
      onSuspended: (account) => this.#hub.end(account)
    })
  }

  get invite(): string {
    return inviteOf(this.#servers)
  }

  get registryId(): string {
    return base32(this.#registry.id)
  }

  get peer(): string {
    return this.#host.peer
  }

  get addresses(): string[] {
    return this.#host.addresses()
  }

  async start(): Promise<void> {
    const { opaqueSetup, opaqueSetupId } = this.#secrets
    const [accounts, hub] = [this.#accounts, this.#hub]
    await this.#suspensions.load()
    await this.#leavings.load()
    const lease = await this.store.lease(leaseTime)
    const following = hub.run(this.store, this.#ending.signal)
    this.#endings = [
      () => this.#host.stop(),
      () => this.#endFollowing(following),
      async () => hub.close(),
      () => lease.close()
    ]
    await serveRegistry(this.#host, {
      crypto: nativeCrypto,
      accounts,
      certificates: this.#certificates,
      names: this.#names,
      vaults: new Vaults(this.store, nativeCrypto, accounts, this.#certificates),
      leavings: this.#leavings,
      attempts: new Attempts(),
      work: new RegistrationWork(nativeCrypto),
      addressOf: (peer) => this.#host.addressOf(peer),
      opaqueSetup,
      opaqueSetupId,
      onEntry: (entry) => hub.moved(entry),
      onNameless: (account) => hub.end(account),
      servers: () => this.#servers
    })
    await servePresence(this.#host, accounts, this.#suspensions, lease, hub)
    await this.#host.start()
  }

  /** Signs the server list: the same addresses keep its number, and ports once chosen are kept. */
  async publish({ directory, listen = defaultListen, announce }: BootstrapInit): Promise<void> {
    const { ports, list } = await readServerFile(directory)
    const addresses = invitedAddresses(this.addresses)
    const number = addresses.join() === list.addresses.join() ? list.number : list.number + 1
    // Announced addresses say nothing of the ports that are listened on.
    const taken = announce === undefined ? portsTaken(listen, this.addresses) : {}
    await writeServerFile(directory, { ports: { ...ports, ...taken }, list: { number, addresses } })
    const servers = [{ peer: this.peer, addresses }]
    const { registrySeed, chain } = this.#secrets
    this.#servers = await signServers(nativeCrypto, registrySeed, { number, servers }, chain)
  }

  stop(): Promise<void> {
    return (this.#stopped ??= this.#stop())
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop()
  }

  async #stop(): Promise<void> {
    try {
      for (const end of this.#endings) await end()
      await this.#lastSeen.settled()
    } finally {
      await this.store[Symbol.asyncDispose]()
    }
  }

  async #endFollowing(following: Promise<void>): Promise<void> {
    this.#ending.abort()
    await following.catch(() => {})
  }
}
