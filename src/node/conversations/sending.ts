import { BlockedError, EmptyTextError, KeyChangedError, TextTooLongError } from '../../errors.ts'
import { encodeMessage, encodeOp, equalBytes, kind, maxText, utf8 } from '../../protocol/index.ts'
import { mentionsIn } from './mentions.ts'
import type { AbortOptions } from '../../abort.ts'
import type { Op, SignedRecord } from '../../protocol/index.ts'
import type { Delivery } from '../direct/delivery.ts'
import type { Author } from '../events/author.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { OwnDevices } from '../own/own-devices.ts'
import type { Relations } from '../own/relations.ts'
import type { People } from '../people/people.ts'
import type { Trusted } from '../people/trusted.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { ConversationState } from './conversation-state.ts'

export interface SendingInit {
  author: Author
  outbox: Outbox
  people: People
  trusted: Trusted
  delivery: Delivery
  rooms: Rooms
  own: OwnDevices
  relations: Relations
  self: () => Uint8Array
}

/** Stores a message with what says where it must go, then sends it. */
export class Sending {
  readonly #init: SendingInit

  constructor(init: SendingInit) {
    this.#init = init
  }

  /** @throws BlockedError, KeyChangedError, TextTooLongError, EmptyTextError, StorageError */
  async send(
    conversation: ConversationState,
    text: string,
    options: AbortOptions = {}
  ): Promise<SignedRecord> {
    const whole = text.toWellFormed()
    checkText(whole)
    const encode = async (): Promise<Uint8Array> =>
      encodeMessage({ text: whole, mentions: await mentionsIn(this.#init.people, whole) })
    return this.#write(conversation, kind.message, encode, options)
  }

  /** @throws BlockedError, KeyChangedError, StorageError */
  sendOp(conversation: ConversationState, op: Op): Promise<SignedRecord> {
    return this.#write(conversation, kind.op, async () => encodeOp(op), {})
  }

  async #write(
    conversation: ConversationState,
    kind: number,
    encode: () => Promise<Uint8Array>,
    options: AbortOptions
  ): Promise<SignedRecord> {
    const { author, outbox } = this.#init
    let devices: Uint8Array[] | undefined
    let id: Uint8Array | undefined
    try {
      const record = await author.write(
        conversation.log,
        kind,
        async () => {
          devices = await this.#devicesOf(conversation)
          return encode()
        },
        (made) => {
          id = made.id
          const isSent = devices === undefined || devices.length > 0
          return (batch) => isSent && outbox.add(made, devices ?? [], batch)
        },
        options
      )
      // Whatever fails on the way, the outbox has it.
      this.#handOut(conversation, record, devices).catch(() => {})
      return record
    } catch (error) {
      if (id !== undefined) outbox.discard(id)
      throw error
    }
  }

  /** What waits for somebody's devices goes to those of now; not while a changed key holds everything back. */
  async redirect({ log, account }: ConversationState): Promise<void> {
    const { people, trusted, outbox, delivery } = this.#init
    const known = account && (await people.known(account))
    if (known === undefined || trusted.of(known) === 'changed') return
    for (const device of await outbox.redirect(log.id, known.entry.devices)) delivery.tryDevice(device)
  }

  /** Devices that must get it; undefined in a room. None where one writes to oneself. */
  async #devicesOf({ account }: ConversationState): Promise<Uint8Array[] | undefined> {
    if (account === undefined) return undefined
    if (equalBytes(account, this.#init.self())) return []
    const { people, trusted, relations } = this.#init
    const known = await people.known(account)
    if (relations.isBlocked(account)) {
      const name = known?.name ?? 'this person'
      throw new BlockedError(
        `You have blocked ${name}. To write to them, end that first: /unblock ${name}, or "starling unblock ${name}".`
      )
    }
    if (known !== undefined && trusted.of(known) === 'changed')
      throw new KeyChangedError(
        `The account key of ${known.name} has changed since you last looked at it. Nothing is sent until you have: ` +
          `/verify ${known.name}, or "starling verify ${known.name}".`
      )
    return known?.entry.devices ?? []
  }

  async #handOut(
    conversation: ConversationState,
    record: SignedRecord,
    devices: Uint8Array[] | undefined
  ): Promise<void> {
    const { delivery, rooms, outbox, own, people } = this.#init
    const { room, account } = conversation
    if (room === undefined) own.push(record)
    else if ((await rooms.publish(room, record)) > 0) outbox.sent(record.id)
    for (const device of devices ?? []) delivery.tryDevice(device)
    // While it was written they may have become others.
    if (account !== undefined && (await people.known(account))?.entry.devices !== devices)
      await this.redirect(conversation)
  }
}

/** Any character that shows. */
const visible = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}]/u

function checkText(text: string): void {
  if (!visible.test(text)) throw new EmptyTextError('There is nothing to send.')
  const size = utf8(text).length
  if (size > maxText)
    throw new TextTooLongError(`The text has ${size} bytes; a message may have ${maxText}. Send it in parts.`)
}
