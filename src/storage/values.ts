import { StorageError } from '../errors.ts'
import { utf8, utf8Text } from '../protocol/bytes.ts'
import type { ValueCodec } from './types.ts'

export const bytes: ValueCodec<Uint8Array> = { encode: (value) => value, decode: (stored) => stored }

export const utf8Value: ValueCodec<string> = { encode: utf8, decode: textOf }

/** What JSON.stringify keeps of it. */
export const json = <V>(): ValueCodec<V> => ({
  encode: (value) => utf8(JSON.stringify(value)),
  decode: (stored) => JSON.parse(textOf(stored)) as V
})

function textOf(stored: Uint8Array): string {
  const text = utf8Text(stored)
  if (text === undefined)
    throw new StorageError('The database holds a text that is not UTF-8: it is damaged.')
  return text
}
