import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../src/crypto/index.ts'
import {
  concatBytes,
  decodeHeartbeat,
  decodeMessage,
  encodeHeartbeat,
  encodeMessage,
  fallbackText,
  maxMentions,
  maxText,
  saltLength,
  utf8
} from '../../src/protocol/index.ts'
import { AnyContent, HeartbeatContent, MessageContent } from '../../src/protocol/pb/content.ts'
import { bitFlips, mutations, truncations } from './mutations.ts'

const salt = crypto.randomBytes(saltLength)
const salted = (plain: Uint8Array): Uint8Array => concatBytes(salt, plain)
const id = crypto.randomBytes(32)

/** A field of a given number with bytes that no encoder would write. */
const field = (number: number, bytes: Uint8Array): Uint8Array =>
  concatBytes(Uint8Array.of((number << 3) | 2, bytes.length), bytes)

test('any text and mentions come back', () => {
  const accounts = fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: maxMentions })
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), accounts, (text, mentions) => {
      expect(decodeMessage(salted(encodeMessage({ text, mentions })))).toEqual({ text, mentions })
    })
  )
})

test('16 KiB of text are the most, counted in bytes', () => {
  const message = (text: string) => decodeMessage(salted(encodeMessage({ text, mentions: [] })))
  expect(message('a'.repeat(maxText))?.text).toHaveLength(maxText)
  expect(message('a'.repeat(maxText + 1))).toBeUndefined()
  expect(message('é'.repeat(maxText / 2))?.text).toHaveLength(maxText / 2)
  expect(message(`${'é'.repeat(maxText / 2)}a`)).toBeUndefined()
})

test('50 mentions are the most, of 32 bytes each', () => {
  const mentioning = (mentions: Uint8Array[]) => decodeMessage(salted(encodeMessage({ text: 'x', mentions })))
  expect(mentioning(Array<Uint8Array>(maxMentions).fill(id))?.mentions).toHaveLength(maxMentions)
  expect(mentioning(Array<Uint8Array>(maxMentions + 1).fill(id))).toBeUndefined()
  for (const length of [0, 31, 33])
    expect(mentioning([id, new Uint8Array(length)]), String(length)).toBeUndefined()
})

test('text that is no UTF-8 is no message, or shows that', () => {
  for (const bytes of [[0xc3], [0xff], [0xed, 0xa0, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80], [0xc0, 0x80]]) {
    const message = decodeMessage(salted(field(1, Uint8Array.from(bytes))))
    expect(message?.text.isWellFormed() ?? true).toBe(true)
    expect(utf8(message?.text ?? '').length).toBeLessThanOrEqual(maxText)
  }
})

test('a message with fields of later programs is read', () => {
  const later = concatBytes(encodeMessage({ text: 'hello', mentions: [] }), field(9, id))
  expect(decodeMessage(salted(later))).toEqual({ text: 'hello', mentions: [] })
})

test('whatever the bytes, what comes out keeps the limits', () => {
  const whole = salted(encodeMessage({ text: 'hello **flock** 🐦', mentions: [id, id] }))
  const check = (bytes: Uint8Array): void => {
    const message = decodeMessage(bytes)
    if (message !== undefined) {
      expect(message.text.isWellFormed()).toBe(true)
      expect(utf8(message.text).length).toBeLessThanOrEqual(maxText)
      expect(message.mentions.length).toBeLessThanOrEqual(maxMentions)
      for (const mention of message.mentions) expect(mention).toHaveLength(32)
    }
    expect([undefined, 'online', 'away']).toContain(decodeHeartbeat(bytes))
    expect(fallbackText(bytes).isWellFormed()).toBe(true)
  }
  for (const bytes of [...truncations(whole), ...bitFlips(whole)]) check(bytes)
  fc.assert(fc.property(mutations(whole), check), { numRuns: 3000 })
  fc.assert(
    fc.property(mutations(whole), (bytes) => check(salted(bytes))),
    { numRuns: 3000 }
  )
  check(MessageContent.encode({ text: 'x'.repeat(maxText * 3), mentions: [] }))
})

test('a heartbeat says online or away', () => {
  for (const status of ['online', 'away'] as const)
    expect(decodeHeartbeat(salted(encodeHeartbeat(status)))).toBe(status)
  for (const status of [2, 3, 2 ** 32 - 1])
    expect(decodeHeartbeat(salted(HeartbeatContent.encode({ status })))).toBeUndefined()
})

test('a later kind is shown by its fallback', () => {
  const shown = (fallback: string): string => fallbackText(salted(AnyContent.encode({ fallback })))
  expect(shown('alice waved')).toBe('alice waved')
  expect(shown('a'.repeat(maxText))).toHaveLength(maxText)
  expect(shown('a'.repeat(maxText + 1))).toBe('')
  expect(fallbackText(salted(encodeMessage({ text: 'hello', mentions: [] })))).toBe('')
  expect(fallbackText(salt)).toBe('')
  expect(fallbackText(salted(Uint8Array.of(0x7a, 0x7f)))).toBe('')
})
