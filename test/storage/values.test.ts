import fc from 'fast-check'
import { expect, test } from 'vitest'
import { StorageError } from '../../src/errors.ts'
import { bytes, json, utf8Value } from '../../src/storage/index.ts'

test('values come back as they were', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (value) => {
      expect(bytes.decode(bytes.encode(value))).toEqual(value)
    })
  )
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      expect(utf8Value.decode(utf8Value.encode(value))).toBe(value)
    })
  )
  const anything = json<unknown>()
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value))
      expect(anything.decode(anything.encode(value))).toEqual(plain)
    })
  )
})

test('damaged text is told, not guessed', () => {
  expect(() => utf8Value.decode(Uint8Array.of(0xc3, 0x28))).toThrow(StorageError)
  expect(() => json().decode(Uint8Array.of(0xff))).toThrow(StorageError)
})
