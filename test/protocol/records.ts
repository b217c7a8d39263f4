import {
  compareBytes,
  concatBytes,
  encodeOp,
  kind,
  publicRoomId,
  signRecord,
  utf8
} from '../../src/protocol/index.ts'
import { MessageContent } from '../../src/protocol/pb/content.ts'
import { makePair, newYear } from './people.ts'
import type { Crypto, SignedRecord, Unsigned } from '../../src/protocol/index.ts'
import type { Pair } from './people.ts'

export const zeros = new Uint8Array(32)

/** A device, its account, and a room to write in. */
export interface Author {
  device: Pair
  account: Uint8Array
  room: Uint8Array
}

export const makeAuthor = (crypto: Crypto): Author => ({
  device: makePair(crypto),
  account: crypto.randomBytes(32),
  room: publicRoomId(crypto, crypto.randomBytes(32), 'lobby')
})

export const textOf = (text: string): Uint8Array => MessageContent.encode({ text, mentions: [] })

/** What an author signs: a first message, unless said otherwise. */
export const unsigned = ({ device, account }: Author, changed: Partial<Unsigned> = {}): Unsigned => ({
  kind: kind.message,
  number: 1,
  time: BigInt(newYear) << 16n,
  account,
  device: device.key,
  prev: zeros,
  heads: [],
  ...changed
})

export const sign = (
  crypto: Crypto,
  author: Author,
  changed: Partial<Unsigned> = {},
  content = textOf('hello **flock**'),
  conversation = author.room
): Promise<SignedRecord> =>
  signRecord(crypto, author.device.seed, conversation, unsigned(author, changed), content)

/** One record of each sort, by name. */
export async function everySort(crypto: Crypto, author: Author): Promise<Record<string, SignedRecord>> {
  const heads = [crypto.randomBytes(32), crypto.randomBytes(32)].sort(compareBytes)
  const first = await sign(crypto, author)
  const time = first.header.time
  const parents = { kind: kind.op, prev: zeros, heads }
  const register = (number: number, key: string) => ({
    kind: number,
    number: 0,
    prev: crypto.sha256(utf8(key))
  })
  const signal = { kind: kind.heartbeat, number: 0 }
  const close = { device: utf8('a device that was dropped, 32 B.'), number: 7, entry: zeros }
  return {
    'first message': first,
    'second message, two heads': await sign(crypto, author, {
      number: 2,
      time: time + 1n,
      prev: first.id,
      heads
    }),
    'empty content': await sign(crypto, author, {}, new Uint8Array()),
    'text beyond ASCII': await sign(crypto, author, {}, textOf('Grüße 👋 от стаи')),
    'genesis op, signed with zeros as conversation': await sign(
      crypto,
      author,
      { kind: kind.op },
      textOf('genesis'),
      zeros
    ),
    'op with two parents': await sign(crypto, author, parents, textOf('op')),
    'profile register': await sign(crypto, author, register(kind.profile, 'profile'), textOf('me')),
    'heartbeat signal': await sign(crypto, author, signal, new Uint8Array()),
    'unknown event, eight heads, last number, last time': await sign(crypto, author, {
      kind: 0x3fff,
      number: 2 ** 32 - 1,
      time: 2n ** 64n - 1n,
      prev: first.id,
      heads: Array.from({ length: 8 }, (_, n) => concatBytes(Uint8Array.of(n), new Uint8Array(31)))
    }),
    'op that closes a device': await sign(crypto, author, { kind: kind.op }, encodeOp({ close }))
  }
}
