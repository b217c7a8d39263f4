import { maxOp } from './limits.ts'
import { OpContent } from './pb/content.ts'
import { saltLength } from './record.ts'

/** Kind 0x100, without the salt. Rooms that govern themselves will have more of them. */
export interface Op {
  close: Close
}

/** Says up to which number the events of a device count that its account has dropped. */
export interface Close {
  device: Uint8Array
  number: number
  /** Hash of an account-log entry that does not list the device. */
  entry: Uint8Array
}

/** The content of an op, without the salt. */
export const encodeOp = (op: Op): Uint8Array => OpContent.encode(op)

/** The op in a record's content, or undefined where it is none that this version knows. */
export function decodeOp(content: Uint8Array): Op | undefined {
  if (content.length > maxOp) return undefined
  try {
    const { close } = OpContent.decode(content.subarray(saltLength))
    return close?.device.length === 32 && close.entry.length === 32 ? { close } : undefined
  } catch {
    return undefined
  }
}
