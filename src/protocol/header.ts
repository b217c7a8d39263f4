import { compareBytes, isZero } from './bytes.ts'
import { classOf } from './kinds.ts'
import { maxHeads, maxPacket } from './limits.ts'
import type { HybridTime } from './hybrid-time.ts'

/** What a device signs of a record, decoded. Hashes, ids and keys are 32 bytes. */
export interface Header {
  /** How the content travels: 0 clear, 1 chain. */
  suite: number
  kind: number
  /** An event's place in its device's feed of the conversation, from 1; otherwise 0. */
  number: number
  time: HybridTime
  /** Length of the content, bytes. */
  size: number
  account: Uint8Array
  device: Uint8Array
  /** Event: id of number - 1, zeros at 1. Register: sha256(key). Signal: zeros. */
  prev: Uint8Array
  /** sha256 of the content. */
  content: Uint8Array
  /** sha256 of the body, where the suite is not 0. */
  sealed?: Uint8Array
  /** Ids of the newest valid ops the author holds, sorted; in an op, its parents. */
  heads: Uint8Array[]
}

/** The first byte of each header. */
export const recordVersion = 1
const fixedLength = 20 + 4 * 32

/** The bytes of docs/protocol.md, "Header". */
export function encodeHeader(header: Header): Uint8Array {
  const sealedLength = header.sealed === undefined ? 0 : 32
  const bytes = new Uint8Array(fixedLength + sealedLength + 1 + 32 * header.heads.length)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, recordVersion)
  view.setUint8(1, header.suite)
  view.setUint16(2, header.kind)
  view.setUint32(4, header.number)
  view.setBigUint64(8, header.time)
  view.setUint32(16, header.size)
  let at = 20
  const put = (part: Uint8Array): void => {
    bytes.set(part, at)
    at += part.length
  }
  for (const part of [header.account, header.device, header.prev, header.content]) put(part)
  if (header.sealed !== undefined) put(header.sealed)
  put(Uint8Array.of(header.heads.length))
  for (const head of header.heads) put(head)
  return bytes
}

/** The header, or undefined where the bytes are not exactly one well-formed header of this version. */
export function decodeHeader(bytes: Uint8Array): Header | undefined {
  if (bytes.length < fixedLength + 1 || bytes[0] !== recordVersion) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const suite = view.getUint8(1)
  const headsAt = fixedLength + (suite === 0 ? 0 : 32)
  const count = bytes[headsAt]
  if (suite > 1 || count === undefined || count > maxHeads || bytes.length !== headsAt + 1 + 32 * count)
    return undefined
  const field = (at: number): Uint8Array => bytes.subarray(at, at + 32)
  const header: Header = {
    suite,
    kind: view.getUint16(2),
    number: view.getUint32(4),
    time: view.getBigUint64(8),
    size: view.getUint32(16),
    account: field(20),
    device: field(52),
    prev: field(84),
    content: field(116),
    heads: Array.from({ length: count }, (_, index) => field(headsAt + 1 + 32 * index))
  }
  if (suite !== 0) header.sealed = field(fixedLength)
  return isConsistent(header) ? header : undefined
}

function isConsistent({ kind, number, size, prev, heads }: Header): boolean {
  if (size < 16 || size > maxPacket) return false
  if (heads.some((head, index) => index > 0 && compareBytes(heads[index - 1]!, head) >= 0)) return false
  switch (classOf(kind)) {
    case 'event':
      return number >= 1 && (number === 1) === isZero(prev)
    case 'register':
      return number === 0
    case 'signal':
      return number === 0 && isZero(prev)
  }
}
