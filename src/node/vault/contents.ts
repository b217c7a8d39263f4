import { encodeStored, hex, readOwnKey, readStored, vaultRoom } from '../../protocol/index.ts'
import type { Crypto } from '../../protocol/index.ts'
import type { Register } from '../events/registers.ts'

/** Bytes that each packet takes besides its own. */
const perPacket = 4

/** A register as a vault has it. */
export interface Packed {
  /** Of the record, hex. */
  id: string
  isMarker: boolean
  bytes: Uint8Array
}

/** What of the registers goes into a vault: all that fits, where that is not all first what is no read marker, then the newest. */
export function pack(registers: Iterable<Register>): Packed[] {
  const packed = Array.from(registers, (register) => ({
    id: hex(register.record.id),
    isMarker: isMarker(register.key),
    bytes: encodeStored(register.record),
    time: register.record.header.time
  }))
  packed.sort((a, b) => Number(a.isMarker) - Number(b.isMarker) || (a.time < b.time ? 1 : -1))
  let left = vaultRoom
  return packed.filter(({ bytes }) => {
    const isIn = bytes.length + perPacket <= left
    if (isIn) left -= bytes.length + perPacket
    return isIn
  })
}

/** Whether it only says what was read: it changes often, and matters least. */
export const isMarker = (key: string): boolean => readOwnKey(key)?.about === 'read'

/** Ids of what a vault has in it, hex. */
export const idsOf = (crypto: Crypto, conversation: Uint8Array, registers: Uint8Array[]): Set<string> =>
  new Set(
    registers.flatMap((bytes) => {
      const record = readStored(crypto, conversation, bytes)
      return record === undefined ? [] : [hex(record.id)]
    })
  )
