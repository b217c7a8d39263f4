import type { PresenceStatus } from '../../../node/index.ts'
import type { Role } from '../themes/types.ts'

/** Shape, colour and word of each state: any one of them is enough. */
export const presenceMarks: Readonly<Record<PresenceStatus, { shape: string; role: Role; word: string }>> = {
  online: { shape: '●', role: 'online', word: 'online' },
  away: { shape: '◐', role: 'away', word: 'away' },
  offline: { shape: '○', role: 'offline', word: 'offline' }
}
