import { peerIdOf } from '../../protocol/index.ts'
import type { Leaving } from '../names/moves.ts'
import type { KnownAccount } from '../people/people.ts'
import type { AccountInfo } from './types.ts'

/** Who is logged in, in its public form. */
export const infoOf = (
  { name, key, entry, certificate }: KnownAccount,
  device: Uint8Array,
  leaving: Leaving | undefined,
  newDevices: string[]
): AccountInfo => ({
  name,
  id: key,
  device: peerIdOf(device),
  devices: entry.devices.length,
  certificate_expires: new Date(certificate.expires).toISOString(),
  ...(leaving?.isByOperator && { name_leaves: new Date(leaving.from).toISOString() }),
  ...(newDevices.length > 0 && { new_devices: newDevices })
})
