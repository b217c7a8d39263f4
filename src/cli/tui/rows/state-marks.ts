import type { MessageState } from '../../../node/index.ts'
import type { Role } from '../themes/types.ts'

/** How far one's own message has come: by shape, with the words that help uses. */
export const stateMarks: Readonly<Record<MessageState, { shape: string; role: Role; words: string }>> = {
  queued: { shape: '◌', role: 'waiting', words: 'queued: nobody has it yet' },
  sent: { shape: '✓', role: 'delivered', words: 'sent: on its way' },
  delivered: { shape: '✓✓', role: 'delivered', words: 'delivered: another device holds it' }
}
