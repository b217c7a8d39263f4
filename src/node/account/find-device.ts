import { UnknownDeviceError } from '../../errors.ts'
import { equalBytes, peerIdOf } from '../../protocol/index.ts'

/** Peer ids are shown by so many of their last letters, which tell two devices apart. */
const leastLetters = 6

/** Whether a text is the end of a device's peer id, and long enough to tell it from others. */
export const isEndOf = (text: string, device: Uint8Array): boolean =>
  text.length >= leastLetters && peerIdOf(device).endsWith(text)

/** The one of the account's other devices whose peer id ends so. @throws UnknownDeviceError */
export function findDevice(devices: readonly Uint8Array[], own: Uint8Array, text: string): Uint8Array {
  const [found, another] = devices.filter((device) => isEndOf(text, device))
  if (found === undefined || another !== undefined)
    throw new UnknownDeviceError(
      `Not one of your devices: give at least ${leastLetters} of its id's last letters, as "starling devices" shows them.`
    )
  if (equalBytes(found, own))
    throw new UnknownDeviceError(
      'That is this device. Revoke it from another one; it could not tell anybody of it afterwards.'
    )
  return found
}
