import { base32, fromBase32 } from '../../protocol/index.ts'
import { PresentRecord } from '../pb/stored.ts'
import { PresenceModel } from './model.ts'
import type { AccountEntry, Person, PresentDevice } from '../../protocol/index.ts'
import type { RegistryStore } from '../../storage/index.ts'
import type { Accounts } from '../registry/accounts.ts'
import type { Certificates } from '../registry/certificates.ts'
import type { Suspensions } from '../registry/suspensions.ts'
import type { LastSeen } from './last-seen.ts'
import type { PresenceChange } from './model.ts'
import type { PresenceView } from './news.ts'
import type { PresenceSession } from './session.ts'

const offline = 2

/** Tells each session what changed of the people that it shares a room with or watches. */
export class PresenceHub implements PresenceView {
  readonly #model = new PresenceModel()
  readonly #accounts: Accounts
  readonly #certificates: Certificates
  readonly #lastSeen: LastSeen
  readonly #suspensions: Suspensions
  /** The current session of each device. */
  readonly #sessions = new Map<string, PresenceSession>()
  readonly #inRoom = new Map<string, Set<PresenceSession>>()
  readonly #watching = new Map<string, Set<PresenceSession>>()

  constructor(accounts: Accounts, certificates: Certificates, lastSeen: LastSeen, suspensions: Suspensions) {
    this.#suspensions = suspensions
    this.#accounts = accounts
    this.#certificates = certificates
    this.#lastSeen = lastSeen
  }

  /** Follows the store until the signal fires. Every change, of this server's devices too, comes this way. */
  async run(store: RegistryStore, signal: AbortSignal): Promise<void> {
    for await (const event of store.watch(signal)) {
      if (event.type === 'put') this.#apply(event.key, PresentRecord.decode(event.value))
      if (event.type === 'delete') this.#apply(event.key, undefined)
    }
  }

  /** The server ends: whoever is still present is last seen now. */
  close(): void {
    for (const account of this.#model.accounts()) this.#lastSeen.note(account)
  }

  /** Takes the place of an older session of the device, which is ended: one stream at a time speaks for a device. */
  add(session: PresenceSession): void {
    const older = this.#sessions.get(session.device)
    this.#sessions.set(session.device, session)
    older?.end()
  }

  /** Whether the device is gone: no newer session of it has begun. */
  remove(session: PresenceSession): boolean {
    this.follow(session, [], [])
    session.close()
    if (this.#sessions.get(session.device) !== session) return false
    this.#sessions.delete(session.device)
    return true
  }

  /** What a session wants to hear of from now on; it is told at once what already stands. */
  follow(session: PresenceSession, rooms: string[], watch: string[]): void {
    const [newRooms, newWatch] = [new Set(rooms), new Set(watch)]
    reindex(this.#inRoom, session, session.rooms, newRooms)
    reindex(this.#watching, session, session.watch, newWatch)
    const [entered, watched] = [newRooms.difference(session.rooms), newWatch.difference(session.watch)]
    for (const room of session.rooms.difference(newRooms)) session.forgetRoom(room)
    session.rooms = newRooms
    session.watch = newWatch
    for (const account of watched) session.tellPerson(account)
    for (const room of entered) {
      for (const account of this.#model.accountsIn(room)) {
        session.tellRoom(room, account, true)
        session.tellPerson(account)
      }
    }
  }

  /** An account has a new entry: whoever follows it hears of it, and devices that it lists no more are cut off. */
  moved({ account, devices }: Pick<AccountEntry, 'account' | 'devices'>): void {
    const key = base32(account)
    const listed = new Set(devices.map(base32))
    this.#tellOf(key)
    for (const session of this.#sessions.values())
      if (session.account === key && !listed.has(session.device)) session.end()
  }

  /** Cuts off all devices of an account. */
  end(account: Uint8Array): void {
    const key = base32(account)
    for (const session of this.#sessions.values()) if (session.account === key) session.end()
  }

  countIn(room: string): number {
    return this.#model.countIn(room)
  }

  async person(account: string): Promise<Person | undefined> {
    const id = fromBase32(account)
    const stored = await this.#accounts.account(id)
    if (stored === undefined || stored.username === '' || this.#suspensions.has(id)) return undefined
    const present = this.#model.devicesOf(account)
    const devices: PresentDevice[] = present.map(([key, { addresses }]) => ({
      key: fromBase32(key),
      addresses
    }))
    return {
      account: id,
      status: present.length === 0 ? offline : Math.min(...present.map(([, { status }]) => status)),
      lastSeen: present.length === 0 ? await this.#lastSeen.of(account) : Date.now(),
      certificate: await this.#certificates.of(stored),
      entry: stored.entry.bytes,
      devices
    }
  }

  #apply(device: string, record: PresentRecord | undefined): void {
    for (const change of this.#model.update(device, record)) this.#tell(change)
  }

  #tell({ account, rooms }: PresenceChange): void {
    if (this.#model.devicesOf(account).length === 0) this.#lastSeen.note(account)
    for (const { room, joined } of rooms) {
      for (const session of this.#inRoom.get(room) ?? []) {
        session.tellRoom(room, account, joined)
        session.tellPerson(account)
      }
    }
    this.#tellOf(account)
  }

  /** Tells everybody who follows an account how it stands now. */
  #tellOf(account: string): void {
    for (const session of this.#watching.get(account) ?? []) session.tellPerson(account)
    for (const room of this.#model.roomsOf(account)) {
      for (const session of this.#inRoom.get(room) ?? []) session.tellPerson(account)
    }
  }
}

function reindex(
  index: Map<string, Set<PresenceSession>>,
  session: PresenceSession,
  before: Set<string>,
  after: Set<string>
): void {
  for (const key of before.difference(after)) {
    const sessions = index.get(key)
    sessions?.delete(session)
    if (sessions?.size === 0) index.delete(key)
  }
  for (const key of after.difference(before)) {
    const sessions = index.get(key)
    if (sessions === undefined) index.set(key, new Set([session]))
    else sessions.add(session)
  }
}
