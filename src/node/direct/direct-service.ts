import { serveRequests } from '../../net/index.ts'
import {
  classOf,
  deviceKeyOf,
  directId,
  directProtocol,
  equalBytes,
  kind,
  readPacket,
  refusal
} from '../../protocol/index.ts'
import { judge } from '../judging/judge.ts'
import type { Host } from '../../net/index.ts'
import type { DirectReply, DirectRequest, ReceivedPacket, SignedRecord } from '../../protocol/index.ts'
import type { ConversationLog } from '../events/conversation-log.ts'
import type { JudgeContext } from '../judging/judge.ts'

export interface DirectServiceInit extends JudgeContext {
  /** This account's id; undefined while nobody is logged in. */
  self: () => Uint8Array | undefined
  /** Whether a peer is another device of this account. */
  isOwn: (peer: string) => boolean
  /** Whether nothing is taken from an account. */
  isBlocked: (account: Uint8Array) => boolean
  /** The log of the direct conversation with an account, begun where there is none. */
  logWith: (account: Uint8Array) => Promise<ConversationLog>
  /** The log of a conversation of this account, where an own device speaks of one that is known here. */
  ownLog: (conversation: Uint8Array) => ConversationLog | undefined
  /** The profile of the person whose device a peer is. */
  onProfile: (packet: ReceivedPacket, peer: string) => Promise<DirectReply>
  /** Answered once this is done. */
  onStored: (log: ConversationLog, record: SignedRecord) => void | Promise<void>
  /** Resolves once what was asked for so far is written. */
  flush: () => Promise<void>
}

/**
 * Takes direct messages from the device that wrote them, and from own devices whatever is of this account:
 * `/starling/direct/1`. Each is stored before it is answered.
 */
export async function serveDirect(host: Host, init: DirectServiceInit): Promise<void> {
  await serveRequests(host, directProtocol, (peer) => (request) => receive(init, request, peer))
}

async function receive(init: DirectServiceInit, request: DirectRequest, peer: string): Promise<DirectReply> {
  const { crypto, self, authors } = init
  const me = self()
  const packet = readPacket(crypto, request.conversation, request.packet)
  if (packet === undefined) return { refused: refusal.badRecord }
  const { account, device, kind: kindNumber } = packet.record.header
  // A new device of this account says so itself.
  const { entry, certificate } = packet
  if (entry !== undefined && certificate !== undefined) await init.people.learn(entry, certificate)
  const sender = deviceKeyOf(peer)
  const isByOwn = init.isOwn(peer)
  const isByAuthor = sender !== undefined && equalBytes(device, sender)
  if (!isByAuthor && !isByOwn) return { refused: refusal.badRecord }
  // Nobody is told that they are blocked: to them this looks like a device without an account.
  if (me === undefined || (!isByOwn && init.isBlocked(account))) return { refused: refusal.notHere }
  const isProfile = kindNumber === kind.profile && !equalBytes(account, me)
  const isWithAuthor = equalBytes(request.conversation, directId(crypto, me, account))
  const own = isByOwn ? init.ownLog(request.conversation) : undefined
  if (!isProfile && own === undefined && (!isWithAuthor || equalBytes(account, me)))
    return { refused: refusal.notHere }
  // Nothing is begun with somebody whom nobody can name.
  const standing = await authors.standing(request.conversation, account, device, peer)
  // From before it was dropped, what a device wrote comes from others; it is not spoken to itself.
  if (standing === undefined || (standing === 'dropped' && isByAuthor))
    return { refused: refusal.unknownDevice }
  if (isProfile) return init.onProfile(packet, peer)
  if (classOf(kindNumber) === 'signal') return { refused: refusal.badRequest }
  return store(init, own ?? (await init.logWith(account)), packet, peer)
}

async function store(
  init: DirectServiceInit,
  log: ConversationLog,
  packet: ReceivedPacket,
  peer: string
): Promise<DirectReply> {
  const judgement = await judge(init, log, packet, peer)
  if ('reason' in judgement)
    return { refused: judgement.verdict === 'reject' ? refusal.badRecord : judgement.reason }
  const { record } = judgement
  if (judgement.verdict === 'accept' && (await log.add(record)) === 'stored') await init.onStored(log, record)
  // The same record may be on its way to the disk since an earlier request.
  else await init.flush()
  return { stored: record.id }
}
