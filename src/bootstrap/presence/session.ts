import { ClosedError } from '../../errors.ts'
import { presenceProtocol } from '../../protocol/index.ts'
import { fillNews } from './news.ts'
import type { PresenceView, RoomDelta } from './news.ts'
import type { Frames } from '../../net/index.ts'
import type { PresenceState } from '../../protocol/index.ts'

/** Changes within this time go out together, ms. */
const gatherTime = 20
/** Accounts that may wait for a device that reads slowly: a whole registry, but not what nobody ever heard of. */
const maxWaiting = 50_000

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
  #closed = false

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
    if (this.#people.size > maxWaiting) this.end()
    else this.#schedule()
  }

  tellRoom(room: string, account: string, joined: boolean): void {
    const delta = this.#rooms.get(room) ?? { joined: new Set(), left: new Set() }
    const [to, from] = joined ? [delta.joined, delta.left] : [delta.left, delta.joined]
    from.delete(account)
    to.add(account)
    this.#rooms.set(room, delta)
    this.#schedule()
  }

  /** The device left the room: what it was not told yet is no news any more. */
  forgetRoom(room: string): void {
    this.#rooms.delete(room)
  }

  /** Resets the stream: whoever is still there opens another one and is told everything anew. */
  end(): void {
    this.close()
    this.#frames.abort(new ClosedError('This presence session was ended.'))
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#timer)
    this.#people.clear()
    this.#rooms.clear()
  }

  #schedule(): void {
    if (this.#closed || this.#writing || this.#timer !== undefined) return
    this.#timer = setTimeout(() => void this.#write(), gatherTime)
  }

  async #write(): Promise<void> {
    this.#timer = undefined
    this.#writing = true
    try {
      while (this.#people.size > 0 || this.#rooms.size > 0) {
        const news = await fillNews(this.#view, this.#people, this.#rooms)
        if (news.people.length + news.rooms.length > 0)
          await this.#frames.write(presenceProtocol.encodeNews(news))
      }
    } catch {
      // The stream broke, or somebody can't be read: what was taken is lost, so the device must be told from the start.
      this.end()
    } finally {
      this.#writing = false
    }
  }
}
