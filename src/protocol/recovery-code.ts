import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { distance } from 'fastest-levenshtein'
import type { Crypto } from './crypto.ts'

/** What is wrong with a text that should be a recovery code. */
export type RecoveryCodeProblem =
  | { problem: 'length'; words: number }
  /** `position` from 1; `nearest` are words of the list that look like it, the nearest first. */
  | { problem: 'word'; word: string; position: number; nearest: string[] }
  /** All words are of the list, and yet they are not a code: one is another, or two changed places. */
  | { problem: 'checksum' }

/** Words of a code. */
export const recoveryCodeWords = 12
const codeBytes = 16

/** 128 random bits. */
export const makeRecoveryCode = (crypto: Crypto): Uint8Array => crypto.randomBytes(codeBytes)

/** The code as 12 words of BIP 39's English list, the last of which holds a checksum. */
export const recoveryWords = (code: Uint8Array): string => entropyToMnemonic(code, wordlist)

/** The code's 16 bytes; capitals, numbering and the space between words don't count. */
export function readRecoveryCode(text: string): Uint8Array | RecoveryCodeProblem {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/^\P{L}+|\P{L}+$/gu, ''))
    .filter((word) => word !== '')
  if (words.length !== recoveryCodeWords) return { problem: 'length', words: words.length }
  const wrong = words.findIndex((word) => !wordlist.includes(word))
  if (wrong >= 0)
    return { problem: 'word', word: words[wrong]!, position: wrong + 1, nearest: nearest(words[wrong]!) }
  try {
    return mnemonicToEntropy(words.join(' '), wordlist)
  } catch {
    return { problem: 'checksum' }
  }
}

/** By which the registry finds an account whose password was lost: 32 bytes that say nothing of the code. */
export const recoveryFind = (crypto: Crypto, code: Uint8Array): Uint8Array =>
  crypto.hkdf(code, 'starling/recovery-find/v1')

const suggested = 3
/** A text is a stranger's; words of the list have 8 letters at most. */
const longest = 12

function nearest(word: string): string[] {
  const typed = word.slice(0, longest)
  return wordlist
    .map((candidate) => ({ candidate, edits: distance(typed, candidate) }))
    .sort((a, b) => a.edits - b.edits)
    .slice(0, suggested)
    .map(({ candidate }) => candidate)
}
