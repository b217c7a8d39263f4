import type { HybridTime } from '../../protocol/index.ts'
import type { ConversationLog } from '../events/conversation-log.ts'

/** A conversation as somebody may see it. */
export interface View {
  log: ConversationLog
  /** Only events of this time or later; registers always. */
  since: HybridTime
}
