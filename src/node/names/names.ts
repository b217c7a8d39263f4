import { join } from 'node:path'
import { RegistryUnreachableError, StorageError, UntrustedRegistryError } from '../../errors.ts'
import { audit } from './audit.ts'
import { Checkpoints } from './checkpoints.ts'
import { ContactProofs, isLeafOf } from './contacts.ts'
import { Evidence } from './evidence.ts'
import { CheckpointExchange } from './exchange.ts'
import { leavingText, moveText } from './move-texts.ts'
import { NameWatch } from './watch.ts'
import type { AbortOptions } from '../../abort.ts'
import type { Host } from '../../net/index.ts'
import type { Crypto, NameLeaf } from '../../protocol/index.ts'
import type { KnownAccount, People } from '../people/people.ts'
import type { Profile } from '../profile/profile.ts'
import type { RegistryClient } from '../registry/registry-client.ts'
import type { Servers } from '../registry/servers.ts'
import type { NameMoves } from './moves.ts'
import type { AuditReport, NamesApi } from './types.ts'

export interface NamesInit {
  crypto: Crypto
  profile: Profile
  host: Host
  servers: Servers
  client: RegistryClient
  people: People
  self: () => KnownAccount | undefined
  moves: NameMoves
  /** The name of somebody known, or one's own, has gone to another account. */
  onGone: (known: KnownAccount) => void
  onNotice: (text: string) => void
}

/** Two rounds lie this far apart, ms: in a large registry everybody hears of each new name. */
const roundInterval = 10_000
/** What happens together is looked at together, ms. */
const gatherTime = 100
/** Where nothing happens the registry is asked this often, ms. */
const quietInterval = 600_000
/** A round that the registry did not answer is repeated after this time, ms. */
const retryInterval = 1_000
/** So many of them in a row, with the connection up, and the person is told: a registry that lies would not answer. */
const maxUnanswered = 3

/** Checks the registry's word about names against its log, in the background, while it is there. */
export class Names implements NamesApi {
  readonly #init: NamesInit
  readonly #checkpoints: Checkpoints
  readonly #contacts: ContactProofs
  readonly #watch: NameWatch
  readonly #exchange: CheckpointExchange
  readonly #evidence: Evidence
  readonly #notices = new Set<string>()
  /** While the registry is there. */
  #up: AbortSignal | undefined
  #timer: NodeJS.Timeout | undefined
  #due = Infinity
  #lastRound = 0
  /** Rounds in a row. */
  #unanswered = 0
  #round: Promise<void> = Promise.resolve()

  constructor(init: NamesInit) {
    this.#init = init
    const onNotice = (text: string): void => this.#notice(text)
    this.#evidence = new Evidence(init.crypto, join(init.profile.directory, 'evidence'), onNotice)
    const onConflict: Evidence['keep'] = (...notes) => this.#evidence.keep(...notes)
    const checkpoints = new Checkpoints({ ...init, onConflict })
    this.#checkpoints = checkpoints
    this.#contacts = new ContactProofs(init.profile, checkpoints, onNotice)
    this.#watch = new NameWatch({
      ...init,
      checkpoints,
      ownLeaf: () => init.self()?.certificate.leaf,
      onLeaf: (leaf) => this.#takeLeaf(leaf)
    })
    const onNews = (): void => this.#soon()
    init.servers.watch({
      onRotated: () => init.onNotice(rotated),
      onFork: (...lists) => this.#evidence.keepFork(...lists)
    })
    this.#exchange = new CheckpointExchange({ ...init, checkpoints, onConflict, onNews })
  }

  async load(): Promise<void> {
    await Promise.all([this.#checkpoints.load(), this.#contacts.load()])
  }

  async serve(): Promise<void> {
    await this.#exchange.serve()
    this.#exchange.join()
  }

  /** The registry is there, until the signal fires. */
  begin(signal: AbortSignal): void {
    this.#up = signal
    this.#exchange.join()
    const { moves, self } = this.#init
    // That one's own name leaves, who one is says already.
    for (const key of moves.leaving()) if (key !== self()?.key) this.#tellLeaving(key)
    this.#at(0)
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#round
  }

  /** Somebody was met for the first time, or has another certificate. */
  learned(known: KnownAccount): void {
    if (this.#contacts.add(known)) this.#soon()
  }

  /**
   * Finds the leaf of an account that the registry has just handed out. Where it does not answer, that is done later.
   *
   * @throws UntrustedRegistryError where the log does not have it
   */
  async prove(known: KnownAccount, options: AbortOptions = {}): Promise<void> {
    try {
      const { leaves } = await this.#checkpoints.ask({ leaves: [known.certificate.leaf] }, options)
      if (isLeafOf(leaves[0], known)) return
    } catch (error) {
      options.signal?.throwIfAborted()
      if (error instanceof RegistryUnreachableError) return
      throw error
    }
    throw new UntrustedRegistryError(
      `The registry’s log of names does not have ${known.name} for this account. Do not trust it; ask its operator.`
    )
  }

  async audit({
    accept = false,
    ...options
  }: AbortOptions & { accept?: boolean } = {}): Promise<AuditReport> {
    if (accept) await this.#startOver()
    const evidence = (): Promise<string[]> => this.#evidence.files()
    return audit({ ...this.#init, checkpoints: this.#checkpoints, evidence }, options)
  }

  /** Neither what was proven before nor what was watched says anything of the log any more. */
  async #startOver(): Promise<void> {
    await this.#checkpoints.forget()
    await this.#watch.forget()
    this.#notices.clear()
  }

  #soon(): void {
    this.#at(Math.max(gatherTime, this.#lastRound + roundInterval - Date.now()))
  }

  /** Looks at the log in so many ms, or sooner where that was planned. */
  #at(delay: number): void {
    const due = Date.now() + delay
    const signal = this.#up
    if (signal === undefined || signal.aborted || due >= this.#due) return
    clearTimeout(this.#timer)
    this.#due = due
    this.#timer = setTimeout(() => {
      this.#due = Infinity
      this.#lastRound = Date.now()
      this.#round = this.#round.then(() => this.#look(signal))
    }, delay)
  }

  async #look(signal: AbortSignal): Promise<void> {
    try {
      await this.#checkpoints.ask({}, { signal })
      await this.#exchange.publish()
      await this.#exchange.check({ signal })
      await this.#contacts.prove({ signal })
      await this.#watch.run({ signal })
      this.#unanswered = 0
    } catch (error) {
      if (error instanceof UntrustedRegistryError) this.#notice(error.message)
      else if (!signal.aborted && !(error instanceof StorageError) && ++this.#unanswered < maxUnanswered)
        return this.#at(retryInterval)
    }
    if (this.#unanswered >= maxUnanswered) this.#notice(unanswered)
    this.#at(quietInterval)
  }

  async #takeLeaf(leaf: NameLeaf): Promise<void> {
    const { people, moves, servers, onGone } = this.#init
    const known = await people.byName(leaf.username)
    const move = known && (await moves.take(known, leaf, servers.required.registry))
    if (move === undefined) return
    const isOwn = known!.key === this.#init.self()?.key
    if (move === 'taken-away' || move === 'given-up') return this.#tellLeaving(known!.key)
    // What was told of it before may come anew.
    if (move === 'kept') this.#notices.clear()
    this.#notice(moveText(leaf.username, isOwn, move))
    if (move !== 'kept') onGone(known!)
  }

  /** Each time that the program runs. */
  #tellLeaving(key: string): void {
    const { people, moves, self } = this.#init
    const [known, leaving] = [people.byKey(key), moves.leavingOf(key)]
    if (known !== undefined && leaving !== undefined)
      this.#notice(leavingText(known.name, key === self()?.key, leaving))
  }

  /** Each once. */
  #notice(text: string): void {
    if (this.#notices.has(text)) return
    this.#notices.add(text)
    this.#init.onNotice(text)
  }
}

const rotated =
  'The registry has a new key, signed by the one before; that one counts for nothing any more. There is nothing to do.'
const unanswered =
  'The registry does not prove that its log of names is the same for everybody, though it is connected. If that lasts, ' +
  'ask its operator, and compare safety numbers before you write anything private (/verify NAME).'
