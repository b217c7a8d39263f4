import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { nativeCrypto } from '../../src/crypto/index.ts'
import {
  concatBytes,
  encodeHeader,
  encodePacket,
  encodeStored,
  equalBytes,
  hex,
  maxCertificate,
  maxEntry,
  maxHeads,
  maxPacket,
  maxText,
  nobleCrypto,
  readPacket,
  readStored,
  utf8,
  verifyRecord
} from '../../src/protocol/index.ts'
import { Packet } from '../../src/protocol/pb/packet.ts'
import { bitFlips, mutations, truncations } from './mutations.ts'
import { everySort, makeAuthor, sign, textOf, zeros } from './records.ts'
import type { SignedRecord } from '../../src/protocol/index.ts'

const crypto = nativeCrypto
const author = makeAuthor(crypto)
let record: SignedRecord
let packet: Uint8Array

beforeAll(async () => {
  record = await sign(crypto, author)
  packet = encodePacket(record)
})

const read = (bytes: Uint8Array, conversation = author.room) => readPacket(crypto, conversation, bytes)
/** The packet with some of its fields changed. */
const changed = (fields: Partial<Packet>): Uint8Array =>
  Packet.encode({ ...Packet.decode(packet), ...fields })

describe.each([
  ['native', nativeCrypto],
  ['noble', nobleCrypto]
])('%s', (_, by) => {
  test('a record of any sort is read as it was signed, live and from sync', async () => {
    for (const [name, made] of Object.entries(await everySort(by, author))) {
      for (const bytes of [encodePacket(made), encodeStored(made)]) {
        const found = readPacket(by, made.conversation, bytes)
        expect(found, name).toEqual({ record: made })
        expect(await verifyRecord(by, found!.record), name).toBe(true)
      }
      expect(readStored(by, made.conversation, encodeStored(made)), name).toEqual(made)
    }
  })
})

test('a short message in a public room takes what the specification says', async () => {
  const heads = [crypto.randomBytes(32)]
  const made = await sign(crypto, author, { heads })
  expect(made.headerBytes).toHaveLength(181)
  expect(made.content).toHaveLength(33)
  expect(encodePacket(made)).toHaveLength(285)
})

test('content is salted: twice the same text is two records', async () => {
  const again = await sign(crypto, author)
  expect(again.content!.subarray(16)).toEqual(record.content!.subarray(16))
  expect(again.header.content).not.toEqual(record.header.content)
  expect(again.id).not.toEqual(record.id)
})

test('entry and certificate ride along, and change nothing', () => {
  const extra = { entry: utf8('entry'), certificate: utf8('certificate') }
  expect(read(encodePacket(record, extra))).toEqual({ record, ...extra })
  expect(read(encodePacket(record, { entry: extra.entry }))).toEqual({ record, entry: extra.entry })
})

test('a record belongs to its conversation', async () => {
  const elsewhere = read(packet, zeros)
  expect(elsewhere?.record.id).not.toEqual(record.id)
  expect(await verifyRecord(crypto, elsewhere!.record)).toBe(false)
})

test('the id is that of what is signed, whoever signs it', async () => {
  const input = concatBytes(utf8('starling/record/v1\0'), author.room, record.headerBytes)
  expect(record.id).toEqual(crypto.sha256(input))
  expect(await crypto.verify(author.device.key, input, record.signature)).toBe(true)
  const forged = read(changed({ signature: await crypto.sign(new Uint8Array(32), input) }))
  expect(forged?.record.id).toEqual(record.id)
  expect(await verifyRecord(crypto, forged!.record)).toBe(false)
})

test('no truncation is read', () => {
  for (const bytes of truncations(packet)) expect(read(bytes)).toBeUndefined()
})

/** Whatever is read of changed bytes is the very record, another one, or one that its device did not sign. */
async function expectHonest(bytes: Uint8Array): Promise<void> {
  const found = read(bytes)
  if (found === undefined) return
  if (equalBytes(found.record.id, record.id) && equalBytes(found.record.signature, record.signature)) {
    expect(found.record).toEqual(record)
  } else {
    expect(await verifyRecord(crypto, found.record), hex(bytes)).toBe(false)
  }
}

test('a wrong bit anywhere is refused, or is not this record any more', async () => {
  for (const bytes of bitFlips(packet)) {
    await expectHonest(bytes)
    const found = read(bytes)
    expect(found !== undefined && (await verifyRecord(crypto, found.record))).toBe(false)
  }
})

test('a wrong byte anywhere is refused, or is not this record any more', async () => {
  for (let at = 0; at < packet.length; at++) {
    for (const value of [0, 1, 0x1a, 0x22, 0x7f, 0x80, 0xff]) {
      const bytes = packet.slice()
      bytes[at] = value
      await expectHonest(bytes)
    }
  }
})

test('nothing that may become of a packet makes reading throw, or a forgery', async () => {
  await fc.assert(
    fc.asyncProperty(mutations(packet), async (bytes) => {
      await expectHonest(bytes)
      readStored(crypto, author.room, bytes)
    }),
    { numRuns: 2000 }
  )
})

test.each<[string, (made: SignedRecord) => Partial<Packet>]>([
  ['no header', () => ({ header: new Uint8Array() })],
  ['a header that goes on', ({ headerBytes }) => ({ header: concatBytes(headerBytes, zeros) })],
  ['no signature', () => ({ signature: new Uint8Array() })],
  ['a short signature', ({ signature }) => ({ signature: signature.subarray(1) })],
  ['a long signature', ({ signature }) => ({ signature: concatBytes(signature, Uint8Array.of(0)) })],
  ['other content', ({ content }) => ({ body: content!.map((byte) => byte ^ 1) })],
  ['less content', ({ content }) => ({ body: content!.subarray(1) })],
  ['more content', ({ content }) => ({ body: concatBytes(content!, Uint8Array.of(0)) })],
  ['content twice', ({ content }) => ({ content: content! })],
  ['content, and another body', ({ content }) => ({ content: content!, body: zeros })]
])('%s is refused', (_, fields) => {
  expect(read(changed({}))).toBeDefined()
  expect(read(changed(fields(record)))).toBeUndefined()
})

test('no content at all is refused from others, and is a deletion in one’s own store', () => {
  const deleted = encodeStored({ ...record, content: undefined })
  expect(read(deleted)).toBeUndefined()
  expect(readStored(crypto, author.room, deleted)).toEqual({ ...record, content: undefined })
})

test('a size that is not that of the content is refused, though it be signed', async () => {
  for (const size of [16, record.content!.length - 1, record.content!.length + 1, maxPacket])
    expect(read(changed({ header: encodeHeader({ ...record.header, size }) }))).toBeUndefined()
})

test('a record under a chain is refused where none is spoken', async () => {
  const header = { ...record.header, suite: 1, sealed: crypto.sha256(record.content!) }
  expect(read(changed({ header: encodeHeader(header) }))).toBeUndefined()
})

test('64 KiB is the most, and room for the longest message with everything that rides along', async () => {
  const heads = Array.from({ length: maxHeads }, (_, n) => new Uint8Array(32).fill(n))
  const longest = await sign(crypto, author, { heads }, textOf('x'.repeat(maxText)))
  const extra = { entry: new Uint8Array(maxEntry), certificate: new Uint8Array(maxCertificate) }
  expect(read(encodePacket(longest, extra))).toEqual({ record: longest, ...extra })

  const room = maxPacket - encodePacket(await sign(crypto, author, {}, new Uint8Array(40_000))).length
  const full = encodePacket(await sign(crypto, author, {}, new Uint8Array(40_000 + room)))
  expect(full).toHaveLength(maxPacket)
  expect(read(full)).toBeDefined()
  const over = encodePacket(await sign(crypto, author, {}, new Uint8Array(40_000 + room + 1)))
  expect(over).toHaveLength(maxPacket + 1)
  expect(read(over)).toBeUndefined()
})

test.each<[string, (bytes: Uint8Array) => Uint8Array]>([
  ['an unknown field', (bytes) => concatBytes(bytes, Uint8Array.of(0x7a, 3), utf8('new'))],
  ['a field twice', (bytes) => concatBytes(bytes, bytes)],
  ['an empty entry before the body', (bytes) => concatBytes(Uint8Array.of(0x2a, 0), bytes)],
  ['another wire type', (bytes) => bytes.map((byte, at) => (at === 0 ? 0x09 : byte))],
  [
    'a length in more bytes than it takes',
    (bytes) => concatBytes(Uint8Array.of(0x0a, 0x95, 0x81, 0), bytes.subarray(3))
  ],
  ['an entry over its limit', () => changed({ entry: new Uint8Array(maxEntry + 1) })],
  ['a certificate over its limit', () => changed({ certificate: new Uint8Array(maxCertificate + 1) })]
])('%s is refused: no hop can make a packet larger, or two readers disagree', (_, change) => {
  expect(read(change(packet))).toBeUndefined()
})
