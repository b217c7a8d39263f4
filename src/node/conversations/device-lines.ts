import { base32, equalBytes, hybridTime, peerIdOf } from '../../protocol/index.ts'
import type { AccountEntry } from '../../protocol/index.ts'
import type { Position } from '../events/event-reader.ts'
import type { KnownAccount } from '../people/people.ts'
import type { Message } from '../types.ts'

/** A line of a direct conversation that says that a device came to the other's account. */
export interface DeviceLine {
  place: Position
  message: Message
}

/**
 * Devices that came to an account since its first entry known, told where its log has them: nobody misses it who looks at
 * the conversation, on whichever device and whenever.
 */
export function deviceLines(
  entries: readonly AccountEntry[],
  { name, key }: Pick<KnownAccount, 'name' | 'key'>,
  isOwn: boolean
): DeviceLine[] {
  return entries.flatMap((entry, index) => {
    const before = entries[index - 1]?.devices ?? entry.devices
    const came = entry.devices.filter((device) => !before.some((other) => equalBytes(other, device)))
    if (came.length === 0) return []
    const ends = came.map((device) => `…${peerIdOf(device).slice(-8)}`).join(', ')
    const content = isOwn
      ? `A new device is in your account: ${ends}. If that wasn’t you: /devices`
      : `${name} has a new device: ${ends}. If you are not sure that it is theirs, ask them on another way.`
    const message: Message = {
      type: 'system',
      id: base32(entry.hash),
      conversation: name,
      sender: name,
      sender_id: key,
      recipient: name,
      content,
      timestamp: new Date(entry.time).toISOString(),
      file_data: null,
      encrypted: true,
      own: false,
      mentions_me: false
    }
    return [{ place: { time: hybridTime(entry.time), id: entry.hash }, message }]
  })
}
