import { nativeCrypto } from '../../dist/crypto/index.js'
import { ConversationLog } from '../../dist/node/events/conversation-log.js'
import { People } from '../../dist/node/people/people.js'
import { openProfile } from '../../dist/node/profile/profile.js'
import { encodeMessage, hybridTime, kind, publicRoomId, signRecord } from '../../dist/protocol/index.js'
import { now } from './clock.ts'
import { someText } from './text.ts'
import type { Registry, SignedRecord } from '../../dist/protocol/index.js'
import type { Profile } from '../../dist/node/profile/profile.js'
import type { Author } from './authors.ts'

export interface History {
  registry: Registry
  authors: Author[]
  /** Without its #. */
  room: string
  messages: number
  /** Bytes of a text. */
  size: number
}

/** Between two messages of an author, ms: no faster than a device may write. */
const pace = 250
/** Messages signed and written together. */
const batchSize = 1000

/** Writes a room's history into a profile that nobody has open. How long writing took without signing, ms. */
export async function writeHistory(
  directory: string,
  history: History,
  onBatch: (records: SignedRecord[]) => void = () => {}
): Promise<number> {
  const profile = await openProfile(directory, nativeCrypto)
  let writing = 0
  try {
    await meet(profile, history)
    const id = publicRoomId(nativeCrypto, history.registry.id, history.room)
    const log = await ConversationLog.open({ crypto: nativeCrypto, profile }, id)
    for await (const records of signedHistory(id, history)) {
      onBatch(records)
      const start = now()
      await Promise.all(records.map((record) => log.add(record)))
      writing += now() - start
    }
  } finally {
    await profile.close()
  }
  return writing
}

/** Makes the authors known to the profile. */
export async function meet(
  profile: Profile,
  { registry, authors }: Pick<History, 'registry' | 'authors'>
): Promise<void> {
  const people = new People({
    crypto: nativeCrypto,
    profile,
    registry: () => registry,
    onLearned: () => {},
    isFormer: () => false,
    onFraud: () => {}
  })
  await Promise.all(authors.map(({ entry, certificate }) => people.learn(entry, certificate)))
}

/** The room's messages up to now, oldest first: each author in turn. */
async function* signedHistory(
  conversation: Uint8Array,
  { authors, messages, size }: History
): AsyncIterable<SignedRecord[]> {
  const rounds = Math.ceil(messages / authors.length)
  const start = Date.now() - rounds * pace
  const heads: Uint8Array[] = authors.map(() => new Uint8Array(32))
  let batch: SignedRecord[] = []
  for (let number = 1; number <= rounds; number++) {
    const turn = authors.slice(0, messages - (number - 1) * authors.length)
    const records = await Promise.all(
      turn.map(({ account, device, deviceSeed }, index) => {
        const time = hybridTime(start + number * pace) + BigInt(index)
        const header = { kind: kind.message, number, time, account, device, prev: heads[index]!, heads: [] }
        const content = encodeMessage({ text: someText(size), mentions: [] })
        return signRecord(nativeCrypto, deviceSeed, conversation, header, content)
      })
    )
    for (const [index, { id }] of records.entries()) heads[index] = id
    batch.push(...records)
    if (batch.length < batchSize && number < rounds) continue
    yield batch
    batch = []
  }
}
