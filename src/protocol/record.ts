import { concatBytes, domain, equalBytes } from './bytes.ts'
import { decodeHeader, encodeHeader } from './header.ts'
import { maxCertificate, maxEntry, maxPacket } from './limits.ts'
import { Packet } from './pb/packet.ts'
import type { Awaitable, Crypto } from './crypto.ts'
import type { Header } from './header.ts'

const inputDomain = domain('record')
/** Random bytes before the content, so that deleted text can't be guessed from its hash. */
export const saltLength = 16

/** A record as it was received: its bytes are kept, never encoded again. */
export interface SignedRecord {
  /** sha256 of what is signed. */
  id: Uint8Array
  conversation: Uint8Array
  header: Header
  headerBytes: Uint8Array
  signature: Uint8Array
  /** Salt and protobuf; undefined where it was deleted. */
  content: Uint8Array | undefined
}

/** A record and what rode along. */
export interface ReceivedPacket {
  record: SignedRecord
  entry?: Uint8Array
  certificate?: Uint8Array
}

/** A header without what `signRecord` fills in. */
export type Unsigned = Omit<Header, 'suite' | 'size' | 'content' | 'sealed'>

/** Makes and signs a record with clear content. */
export async function signRecord(
  crypto: Crypto,
  deviceSeed: Uint8Array,
  conversation: Uint8Array,
  unsigned: Unsigned,
  plain: Uint8Array
): Promise<SignedRecord> {
  const content = concatBytes(crypto.randomBytes(saltLength), plain)
  const header = { ...unsigned, suite: 0, size: content.length, content: crypto.sha256(content) }
  const headerBytes = encodeHeader(header)
  const input = recordInput(conversation, headerBytes)
  const signature = await crypto.sign(deviceSeed, input)
  return { id: crypto.sha256(input), conversation, header, headerBytes, signature, content }
}

/** The record as it travels live, with what rides along. */
export function encodePacket(
  record: SignedRecord,
  extra: { entry?: Uint8Array; certificate?: Uint8Array } = {}
): Uint8Array {
  return Packet.encode({
    header: record.headerBytes,
    signature: record.signature,
    body: record.content!,
    ...extra
  })
}

/** The record as sync hands it out and the store keeps it. */
export function encodeStored(record: SignedRecord): Uint8Array {
  const { headerBytes: header, signature, content } = record
  return Packet.encode(content === undefined ? { header, signature } : { header, signature, content })
}

/**
 * Reads a packet and judges all of its bytes but the signature: undefined where they are wrong, which every peer sees
 * alike. Cheap, so that duplicates can be dropped before any signature is checked.
 */
export function readPacket(
  crypto: Crypto,
  conversation: Uint8Array,
  bytes: Uint8Array
): ReceivedPacket | undefined {
  const packet = decodePacket(bytes)
  if (packet === undefined || packet.signature.length !== 64 || !isPlain(packet, bytes)) return undefined
  const header = decodeHeader(packet.header)
  const content = packet.content ?? packet.body
  // Chains come with private rooms; a clear record carries its content.
  if (header === undefined || header.suite !== 0 || content === undefined) return undefined
  if (content.length !== header.size || !equalBytes(crypto.sha256(content), header.content)) return undefined
  const id = crypto.sha256(recordInput(conversation, packet.header))
  const record = {
    id,
    conversation,
    header,
    headerBytes: packet.header,
    signature: packet.signature,
    content
  }
  return { record, ...pick(packet) }
}

/** Whether the device that the header names signed the record. */
export function verifyRecord(crypto: Crypto, record: SignedRecord): Awaitable<boolean> {
  return crypto.verify(
    record.header.device,
    recordInput(record.conversation, record.headerBytes),
    record.signature
  )
}

/** A record from this device's own store, which was judged before it was written. */
export function readStored(
  crypto: Crypto,
  conversation: Uint8Array,
  bytes: Uint8Array
): SignedRecord | undefined {
  const packet = decodePacket(bytes)
  const header = packet === undefined ? undefined : decodeHeader(packet.header)
  if (packet === undefined || header === undefined) return undefined
  const id = crypto.sha256(recordInput(conversation, packet.header))
  return {
    id,
    conversation,
    header,
    headerBytes: packet.header,
    signature: packet.signature,
    content: packet.content
  }
}

function recordInput(conversation: Uint8Array, headerBytes: Uint8Array): Uint8Array {
  return concatBytes(inputDomain, conversation, headerBytes)
}

function decodePacket(bytes: Uint8Array): Packet | undefined {
  if (bytes.length > maxPacket) return undefined
  try {
    return Packet.decode(bytes)
  } catch {
    return undefined
  }
}

// One spelling of each packet: protobuf readers differ in what else they take, and whatever a hop could add would travel
// on under the author's signature.
function isPlain(packet: Packet, bytes: Uint8Array): boolean {
  const { body, content, entry, certificate } = packet
  if (body !== undefined && content !== undefined) return false
  if ((entry?.length ?? 0) > maxEntry || (certificate?.length ?? 0) > maxCertificate) return false
  return equalBytes(Packet.encode(packet), bytes)
}

function pick({ entry, certificate }: Packet): { entry?: Uint8Array; certificate?: Uint8Array } {
  return { ...(entry !== undefined && { entry }), ...(certificate !== undefined && { certificate }) }
}
