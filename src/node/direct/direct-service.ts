import { serveRequests } from '../../net/index.ts'
import {
  deviceKeyOf,
  directId,
  directProtocol,
  equalBytes,
  readPacket,
  refusal
} from '../../protocol/index.ts'
import { judge } from '../judging/judge.ts'
import type { Host } from '../../net/index.ts'
import type { DirectReply, DirectRequest, SignedRecord } from '../../protocol/index.ts'
import type { ConversationLog } from '../events/conversation-log.ts'
import type { JudgeContext } from '../judging/judge.ts'

export interface DirectServiceInit extends JudgeContext {
  /** This account's id; undefined while nobody is logged in. */
  self: () => Uint8Array | undefined
  /** The log of the direct conversation with an account, begun where there is none. */
  logWith: (account: Uint8Array) => Promise<ConversationLog>
  /** Written: `stored` is answered once this resolves. */
  onStored: (log: ConversationLog, record: SignedRecord) => void
  settled: () => Promise<void>
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
  return store(init, await init.logWith(account), request.packet, peer)
}

async function store(
  init: DirectServiceInit,
  log: ConversationLog,
  packet: Uint8Array,
  peer: string
): Promise<DirectReply> {
  const judgement = await judge(init, log, packet, peer)
  if ('reason' in judgement)
    return { refused: judgement.verdict === 'reject' ? refusal.badRecord : judgement.reason }
  const { record } = judgement
  if (judgement.verdict === 'accept' && (await log.add(record)) === 'stored') init.onStored(log, record)
  // The same record may be on its way to the disk since an earlier request.
  else await init.settled()
  return { stored: record.id }
}
