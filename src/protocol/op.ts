import { maxCuts, maxDescription, maxOp, maxSlow, maxTime, maxTopic } from './limits.ts'
import { isLine } from './line.ts'
import { OpContent } from './pb/content.ts'
import { rank } from './rooms/rank.ts'
import { saltLength } from './record.ts'
import type { BanOp, CloseOp, Cut, MuteOp, PinOp, SettingsOp } from './pb/content.ts'
import type { Rank } from './rooms/rank.ts'

/** Says up to which number the events of a device count that its account has dropped. */
export type Close = CloseOp
/** Ids and keys are 32 bytes. */
export type { BanOp as Ban, Cut, PinOp as Pin, SettingsOp as Settings }
/** `until` in ms since 1970. */
export type Mute = Omit<MuteOp, 'until'> & { until: number }

/** What governs a room, by its one field. */
export type RoomOp =
  | { found: { certificate: Uint8Array } }
  | { role: { account: Uint8Array; rank: Rank } }
  | { transfer: { account: Uint8Array } }
  | { ban: BanOp }
  | { unban: { account: Uint8Array } }
  | { mute: Mute }
  | { settings: SettingsOp }
  | { pin: PinOp }

/** Kind 0x100, without the salt. */
export type Op = { close: Close } | RoomOp

/** The content of an op, without the salt. */
export const encodeOp = (op: Op): Uint8Array =>
  OpContent.encode('mute' in op ? { mute: { ...op.mute, until: BigInt(op.mute.until) } } : op)

/** The op in a record's content, or undefined where it is none that this version knows. */
export function decodeOp(content: Uint8Array): Op | undefined {
  if (content.length > maxOp) return undefined
  try {
    return opOf(OpContent.decode(content.subarray(saltLength)))
  } catch {
    return undefined
  }
}

function opOf(content: OpContent): Op | undefined {
  const { close, found, role, transfer, ban, unban, mute, settings, pin } = content
  if (Object.keys(content).length !== 1) return undefined
  if (close) return isId(close.device) && isId(close.entry) ? { close } : undefined
  if (found) return { found }
  if (role)
    return isId(role.account) && isGiven(role.rank) ? { role: { ...role, rank: role.rank } } : undefined
  if (transfer) return isId(transfer.account) ? { transfer } : undefined
  if (ban) return isBan(ban) ? { ban } : undefined
  if (unban) return isId(unban.account) ? { unban } : undefined
  if (mute)
    return isBan(mute) && mute.until <= maxTime ? { mute: { ...mute, until: Number(mute.until) } } : undefined
  if (settings) return areSettings(settings) ? { settings } : undefined
  return pin && isId(pin.message) ? { pin } : undefined
}

const isId = ({ length }: Uint8Array): boolean => length === 32
/** An owner is made by a transfer alone. */
const isGiven = (number: number): number is Rank => number > rank.owner && number <= rank.member
const areCuts = (cuts: Cut[]): boolean => cuts.length <= maxCuts && cuts.every(({ device }) => isId(device))
const isBan = ({ account, cuts, reason }: BanOp): boolean =>
  isId(account) && areCuts(cuts) && isLineOrNone(reason)
const isLineOrNone = (text: string): boolean => text === '' || isLine(text, maxTopic)
const areSettings = ({ topic = '', description = '', slow = 0 }: SettingsOp): boolean =>
  isLineOrNone(topic) && description.length <= maxDescription && description.isWellFormed() && slow <= maxSlow
