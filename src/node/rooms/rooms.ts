import { RoomChannel } from './room-channel.ts'
import type { SignedRecord } from '../../protocol/index.ts'
import type { ConversationState } from '../conversations/conversation-state.ts'
import type { RoomChannelInit } from './room-channel.ts'

/** The gossip channels of the joined rooms, by name without #. */
export class Rooms {
  readonly #init: RoomChannelInit
  readonly #channels = new Map<string, RoomChannel>()

  constructor(init: RoomChannelInit) {
    this.#init = init
  }

  open({ room, log }: ConversationState): void {
    if (room === undefined || this.#channels.has(room)) return
    const channel = new RoomChannel(this.#init, log)
    this.#channels.set(room, channel)
    channel.open()
  }

  close(room: string): void {
    this.#channels.get(room)?.close()
    this.#channels.delete(room)
  }

  channel(room: string): RoomChannel | undefined {
    return this.#channels.get(room)
  }

  channels(): RoomChannel[] {
    return [...this.#channels.values()]
  }

  byTopic(topic: string): RoomChannel | undefined {
    return this.channels().find((channel) => channel.topic === topic)
  }

  /** How many peers the record was handed to. */
  async publish(room: string, record: SignedRecord): Promise<number> {
    return (await this.#channels.get(room)?.publish(record)) ?? 0
  }
}
