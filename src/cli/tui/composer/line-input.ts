import { edit, insert } from './editor.ts'
import { commandOf } from '../keys/bindings.ts'
import type { Draft } from './editor.ts'
import type { KeyPress } from '../keys/key-press.ts'
import type { EditCommand } from '../keys/bindings.ts'

const edits: ReadonlySet<string> = new Set<EditCommand>([
  ...(['left', 'right', 'wordLeft', 'wordRight', 'lineStart', 'lineEnd', 'yank'] as const),
  ...([
    'deleteLeft',
    'deleteRight',
    'deleteWordLeft',
    'deleteWordRight',
    'deleteToStart',
    'deleteToEnd'
  ] as const)
])

/** What a key makes of a text of one line; undefined where the key means something else. */
export function lineInput(draft: Draft, press: KeyPress): Draft | undefined {
  if (press.text !== undefined) return insertLine(draft, press.text)
  const command = commandOf(press.key)
  return command !== undefined && edits.has(command) ? edit(draft, command as EditCommand) : undefined
}

/** Pasted line ends are dropped: an invite copied from a mail is still one word. */
export const insertLine = (draft: Draft, text: string): Draft => insert(draft, text.replace(/[\r\n]+/g, ''))
