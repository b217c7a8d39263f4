import { base58, concatBytes, fromBase58 } from './bytes.ts'

// A libp2p peer id of an Ed25519 key: identity multihash (0x00, 36 bytes) of the protobuf {type 1, key}.
const prefix = Uint8Array.of(0x00, 0x24, 0x08, 0x01, 0x12, 0x20)
// Of such 38 bytes in base58, whose decoding takes time that grows with the square of the length.
const textLength = 52

/** The peer id, as text, of a device key. */
export const peerIdOf = (deviceKey: Uint8Array): string => base58(concatBytes(prefix, deviceKey))

/** The device key of a peer id; undefined where the peer id is not that of an Ed25519 key. */
export function deviceKeyOf(peerId: string): Uint8Array | undefined {
  if (peerId.length !== textLength) return undefined
  try {
    const bytes = fromBase58(peerId)
    if (bytes.length !== 38 || prefix.some((byte, index) => bytes[index] !== byte)) return undefined
    return bytes.subarray(6)
  } catch {
    return undefined
  }
}
