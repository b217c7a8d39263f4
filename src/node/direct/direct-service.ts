import { serveRequests } from '../../net/index.ts'
import {
  classOf,
  deviceKeyOf,
  directId,
  directProtocol,
  equalBytes,
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
  /** The log of the direct conversation with an account, begun where there is none. */
  logWith: (account: Uint8Array) => Promise<ConversationLog>
  onStored: (log: ConversationLog, record: SignedRecord) => void
  /** Resolves once what was asked for so far is written. */
  flush: () => Promise<void>
}

/** Takes direct messages from the device that wrote them: `/starling/direct/1`. Each is stored before it is answered. */
export async function serveDirect(host: Host, init: DirectServiceInit): Promise<void> {
  await serveRequests(host, directProtocol, (peer) => (request) => receive(init, request, peer))
}

async function receive(init: DirectServiceInit, request: DirectRequest, peer: string): Promise<DirectReply> {
  const { crypto, self, authors } = init
  const me = self()
  const packet = readPacket(crypto, request.conversation, request.packet)
  if (packet === undefined) return { refused: refusal.badRecord }
  const { account, device } = packet.record.header
  const sender = deviceKeyOf(peer)
  if (sender === undefined || !equalBytes(device, sender)) return { refused: refusal.badRecord }
  if (me === undefined || !equalBytes(request.conversation, directId(crypto, me, account))) {
    return { refused: refusal.notHere }
  }
  // Nothing is begun with somebody whom nobody can name.
  const { entry, certificate } = packet
  if (entry !== undefined && certificate !== undefined) await init.people.learn(entry, certificate)
  if (!(await authors.isKnown(request.conversation, account, device, peer)))
    return { refused: refusal.unknownDevice }
  // Registers and signals have no place here yet, and none in a feed.
  if (classOf(packet.record.header.kind) !== 'event') return { refused: refusal.badRequest }
  return store(init, await init.logWith(account), packet, peer)
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
  if (judgement.verdict === 'accept' && (await log.add(record)) === 'stored') init.onStored(log, record)
  // The same record may be on its way to the disk since an earlier request.
  else await init.flush()
  return { stored: record.id }
}
