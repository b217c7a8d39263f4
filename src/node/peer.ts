import { TypedEventEmitter } from 'main-event'
import { AlreadyLoggedInError, ClosedError } from '../errors.ts'
import { base32, equalBytes } from '../protocol/index.ts'
import { Account } from './account/account.ts'
import { endingOf } from './account/ending.ts'
import { NodeConversations } from './api/conversations-api.ts'
import { NodeDirect } from './api/direct-api.ts'
import { Finder } from './api/finder.ts'
import { NodePeople } from './api/people-api.ts'
import { NodeRooms } from './api/rooms-api.ts'
import { Messaging } from './messaging.ts'
import { NameMoves } from './names/moves.ts'
import { Names } from './names/names.ts'
import { Network } from './network.ts'
import { AddressBook } from './peers/address-book.ts'
import { Dialer } from './peers/dialer.ts'
import { Authors } from './people/authors.ts'
import { People } from './people/people.ts'
import { Profiles } from './people/profiles.ts'
import { Trusted } from './people/trusted.ts'
import { RegistryClient } from './registry/registry-client.ts'
import { Servers } from './registry/servers.ts'
import { Intake } from './sync/intake.ts'
import { SyncClient } from './sync/sync-client.ts'
import { Telling } from './telling.ts'
import { storageNotices } from './storage-notices.ts'
import { Vault } from './vault/vault.ts'
import { VaultKeys } from './vault/vault-keys.ts'
import type { Host } from '../net/index.ts'
import type { Crypto } from '../protocol/index.ts'
import type { KnownAccount } from './people/people.ts'
import type { IntakeInit } from './sync/intake.ts'
import type { Profile } from './profile/profile.ts'
import type { NetworkStatus, NodeEvents, StarlingNode } from './types.ts'

export interface PeerInit {
  crypto: Crypto
  profile: Profile
  host: Host
}

/** The parts of a peer, wired. */
export class Peer extends TypedEventEmitter<NodeEvents> implements StarlingNode {
  readonly account: Account
  readonly conversations: NodeConversations
  readonly rooms: NodeRooms
  readonly direct: NodeDirect
  readonly people: NodePeople
  readonly names: Names
  readonly vault: Vault
  readonly #profile: Profile
  readonly #host: Host
  readonly #servers: Servers
  readonly #known: People
  readonly #moves: NameMoves
  readonly #trusted: Trusted
  readonly #profiles: Profiles
  readonly #messaging: Messaging
  readonly #network: Network
  readonly #telling: Telling
  readonly #stopping = new AbortController()
  #isOver = false
  #starting: Promise<void> | undefined
  #stopped: Promise<void> | undefined

  static async open(init: PeerInit): Promise<Peer> {
    const peer = new Peer(init, await Servers.load(init.crypto, init.profile))
    const { account, names, vault } = peer
    // Names depend on what became of them.
    for (const part of [peer.#moves, account, names, vault.keys, peer.#trusted, peer.#profiles])
      await part.load()
    return peer
  }

  private constructor({ crypto, profile, host }: PeerInit, servers: Servers) {
    super()
    this.#profile = profile
    this.#host = host
    this.#servers = servers
    const onNotice = (text: string): void => this.#telling.notice(text)
    const moves = new NameMoves(profile)
    const people = new People({
      crypto,
      profile,
      registry: () => servers.registry,
      onLearned: (known, before) => this.#learned(known, before),
      isFormer: (key) => moves.isFormer(key),
      onFraud: (name) =>
        onNotice(`The account log of ${name} was forged: there are two entries of one number. Trust none.`)
    })
    const trusted = new Trusted(crypto, profile, (known) => moves.isSuccessor(known))
    const profiles = new Profiles({ crypto, profile, onChange: (key) => this.#tellPerson(key) })
    const client = new RegistryClient(host, servers)
    const sync = new SyncClient(host)
    const authors = new Authors(people, sync, client)
    const addresses = new AddressBook(profile)
    const dialer = new Dialer(host, addresses, this.#stopping.signal)
    const self = (): KnownAccount | undefined => this.account.self
    const names = new Names({
      ...{ crypto, profile, host, servers, client, people, self, moves, onNotice },
      onGone: (known) => this.#gone(known)
    })
    const vaultKeys = new VaultKeys(profile, () => this.vault.rekeyed())
    const account = new Account({
      ...{ crypto, profile, people, servers, client, vaultKeys, moves },
      prove: (known, options) => names.prove(known, options),
      onLoggedIn: () => this.#enter(),
      onNameless: () => this.#stopIfOver(),
      own: () => this.#messaging.own,
      onNotice
    })
    const reach = { host, servers, client, sync, addresses, dialer }
    const shared = { ...reach, crypto, profile, people, profiles, trusted, account, authors, names, onNotice }
    this.#known = people
    this.#moves = moves
    this.#trusted = trusted
    this.#profiles = profiles
    this.account = account
    this.names = names
    const onStored: IntakeInit['onStored'] = (...stored) => this.#messaging.stored(...stored)
    this.vault = new Vault({
      ...shared,
      keys: vaultKeys,
      intake: new Intake({ crypto, people, authors, sync, onStored }),
      own: () => this.#messaging.own,
      isUp: () => this.network.registry !== 'offline',
      onStorageError: storageNotices(onNotice)
    })
    this.#messaging = new Messaging({
      ...shared,
      onMessage: (message, conversation) => {
        this.safeDispatchEvent('message', { detail: message })
        this.rooms.tell(message)
        this.direct.tell(message)
        this.#telling.conversation(conversation)
      },
      onConversation: (conversation) => this.#telling.conversation(conversation),
      onRemoved: (removed) => this.#telling.removed(removed),
      onState: (outgoing) => this.#telling.state(outgoing),
      onSignal: (log, record) => this.#network.signal(log, record),
      peopleIn: (log) => this.#network.accountsIn(log),
      onRoom: async (name, joined) => void (await this.rooms[joined ? 'join' : 'leave'](name)),
      onContact: () => this.#network.update(),
      onRegister: (...changed) => this.vault.changed(...changed),
      onVaultKey: (...asked) => this.vault.sharing.answer(...asked),
      onRelation: (id) => this.#tellPerson(base32(id))
    })
    this.#network = new Network({
      ...shared,
      messaging: () => this.#messaging,
      onPresence: (key) => this.#tellPerson(key),
      onUp: () => this.vault.connected(),
      onChange: () => this.safeDispatchEvent('network', { detail: this.network })
    })
    const parts = { account, people, profiles, trusted, messaging: this.#messaging, network: this.#network }
    const find = new Finder({ conversations: this.#messaging.conversations, people, client })
    this.conversations = new NodeConversations({
      ...parts,
      find,
      onState: (listener) => this.#onState(listener),
      stopping: this.#stopping.signal,
      onLine: (message) => this.safeDispatchEvent('message', { detail: message })
    })
    this.people = new NodePeople({
      ...parts,
      crypto,
      find,
      onChange: ({ key }) => this.#tellPerson(key)
    })
    this.rooms = new NodeRooms({
      ...parts,
      conversations: this.conversations,
      people: this.people,
      onLeft: (name) => this.#telling.left(name)
    })
    this.direct = new NodeDirect(this.conversations)
    this.#telling = new Telling({
      ...parts,
      conversations: this.conversations,
      dispatch: (type, detail) => this.safeDispatchEvent(type, { detail }),
      stopping: this.#stopping.signal
    })
  }

  get network(): NetworkStatus {
    return this.#network.status
  }

  get invite(): string | undefined {
    return this.#servers.invite
  }

  async useInvite(invite: string): Promise<void> {
    const before = this.#servers.registry?.id
    await this.#servers.useInvite(invite, () => {
      if (this.account.self === undefined) return
      throw new AlreadyLoggedInError(
        `This profile belongs to ${this.account.self.name} of another registry. Use another one: "--profile DIR".`
      )
    })
    const after = this.#servers.registry?.id
    if (before === undefined || after === undefined || !equalBytes(before, after)) this.#network.hurry()
  }

  start(): Promise<void> {
    return (this.#starting ??= this.#start())
  }

  stop(): Promise<void> {
    return (this.#stopped ??= this.#stop())
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop()
  }

  async #start(): Promise<void> {
    await this.#messaging.serve()
    await this.names.serve()
    await this.#host.start()
    if (this.account.self !== undefined) await this.#messaging.start()
    this.#network.start()
    this.#stopIfOver()
  }

  async #stop(): Promise<void> {
    const stopped = new ClosedError('This node was stopped. Create another one to go on.')
    this.#stopping.abort(stopped)
    this.#telling.stop()
    const silent = this.#messaging.stop(stopped)
    try {
      await silent
      await this.vault.stop()
      await this.#network.stop()
      await this.#host.stop()
      // What the registry has given is kept.
      await this.account.settled()
    } finally {
      await this.#profile.close()
    }
  }

  /** Somebody registered or logged in. */
  async #enter(): Promise<void> {
    await this.#messaging.start()
    // What the account was to begin with has ended meanwhile.
    if (this.#stopping.signal.aborted) void this.#messaging.stop(this.#stopping.signal.reason as Error)
    this.#network.hurry()
    await this.vault.entered()
  }

  #onState(listener: (id: string) => void): () => void {
    const onState = ({ detail }: NodeEvents['state']): void => listener(detail.id)
    this.addEventListener('state', onState)
    return () => this.removeEventListener('state', onState)
  }

  #learned(known: KnownAccount, before: KnownAccount | undefined): void {
    this.names.learned(known)
    this.#tellPerson(known.key)
    this.#telling.unlessStopping(this.#messaging.redirect(known.id))
    if (before !== undefined && (known === before || known.entry !== before.entry))
      void this.#messaging.settle(known.id)
    for (const peer of known.peers) if (this.#host.isConnected(peer)) this.#messaging.exchange.meet(peer)
    if (before !== undefined && known.entry !== before.entry)
      this.#telling.unlessStopping(this.conversations.tellDevices(known, before))
    if (known.key !== this.account.self?.key) return
    this.#telling.unlessStopping(this.#messaging.own.learned(known, before))
    void this.vault.sharing.ask()
  }

  /** Another device took this one out of the account, or its name has gone: it says so, and falls silent. */
  #stopIfOver(): void {
    const ending = endingOf(this.account)
    if (ending === undefined || this.#isOver || this.#stopping.signal.aborted) return
    this.#isOver = true
    void this.#messaging.stop(ending)
    this.#telling.notice(ending.message)
    this.#network
      .stop()
      .then(() => this.#host.stop())
      .catch(() => {})
  }

  /** The name of somebody has gone to another account. */
  #gone(known: KnownAccount): void {
    if (known.key === this.account.self?.key) return this.#telling.unlessStopping(this.account.renew())
    this.#telling.left(known.name, 'direct')
    this.#known.renamed(known)
  }

  #tellPerson(key: string): void {
    const known = this.#known.byKey(key)
    if (known === undefined) return
    if (key === this.account.self?.key) this.#stopIfOver()
    this.#telling.person(known)
  }
}
