import { equalBytes } from '../bytes.ts'
import { rank } from './rank.ts'
import type { RoomOp } from '../op.ts'
import type { RoomState } from './state.ts'

/** Whether an account may do this in a room as it stands. */
export function isAllowed(op: RoomOp, author: Uint8Array, room: RoomState): boolean {
  const own = room.standing(author)
  if (own.isBanned || 'found' in op) return false
  const isBelow = (account: Uint8Array): boolean => own.rank < room.standing(account).rank
  if ('transfer' in op)
    return (
      own.rank === rank.owner &&
      !room.standing(op.transfer.account).isBanned &&
      !equalBytes(op.transfer.account, author)
    )
  if ('settings' in op) return own.rank <= rank.admin
  if ('role' in op) {
    const target = op.role.account
    // Whoever steps back needs nobody's leave; an owner hands the room on first.
    if (equalBytes(target, author)) return own.rank !== rank.owner && op.role.rank > own.rank
    return (
      own.rank <= rank.admin && op.role.rank > own.rank && isBelow(target) && !room.standing(target).isBanned
    )
  }
  if (own.rank > rank.moderator) return false
  if ('ban' in op) return isBelow(op.ban.account)
  if ('mute' in op) return isBelow(op.mute.account)
  return 'unban' in op ? room.standing(op.unban.account).isBanned : true
}
