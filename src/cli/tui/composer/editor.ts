import { safeText } from '../text/safe-text.ts'
import { graphemes } from '../text/width.ts'
import type { EditCommand } from '../keys/bindings.ts'

/** A text with a cursor. `cut` is what the last cut took. */
export interface Draft {
  text: string
  /** Offset in UTF-16 units, never inside a grapheme. */
  cursor: number
  cut: string
}

export const emptyDraft: Draft = { text: '', cursor: 0, cut: '' }

/** Typed or pasted text at the cursor, cleaned as everything shown is. */
export function insert(draft: Draft, raw: string): Draft {
  const text = safeText(raw)
  return replaceRange(draft, draft.cursor, draft.cursor, text)
}

/** What one editing key makes of a draft; undefined for commands that do not edit. */
export function edit(draft: Draft, command: EditCommand): Draft | undefined {
  const { text, cursor } = draft
  switch (command) {
    case 'newline':
      return insert(draft, '\n')
    case 'left':
      return { ...draft, cursor: before(text, cursor) }
    case 'right':
      return { ...draft, cursor: behind(text, cursor) }
    case 'wordLeft':
      return { ...draft, cursor: wordStart(text, cursor) }
    case 'wordRight':
      return { ...draft, cursor: wordEnd(text, cursor) }
    case 'lineStart':
      return { ...draft, cursor: lineStart(text, cursor) }
    case 'lineEnd':
      return { ...draft, cursor: lineEnd(text, cursor) }
    case 'deleteLeft':
      return replaceRange(draft, before(text, cursor), cursor, '')
    case 'deleteRight':
      return replaceRange(draft, cursor, behind(text, cursor), '')
    case 'deleteWordLeft':
      return cutRange(draft, wordStart(text, cursor), cursor)
    case 'deleteWordRight':
      return cutRange(draft, cursor, wordEnd(text, cursor))
    case 'deleteToStart':
      return cutRange(draft, lineStart(text, cursor), cursor)
    case 'deleteToEnd':
      return cutRange(draft, cursor, lineEnd(text, cursor))
    case 'yank':
      return replaceRange(draft, cursor, cursor, draft.cut)
    case 'send':
    case 'complete':
    case 'completeBack':
    case 'previous':
    case 'next':
    case 'olderText':
    case 'newerText':
      return undefined
  }
}

export function replaceRange(draft: Draft, from: number, to: number, text: string): Draft {
  const whole = draft.text.slice(0, from) + text + draft.text.slice(to)
  return { ...draft, text: whole, cursor: from + text.length }
}

function cutRange(draft: Draft, from: number, to: number): Draft {
  const cut = draft.text.slice(from, to)
  return cut === '' ? draft : { ...replaceRange(draft, from, to, ''), cut }
}

const before = (text: string, cursor: number): number =>
  cursor - (graphemes(text.slice(0, cursor)).at(-1)?.length ?? 0)

const behind = (text: string, cursor: number): number =>
  cursor + (graphemes(text.slice(cursor))[0]?.length ?? 0)

const wordStart = (text: string, cursor: number): number =>
  text.slice(0, cursor).replace(/[\p{L}\p{N}\p{M}_]*[^\p{L}\p{N}\p{M}_]*$/u, '').length

const wordEnd = (text: string, cursor: number): number =>
  cursor + /^[^\p{L}\p{N}\p{M}_]*[\p{L}\p{N}\p{M}_]*/u.exec(text.slice(cursor))![0].length

const lineStart = (text: string, cursor: number): number => text.slice(0, cursor).lastIndexOf('\n') + 1

function lineEnd(text: string, cursor: number): number {
  const end = text.indexOf('\n', cursor)
  return end < 0 ? text.length : end
}
