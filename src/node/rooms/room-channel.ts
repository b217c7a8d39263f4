import {
  classOf,
  deviceKeyOf,
  encodePacket,
  equalBytes,
  kind,
  readPacket,
  roomTopic
} from '../../protocol/index.ts'
import { judge } from '../judging/judge.ts'
import type { Gossip, Verdict } from '../../net/index.ts'
import type { SignedRecord } from '../../protocol/index.ts'
import type { Introduction } from '../direct/direct-client.ts'
import type { ConversationLog } from '../events/conversation-log.ts'
import type { JudgeContext } from '../judging/judge.ts'
import type { Acknowledgements } from '../sync/acknowledgements.ts'

/** Who one is rides along with the first record of each such time, ms. */
const introductionInterval = 60_000

export interface RoomChannelInit extends JudgeContext {
  gossip: Gossip
  acknowledgements: Acknowledgements
  introduction: Introduction
  onStored: (log: ConversationLog, record: SignedRecord) => void | Promise<void>
  /** Whether the signal is news, to be passed on. */
  onSignal: (log: ConversationLog, record: SignedRecord) => boolean
  /** Somebody's profile, as it came. */
  onProfile: (data: Uint8Array, log: ConversationLog, hop: string) => Promise<Verdict>
  /** An event came before those that it follows. */
  onGap: (log: ConversationLog, hop: string) => void
  onStorageError: (error: unknown) => void
}

/** The gossip of one joined room. */
export class RoomChannel {
  readonly topic: string
  readonly log: ConversationLog
  readonly #init: RoomChannelInit
  #introduced = 0

  constructor(init: RoomChannelInit, log: ConversationLog) {
    this.#init = init
    this.log = log
    this.topic = roomTopic(log.id)
  }

  open(): void {
    this.#init.gossip.join(this.topic, (data, hop) => this.#receive(data, hop))
  }

  close(): void {
    this.#init.gossip.leave(this.topic)
  }

  /** How many peers the record was handed to. */
  async publish(record: SignedRecord): Promise<number> {
    const now = Date.now()
    const introduces = now - this.#introduced >= introductionInterval
    const data = encodePacket(record, introduces ? this.#init.introduction() : {})
    const peers = await this.#init.gossip.publish(this.topic, data)
    if (introduces && peers > 0) this.#introduced = now
    return peers
  }

  async #receive(data: Uint8Array, hop: string): Promise<Verdict> {
    const packet = readPacket(this.#init.crypto, this.log.id, data)
    if (packet?.record.header.kind === kind.profile) return this.#init.onProfile(data, this.log, hop)
    const judgement = await judge(this.#init, this.log, packet, hop)
    if ('reason' in judgement) return judgement.verdict
    const { record, verdict } = judgement
    if (verdict === 'held') return 'ignore'
    switch (classOf(record.header.kind)) {
      case 'event':
        await this.#store(record, hop)
        return 'accept'
      case 'signal':
        return this.#init.onSignal(this.log, record) ? 'accept' : 'ignore'
      case 'register':
        // Public rooms keep no others.
        return 'ignore'
    }
  }

  /** Ends before the record is passed on: that takes longer, and who reads here would wait. Never rejects. */
  async #store(record: SignedRecord, hop: string): Promise<void> {
    const { log } = this
    const { acknowledgements, onStored, onGap, onStorageError } = this.#init
    const { number, device } = record.header
    if (number > (log.feed(device)?.highest ?? 0) + 1) onGap(log, hop)
    try {
      if ((await log.add(record)) !== 'stored') return
    } catch (error) {
      // Passed on all the same: others have room.
      return onStorageError(error)
    }
    void onStored(log, record)
    const author = deviceKeyOf(hop)
    if (author !== undefined && equalBytes(author, device)) acknowledgements.add(hop, log.id, record.id)
  }
}
