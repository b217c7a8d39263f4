import { presenceProtocol } from '../../../src/protocol/index.ts'
import type { Frames } from '../../../src/net/index.ts'
import type { PresenceNews, PresenceState } from '../../../src/protocol/index.ts'
import type { RawClient } from '../raw-client.ts'

const patience = 20_000

/** A device's presence stream, and everything that it was told. */
export interface PresenceDevice {
  frames: Frames
  news: PresenceNews[]
  /** Resolves when the server has ended or reset the stream. */
  ended: Promise<void>
  say(state: Partial<PresenceState>): Promise<void>
  /** Once what was told fulfils it. */
  told(isSo: (news: PresenceNews[]) => boolean): Promise<void>
}

export async function openPresence({ host, server }: RawClient): Promise<PresenceDevice> {
  const frames = await host.open(server, presenceProtocol.id, presenceProtocol)
  const news: PresenceNews[] = []
  const waiting = new Set<() => void>()
  const read = async (): Promise<void> => {
    for (let frame = await frames.read(); frame !== undefined; frame = await frames.read()) {
      news.push(presenceProtocol.decodeNews(frame))
      for (const look of waiting) look()
    }
  }
  return {
    frames,
    news,
    ended: read().catch(() => {}),
    say: (state) =>
      frames.write(
        presenceProtocol.encodeState({ status: 0, addresses: [], rooms: [], watch: [], ...state })
      ),
    told: (isSo) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`not told; heard ${JSON.stringify(news)}`)), patience)
        const look = (): void => {
          if (!isSo(news)) return
          clearTimeout(timer)
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      })
  }
}

export const online = 0
export const away = 1
export const offline = 2

/** The statuses of an account that were told, one after the other. */
export const statusesOf = (news: PresenceNews[], account: Uint8Array): number[] =>
  news
    .flatMap(({ people }) => people)
    .filter((person) => Buffer.compare(person.account, account) === 0)
    .map(({ status }) => status)

/** Whether an account's newest status is this one. */
export const isNow =
  (account: Uint8Array, status: number) =>
  (news: PresenceNews[]): boolean =>
    statusesOf(news, account).at(-1) === status
