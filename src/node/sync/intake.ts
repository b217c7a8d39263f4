import { FrameError } from '../../errors.ts'
import { classOf, deviceKeyOf, equalBytes, hex, readPacket } from '../../protocol/index.ts'
import { judge } from '../judging/judge.ts'
import type { ReceivedPacket, SignedRecord } from '../../protocol/index.ts'
import type { ConversationLog } from '../events/conversation-log.ts'
import type { JudgeContext } from '../judging/judge.ts'
import type { SyncClient } from './sync-client.ts'

export interface IntakeInit extends JudgeContext {
  sync: SyncClient
  onStored: (log: ConversationLog, record: SignedRecord) => void | Promise<void>
}

/** Accounts asked for in one request: with all their devices they fit an answer. */
const maxAccounts = 64

/** Takes pages of events and registers from a peer: judged side by side, written in one batch. */
export class Intake {
  readonly #init: IntakeInit

  constructor(init: IntakeInit) {
    this.#init = init
  }

  /**
   * How many events were new. Those by the peer itself are acknowledged to it.
   *
   * @throws FrameError where the peer handed out bytes that are wrong for everybody; StorageError
   */
  async take(peer: string, log: ConversationLog, page: Uint8Array[]): Promise<number> {
    const packets = page.map((bytes) => readPacket(this.#init.crypto, log.id, bytes))
    await this.#meetAuthors(peer, log, packets)
    const judgements = await Promise.all(packets.map((packet) => judge(this.#init, log, packet, peer)))
    if (judgements.some(({ verdict }) => verdict === 'reject'))
      throw new FrameError('The peer handed out a record that is not signed by its author.')
    // Signals are signed alike, and never stored.
    const records = judgements.flatMap((judgement) =>
      judgement.verdict === 'accept' && isKept(judgement.record) ? [judgement.record] : []
    )
    // Lowest numbers first: an author's pace shows in what came before.
    records.sort((a, b) => a.header.number - b.header.number)
    const added: Promise<SignedRecord | undefined>[] = []
    for (const record of records) {
      if (await log.isTooFast(record.header)) continue
      const adding = this.#add(log, record)
      // Its failure counts below, with the others'.
      adding.catch(() => {})
      added.push(adding)
    }
    const stored = (await Promise.all(added)).filter((record) => record !== undefined)
    await this.#acknowledge(peer, log, stored)
    return stored.length
  }

  async #add(log: ConversationLog, record: SignedRecord): Promise<SignedRecord | undefined> {
    if ((await log.add(record)) !== 'stored') return undefined
    await this.#init.onStored(log, record)
    return record
  }

  /** Asks the peer for the authors that are not known yet, all at once. */
  async #meetAuthors(
    peer: string,
    log: ConversationLog,
    packets: (ReceivedPacket | undefined)[]
  ): Promise<void> {
    const { people, authors } = this.#init
    const headers = packets.flatMap((packet) => (packet === undefined ? [] : [packet.record.header]))
    const pairs = new Map(headers.map((header) => [hex(header.account) + hex(header.device), header]))
    const strangers = new Map<string, Uint8Array>()
    for (const { account, device } of pairs.values())
      if ((await people.standing(account, device)) === undefined) strangers.set(hex(account), account)
    const wanted = [...strangers.values()]
    for (let at = 0; at < wanted.length; at += maxAccounts) {
      await authors.fetch(peer, log.id, wanted.slice(at, at + maxAccounts))
    }
  }

  async #acknowledge(peer: string, log: ConversationLog, records: SignedRecord[]): Promise<void> {
    const author = deviceKeyOf(peer)
    const ids = records
      .filter(({ header }) => author && equalBytes(header.device, author))
      .map(({ id }) => id)
    if (ids.length > 0) await this.#init.sync.stored(peer, log.id, ids)
  }
}

const isKept = ({ header }: SignedRecord): boolean => classOf(header.kind) !== 'signal'
