import {
  ClosedError,
  FrameError,
  NotARegistryError,
  RegistryUnreachableError,
  UnreachableError,
  UnsupportedError,
  WrongPeerError
} from '../../errors.ts'
import { createRequestClient } from '../../net/index.ts'
import { refusal, registryProtocol } from '../../protocol/index.ts'
import { clockProblem } from './clock.ts'
import { errorOf } from './refusals.ts'
import type { AbortOptions } from '../../abort.ts'
import type { Host, RequestClient } from '../../net/index.ts'
import type {
  Account,
  AppendEntry,
  Entries,
  EntriesRequest,
  Info,
  Leaves,
  LeavesRequest,
  LoggedIn,
  Lookup,
  Proof,
  Prove,
  Recover,
  RegisterFinish,
  RegistryReply,
  RegistryRequest,
  SignedLeafRequest,
  VaultGet,
  VaultPart,
  VaultPut,
  Work
} from '../../protocol/index.ts'
import type { Servers } from './servers.ts'

/** How long one server may take to answer a dial, ms. */
const dialTime = 10_000

/** Asks the registry's servers; every failure becomes an error that says what to do. */
export class RegistryClient {
  readonly #host: Host
  readonly #servers: Servers
  readonly #client: RequestClient<RegistryRequest, RegistryReply>

  constructor(host: Host, servers: Servers) {
    this.#host = host
    this.#servers = servers
    this.#client = createRequestClient(host, registryProtocol)
  }

  /**
   * The peer id of a server that is connected now.
   *
   * @throws NoInviteError, RegistryUnreachableError, NotARegistryError
   */
  async connect(options: AbortOptions = {}): Promise<string> {
    const { servers } = this.#servers.required
    const connected = servers.find(({ peer }) => this.#host.isConnected(peer))
    if (connected !== undefined) return connected.peer
    const tries = servers.map(async (server) => {
      const signal = AbortSignal.any([
        AbortSignal.timeout(dialTime),
        ...(options.signal ? [options.signal] : [])
      ])
      await this.#host.connect(server, { signal })
      return server.peer
    })
    try {
      return await Promise.any(tries)
    } catch (error) {
      options.signal?.throwIfAborted()
      throw translate(error instanceof AggregateError ? error.errors[0] : error)
    }
  }

  /** Before anything is signed with a time in it. @throws ClockError */
  async compareClocks(options?: AbortOptions): Promise<void> {
    const problem = clockProblem((await this.info(options)).time)
    if (problem !== undefined) throw problem
  }

  /** What the registry says of itself. Its newest keys and servers are known from then on. */
  async info(options?: AbortOptions): Promise<Info> {
    const info = await this.#ask({ info: {} }, 'info', options)
    await this.#servers.update(info.servers)
    return info
  }

  async registerStart(
    username: string,
    opaqueRequest: Uint8Array,
    options?: AbortOptions
  ): Promise<Uint8Array> {
    return (await this.#ask({ registerStart: { username, opaqueRequest } }, 'opaque', options)).response
  }

  /** The account, or the work that the registry wants to see first. */
  async registerFinish(
    registerFinish: RegisterFinish,
    options?: AbortOptions
  ): Promise<{ account: Account } | { work: Work }> {
    const reply = await this.#reply({ registerFinish }, options)
    if (reply.error === refusal.work && reply.work !== undefined) return { work: reply.work }
    return { account: fieldOf(reply, 'account') }
  }

  async loginStart(username: string, opaqueRequest: Uint8Array, options?: AbortOptions): Promise<Uint8Array> {
    return (await this.#ask({ loginStart: { username, opaqueRequest } }, 'opaque', options)).response
  }

  loginFinish(opaqueFinish: Uint8Array, options?: AbortOptions): Promise<LoggedIn & { account: Account }> {
    return this.#logIn({ loginFinish: { opaqueFinish } }, options)
  }

  /** Instead of a login. @throws WrongRecoveryCodeError */
  recover(recover: Recover, options?: AbortOptions): Promise<LoggedIn & { account: Account }> {
    return this.#logIn({ recover }, options)
  }

  /** After a login or recovery. */
  async passwordStart(opaqueRequest: Uint8Array, options?: AbortOptions): Promise<Uint8Array> {
    return (await this.#ask({ passwordStart: { opaqueRequest } }, 'opaque', options)).response
  }

  appendEntry(appendEntry: AppendEntry, options?: AbortOptions): Promise<Account> {
    return this.#ask({ appendEntry }, 'account', options)
  }

  /** Gives a name up. @throws NameGoneError, RegistryRefusedError */
  async release(release: SignedLeafRequest, options?: AbortOptions): Promise<void> {
    await this.#ask({ release }, 'logged', options)
  }

  /** Keeps a name that the operator takes away. @throws RegistryRefusedError where nobody does */
  async cancelReset(cancelReset: SignedLeafRequest, options?: AbortOptions): Promise<void> {
    await this.#ask({ cancelReset }, 'logged', options)
  }

  /** @throws UnknownNameError, NameGoneError */
  lookup(lookup: Lookup, options?: AbortOptions): Promise<Account> {
    return this.#ask({ lookup }, 'account', options)
  }

  /** Of an account's log, those before a number, from the greatest down. @throws UnknownNameError */
  entries(entries: EntriesRequest, options?: AbortOptions): Promise<Entries> {
    return this.#ask({ entries }, 'entries', options)
  }

  prove(prove: Prove, options?: AbortOptions): Promise<Proof> {
    return this.#ask({ prove }, 'proof', options)
  }

  leaves(leaves: LeavesRequest, options?: AbortOptions): Promise<Leaves> {
    return this.#ask({ leaves }, 'leaves', options)
  }

  /** One part of a vault in their order, the first one with its head. The last one puts it in its place. */
  async vaultPut(vaultPut: VaultPut, options?: AbortOptions): Promise<void> {
    await this.#ask({ vaultPut }, 'vault', options)
  }

  vaultGet(vaultGet: VaultGet, options?: AbortOptions): Promise<VaultPart> {
    return this.#ask({ vaultGet }, 'vault', options)
  }

  async #logIn(request: RegistryRequest, options?: AbortOptions): Promise<LoggedIn & { account: Account }> {
    const { backup, account } = await this.#ask(request, 'loggedIn', options)
    if (account === undefined) throw new NotARegistryError(strange)
    return { backup, account }
  }

  async #ask<F extends Field>(
    request: RegistryRequest,
    field: F,
    options?: AbortOptions
  ): Promise<NonNullable<RegistryReply[F]>> {
    return fieldOf(await this.#reply(request, options), field)
  }

  async #reply(request: RegistryRequest, options: AbortOptions = {}): Promise<RegistryReply> {
    const peer = await this.connect(options)
    return this.#client.request(peer, request, options).catch((error: unknown) => {
      options.signal?.throwIfAborted()
      throw translate(error)
    })
  }
}

/** @throws what the reply's error stands for */
function fieldOf<F extends Field>(reply: RegistryReply, field: F): NonNullable<RegistryReply[F]> {
  if (reply.error !== undefined) throw errorOf(reply.error, reply.wait)
  const answer = reply[field]
  if (answer === undefined) throw new NotARegistryError(strange)
  return answer
}

type Field = 'info' | 'opaque' | 'account' | 'loggedIn' | 'entries' | 'proof' | 'leaves' | 'vault' | 'logged'

const strange =
  'The server answered something that this program does not know. A newer Starling may be needed.'

function translate(cause: unknown): Error {
  if (cause instanceof WrongPeerError || cause instanceof UnsupportedError || cause instanceof FrameError)
    return new NotARegistryError(
      'What answers at the address in the invite is not a Starling server of this registry. Ask for a new invite.',
      { cause }
    )
  if (cause instanceof UnreachableError || cause instanceof ClosedError)
    return new RegistryUnreachableError(
      'The registry does not answer. Check your network and that its server runs; Starling keeps trying.',
      { cause }
    )
  if (cause instanceof Error && (cause.name === 'TimeoutError' || cause.name === 'AbortError'))
    return new RegistryUnreachableError(
      'The registry took too long to answer. Check your network and try again.',
      { cause }
    )
  return cause instanceof Error ? cause : new Error(String(cause))
}
