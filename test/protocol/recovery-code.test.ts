import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../src/crypto/index.ts'
import { makeRecoveryCode, readRecoveryCode, recoveryFind, recoveryWords } from '../../src/protocol/index.ts'

const code = fc.uint8Array({ minLength: 16, maxLength: 16 })

test('a code is 12 words, and reads back however it is written', () => {
  fc.assert(
    fc.property(code, (bytes) => {
      const words = recoveryWords(bytes).split(' ')
      expect(words).toHaveLength(12)
      expect(readRecoveryCode(words.join(' '))).toEqual(bytes)
      const numbered = words.map((word, index) => `${index + 1}. ${word.toUpperCase()}`)
      expect(readRecoveryCode(`\n  ${numbered.join('\n')} \n`)).toEqual(bytes)
    })
  )
})

test('of random codes no two are the same', () => {
  expect(makeRecoveryCode(crypto)).not.toEqual(makeRecoveryCode(crypto))
})

test('a mistyped word is found, with what it may have been', () => {
  const words = recoveryWords(new Uint8Array(16)).split(' ')
  words[6] = 'abandn'
  expect(readRecoveryCode(words.join(' '))).toEqual({
    problem: 'word',
    word: 'abandn',
    position: 7,
    nearest: expect.arrayContaining(['abandon']) as string[]
  })
})

test('a missing word is found', () => {
  const words = recoveryWords(new Uint8Array(16)).split(' ')
  expect(readRecoveryCode(words.slice(1).join(' '))).toEqual({ problem: 'length', words: 11 })
  expect(readRecoveryCode('')).toEqual({ problem: 'length', words: 0 })
})

test('most codes with two words exchanged or one changed are found by their checksum', () => {
  const found = Array.from({ length: 500 }, () => {
    const words = recoveryWords(makeRecoveryCode(crypto)).split(' ')
    words.unshift(words.pop()!)
    return readRecoveryCode(words.join(' '))
  }).filter((result) => !(result instanceof Uint8Array))
  expect(found.length).toBeGreaterThan(420)
  expect(found[0]).toEqual({ problem: 'checksum' })
})

test('any text is a code or is not, and long ones take no time', () => {
  fc.assert(fc.property(fc.string(), (text) => void readRecoveryCode(text)))
  const long = Array(12).fill('x'.repeat(100_000)).join(' ')
  expect(readRecoveryCode(long)).toMatchObject({ problem: 'word', position: 1 })
})

test('what finds an account says nothing of the code, and is another for each', () => {
  fc.assert(
    fc.property(code, code, (one, two) => {
      const find = recoveryFind(crypto, one)
      expect(find).toHaveLength(32)
      fc.pre(Buffer.compare(one, two) !== 0)
      expect(find).not.toEqual(recoveryFind(crypto, two))
    })
  )
})
