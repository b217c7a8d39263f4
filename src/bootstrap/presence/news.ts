import { fromBase32 } from '../../protocol/index.ts'
import type { Person, PresenceNews, RoomNews } from '../../protocol/index.ts'

/**
 * What one frame holds. A person takes 150 kB at most (16 devices of 16 addresses), accounts in rooms 34 bytes each: with
 * one person too many that is still below the 256 KiB of a frame.
 */
const peopleAtOnce = 32
const peopleBytes = 64 * 1024
const idsInFrame = 1000

/** What is asked when a frame is filled. Ids are base32. */
export interface PresenceView {
  person(account: string): Promise<Person | undefined>
  countIn(room: string): number
}

/** Who came into a room and who left it; base32. */
export interface RoomDelta {
  joined: Set<string>
  left: Set<string>
}

/** Takes as much of what must be told as fits a frame; the rest stays. */
export async function fillNews(
  view: PresenceView,
  people: Set<string>,
  rooms: Map<string, RoomDelta>
): Promise<PresenceNews> {
  return { people: await takePeople(view, people), rooms: takeRooms(view, rooms) }
}

async function takePeople(view: PresenceView, waiting: Set<string>): Promise<Person[]> {
  const accounts = [...waiting].slice(0, peopleAtOnce)
  for (const account of accounts) waiting.delete(account)
  const found = await Promise.all(accounts.map((account) => view.person(account)))
  const people: Person[] = []
  let bytes = 0
  for (const [index, person] of found.entries()) {
    if (bytes >= peopleBytes) waiting.add(accounts[index]!)
    else if (person !== undefined) {
      people.push(person)
      bytes += sizeOf(person)
    }
  }
  return people
}

const sizeOf = ({ certificate, entry, devices }: Person): number =>
  certificate.length +
  entry.length +
  devices.reduce(
    (sum, { addresses }) => sum + 40 + addresses.reduce((length, address) => length + 3 + address.length, 0),
    64
  )

function takeRooms(view: PresenceView, rooms: Map<string, RoomDelta>): RoomNews[] {
  const news: RoomNews[] = []
  let left = idsInFrame
  for (const [room, delta] of rooms) {
    if (left <= 0) break
    const told = { joined: takeIds(delta.joined, left), left: takeIds(delta.left, left) }
    // A room costs as much as an id, so that many small ones fill the frame too.
    left -= told.joined.length + told.left.length + 1
    if (delta.joined.size === 0 && delta.left.size === 0) rooms.delete(room)
    news.push({ conversation: fromBase32(room), ...told, total: view.countIn(room) })
  }
  return news
}

function takeIds(ids: Set<string>, most: number): Uint8Array[] {
  const taken = [...ids].slice(0, most)
  for (const id of taken) ids.delete(id)
  return taken.map(fromBase32)
}
