import { onTestFinished } from 'vitest'
import { createRequestClient } from '../../src/net/index.ts'
import type { Host, RequestClient, RequestProtocol } from '../../src/net/index.ts'

export const encoder = new TextEncoder()
export const decoder = new TextDecoder()

/** Text both ways. What begins with `?` is no request, what begins with `!` no reply. */
export const protocol: RequestProtocol<string, string> = {
  id: '/test/requests/1',
  encodeRequest: (text) => encoder.encode(text),
  decodeRequest: (bytes) => decode(bytes, '?'),
  encodeReply: (text) => encoder.encode(text),
  decodeReply: (bytes) => decode(bytes, '!'),
  maxFrame: 1024,
  timeout: 20_000,
  maxInboundStreams: 2
}

function decode(bytes: Uint8Array, refused: string): string {
  const text = decoder.decode(bytes)
  if (text.startsWith(refused)) throw new Error('cannot be read')
  return text
}

/** A client that stops with the test. */
export function clientOf(host: Host, changed: Partial<typeof protocol> = {}): RequestClient<string, string> {
  const client = createRequestClient(host, { ...protocol, ...changed })
  onTestFinished(() => client.stop())
  return client
}
