import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { directId, directProtocol, encodePacket, fromBase32 } from '../../../src/protocol/index.ts'
import { registerAccount } from '../../bootstrap/accounts.ts'
import { startClient } from '../../bootstrap/raw-client.ts'
import { makeDevice } from './accounts.ts'
import { makeEvent } from './feeds.ts'
import type { Bootstrap } from '../../../src/bootstrap/index.ts'
import type { Frames } from '../../../src/net/index.ts'
import type { StarlingNode } from '../../../src/node/index.ts'
import type { DirectReply } from '../../../src/protocol/index.ts'
import type { Lifetime } from '../../support/index.ts'
import type { EventOptions } from './feeds.ts'

/** A registered device that is connected to somebody's node and keeps to no rule. */
export async function startMallory(t: Lifetime, server: Bootstrap, victim: StarlingNode, name: string) {
  const client = await startClient(t, server, { role: 'peer' })
  const { request, fields } = await registerAccount(client, name)
  const { device: peer, id } = victim.account.info!
  await client.host.connect({ peer, addresses: victim.network.addresses })
  const { account } = await client.ask({ lookup: { username: name } })
  const credentials = { entry: request.entry, certificate: account!.certificate }
  const device = makeDevice(client.seed)
  const conversation = directId(crypto, fields.account, fromBase32(id))
  const open = <P extends { id: string; maxFrame: number }>(protocol: P): Promise<Frames> =>
    client.host.open(peer, protocol.id, protocol)
  /** A direct request, with the options of its record. */
  const requestOf = async (options: EventOptions = {}, where = conversation, who = fields.account) => {
    const record = await makeEvent(where, { id: who }, device, options)
    return {
      record,
      bytes: directProtocol.encodeRequest({ conversation: where, packet: encodePacket(record, credentials) })
    }
  }
  return { client, host: client.host, device, id: fields.account, conversation, credentials, open, requestOf }
}

export async function askDirect(frames: Frames, bytes: Uint8Array): Promise<DirectReply | undefined> {
  await frames.write(bytes)
  const reply = await frames.read()
  return reply && directProtocol.decodeReply(reply)
}
