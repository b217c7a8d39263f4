import type { Span } from './spans.ts'

/** A message, parsed: what is drawn, at any width. */
export type Block =
  | { type: 'text'; lines: Span[][]; gap: boolean }
  | { type: 'code'; language: string; lines: string[]; gap: boolean }
  | { type: 'quote'; blocks: Block[]; gap: boolean }
  | { type: 'item'; marker: string; blocks: Block[]; gap: boolean }
