import { expect, test } from 'vitest'
import {
  concatBytes,
  decodeHeader,
  encodePacket,
  encodeStored,
  fromHex,
  hex,
  nobleCrypto,
  readPacket,
  verifyRecord
} from '../../src/protocol/index.ts'
import { Packet } from '../../src/protocol/pb/packet.ts'
import vectors from '../vectors/records.json' with { type: 'json' }
import { vectorFile, vectorText } from '../vectors/json.ts'
import { everySort, makeAuthor, zeros } from './records.ts'
import { seededCrypto } from './seeded-crypto.ts'
import type { SignedRecord } from '../../src/protocol/index.ts'

async function madeAnew() {
  const crypto = seededCrypto('records')
  const author = makeAuthor(crypto)
  const records = await everySort(crypto, author)
  const first = records['first message']!
  const input = concatBytes(first.conversation, first.headerBytes)
  const packet = encodePacket(first)
  const parts = Packet.decode(packet)
  // Tag and two bytes of length come before the header.
  const headerEnd = 3 + first.headerBytes.length
  const changed = (fields: Partial<Packet>): string => hex(Packet.encode({ ...parts, ...fields }))
  return {
    deviceSeed: hex(author.device.seed),
    device: hex(author.device.key),
    account: hex(author.account),
    records: Object.entries(records).map(([name, record]) => vectorOf(name, record)),
    // Of the first message, in its conversation.
    refused: {
      'a header that goes on': changed({ header: concatBytes(first.headerBytes, zeros.subarray(1)) }),
      'a signature of 63 bytes': changed({ signature: first.signature.subarray(1) }),
      'content that was changed': changed({ body: first.content!.map((byte) => byte ^ 1) }),
      'content that was cut': changed({ body: first.content!.subarray(0, 20) }),
      'body and content': changed({ content: first.content! }),
      'no content': hex(encodeStored({ ...first, content: undefined })),
      'an unknown field': `${hex(packet)}7a036e6577`,
      'a wire type that is none of bytes': `09${hex(packet).slice(2)}`,
      'the header last': hex(concatBytes(packet.subarray(headerEnd), packet.subarray(0, headerEnd)))
    },
    forged: {
      'signed by another device': changed({ signature: await crypto.sign(zeros, input) }),
      'signed without its domain': changed({ signature: await crypto.sign(author.device.seed, input) })
    }
  }
}

function vectorOf(name: string, record: SignedRecord) {
  const { header, content } = record
  return {
    name,
    conversation: hex(record.conversation),
    kind: header.kind,
    number: header.number,
    time: String(header.time),
    prev: hex(header.prev),
    heads: header.heads.map(hex),
    salt: hex(content!.subarray(0, 16)),
    plain: hex(content!.subarray(16)),
    header: hex(record.headerBytes),
    id: hex(record.id),
    signature: hex(record.signature),
    packet: hex(encodePacket(record)),
    stored: hex(encodeStored(record))
  }
}

test('the vectors are those of this code', async () => {
  await expect(await vectorText(await madeAnew())).toMatchFileSnapshot(vectorFile('records'))
})

test.each(vectors.records)('$name: the file alone, read with noble', async (vector) => {
  const header = decodeHeader(fromHex(vector.header))!
  expect(hex(header.device)).toBe(vectors.device)
  expect(hex(header.account)).toBe(vectors.account)
  const content = concatBytes(fromHex(vector.salt), fromHex(vector.plain))
  expect(header.content).toEqual(nobleCrypto.sha256(content))
  for (const bytes of [vector.packet, vector.stored]) {
    const { record } = readPacket(nobleCrypto, fromHex(vector.conversation), fromHex(bytes))!
    expect(vectorOf(vector.name, record)).toEqual(vector)
    expect(await verifyRecord(nobleCrypto, record)).toBe(true)
  }
})

const first = fromHex(vectors.records[0]!.conversation)

test.each(Object.entries(vectors.refused))('%s is refused', (_, packet) => {
  expect(readPacket(nobleCrypto, first, fromHex(packet))).toBeUndefined()
})

test.each(Object.entries(vectors.forged))('%s is read, and not believed', async (_, packet) => {
  const { record } = readPacket(nobleCrypto, first, fromHex(packet))!
  expect(hex(record.id)).toBe(vectors.records[0]!.id)
  expect(await verifyRecord(nobleCrypto, record)).toBe(false)
})
