import { safeLine } from '../text/safe-text.ts'
import { wrapSpans } from '../text/wrap.ts'
import type { Row } from '../text/spans.ts'

/** The invite, and how to hand it on. */
export function inviteRows(invite: string, columns: number): Row[] {
  const paragraph = (text: string): Row[] => [...wrapSpans([{ text, role: 'dim' }], columns), []]
  return [
    ...paragraph(
      'Send this one line to friends, by mail or any chat. They run starling, choose "Join a network by invite" and paste it.'
    ),
    ...wrapSpans([{ text: safeLine(invite), role: 'accent' }], columns),
    [],
    ...paragraph('It holds no secret: whoever has it can register a name here.')
  ]
}
