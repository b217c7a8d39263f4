import { randomUUID } from 'node:crypto'

/** A namespace, log or key that no other test has. */
export const fresh = (): string => randomUUID()

/** Bytes of a text. */
export const blob = (text: string): Uint8Array => new TextEncoder().encode(text)
export const textOf = (bytes: Uint8Array | undefined): string | undefined =>
  bytes === undefined ? undefined : new TextDecoder().decode(bytes)
