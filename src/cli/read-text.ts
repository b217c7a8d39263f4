import { TextTooLongError } from '../errors.ts'
import { UsageError } from './errors.ts'

/** Far more than a message may have: what is longer is not read to its end. Bytes. */
const maxBytes = 1024 * 1024

/**
 * A text from a pipe, without the line end that commands put at the end of their output.
 *
 * @throws UsageError where it is no text, TextTooLongError
 */
export async function readText(input: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of input) {
    chunks.push(chunk)
    size += chunk.length
    if (size > maxBytes)
      throw new TextTooLongError('The text is far too long for a message. Send it in parts.')
  }
  return decode(Buffer.concat(chunks)).replace(/\r?\n$/, '')
}

function decode(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (!text.includes('\0')) return text
  } catch {
    // Said below.
  }
  throw new UsageError('What comes from standard input is no text in UTF-8. Files can not be sent this way.')
}
