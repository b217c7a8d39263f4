import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { encodeMessage, hybridTime, kind, signRecord } from '../../../src/protocol/index.ts'
import type { SignedRecord } from '../../../src/protocol/index.ts'
import type { TestAccount, TestDevice } from './accounts.ts'

export interface EventOptions {
  number?: number
  /** Hybrid time; now where absent. */
  time?: bigint
  prev?: Uint8Array
  text?: string
  kind?: number
  content?: Uint8Array
  /** Who signs, where it is not the device. */
  seed?: Uint8Array
}

export const newConversation = (): Uint8Array => crypto.randomBytes(32)

/** One signed record of a device: its first message unless told otherwise. */
export function makeEvent(
  conversation: Uint8Array,
  { id: account }: Pick<TestAccount, 'id'>,
  device: TestDevice,
  options: EventOptions = {}
): Promise<SignedRecord> {
  const {
    number = 1,
    time = hybridTime(Date.now()),
    text = `message ${number}`,
    seed = device.seed
  } = options
  const header = {
    kind: options.kind ?? kind.message,
    number,
    time,
    account,
    device: device.key,
    prev: options.prev ?? (number > 1 ? crypto.sha256(Uint8Array.of(number)) : new Uint8Array(32)),
    heads: []
  }
  const content = options.content ?? encodeMessage({ text, mentions: [] })
  return signRecord(crypto, seed, conversation, header, content)
}

/** A linked feed, one event for each time. */
export async function makeFeed(
  conversation: Uint8Array,
  account: TestAccount,
  times: bigint[],
  device = account.devices[0]!
): Promise<SignedRecord[]> {
  const feed: SignedRecord[] = []
  for (const [index, time] of times.entries()) {
    const prev = feed.at(-1)?.id
    feed.push(
      await makeEvent(conversation, account, device, { number: index + 1, time, ...(prev && { prev }) })
    )
  }
  return feed
}

/** `count` times that the rate rule allows, one every `step` ms, the last one `age` ms ago. */
export function pastTimes(count: number, { step = 250, age = 60_000 } = {}): bigint[] {
  const last = Date.now() - age
  return Array.from({ length: count }, (_, index) => hybridTime(last - (count - 1 - index) * step))
}
