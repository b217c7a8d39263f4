import { fromBase32, presenceProtocol } from '../../protocol/index.ts'
import type { Frames } from '../../net/index.ts'
import type { Person, PresenceNews, PresenceState, RoomNews } from '../../protocol/index.ts'

/** People in one frame: about 100 kB with certificates and addresses. */
const peopleInFrame = 100
/** Changes within this time go out together, ms. */
const gatherTime = 20

/** What a session asks of the hub when it is about to write. Ids are base32. */
export interface PresenceView {
  person(account: string): Promise<Person | undefined>
  countIn(room: string): number
}

interface RoomDelta {
  joined: Set<string>
  left: Set<string>
}

/** One connected device. What it must be told is gathered while it reads slowly, and never queued twice. */
export class PresenceSession {
  readonly account: string
  readonly device: string
  rooms = new Set<string>()
  watch = new Set<string>()
  readonly #frames: Frames
  readonly #view: PresenceView
  readonly #people = new Set<string>()
  readonly #rooms = new Map<string, RoomDelta>()
  #timer: NodeJS.Timeout | undefined
  #writing = false

  constructor(frames: Frames, device: string, account: string, view: PresenceView) {
    this.#frames = frames
    this.#view = view
    this.device = device
    this.account = account
  }

  /** The device's next state; undefined once it is gone. */
  async read(): Promise<PresenceState | undefined> {
    const frame = await this.#frames.read()
    return frame && presenceProtocol.decodeState(frame)
  }

  tellPerson(account: string): void {
    this.#people.add(account)
    this.#schedule()
  }

  tellRoom(room: string, account: string, joined: boolean): void {
    const delta = this.#rooms.get(room) ?? { joined: new Set(), left: new Set() }
    const [to, from] = joined ? [delta.joined, delta.left] : [delta.left, delta.joined]
    from.delete(account)
    to.add(account)
    this.#rooms.set(room, delta)
    this.#schedule()
  }

  close(): void {
    clearTimeout(this.#timer)
  }

  #schedule(): void {
    if (this.#writing || this.#timer !== undefined) return
    this.#timer = setTimeout(() => void this.#write(), gatherTime)
  }

  async #write(): Promise<void> {
    this.#timer = undefined
    this.#writing = true
    try {
      while (this.#people.size > 0 || this.#rooms.size > 0) {
        await this.#frames.write(presenceProtocol.encodeNews(await this.#take()))
      }
    } catch {
      // The stream broke: the reading side notices and ends the session.
    } finally {
      this.#writing = false
    }
  }

  async #take(): Promise<PresenceNews> {
    const accounts = [...this.#people].slice(0, peopleInFrame)
    for (const account of accounts) this.#people.delete(account)
    const people = await Promise.all(accounts.map((account) => this.#view.person(account)))
    return { people: people.filter((person) => person !== undefined), rooms: this.#takeRooms() }
  }

  #takeRooms(): RoomNews[] {
    const rooms = [...this.#rooms].map(([room, { joined, left }]) => ({
      conversation: fromBase32(room),
      joined: [...joined].map(fromBase32),
      left: [...left].map(fromBase32),
      total: this.#view.countIn(room)
    }))
    this.#rooms.clear()
    return rooms
  }
}
