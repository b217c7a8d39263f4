import { nativeCrypto as crypto } from '../../src/crypto/index.ts'
import { createHost } from '../../src/net/index.ts'
import { readInvite, registryProtocol } from '../../src/protocol/index.ts'
import { loopback } from '../support/index.ts'
import type { Bootstrap } from '../../src/bootstrap/index.ts'
import type { Frames, Host } from '../../src/net/index.ts'
import type { RegistryReply, RegistryRequest } from '../../src/protocol/index.ts'
import type { Lifetime } from '../support/index.ts'

/** A device that is connected to a server and asks whatever it likes. */
export interface RawClient {
  host: Host
  seed: Uint8Array
  device: Uint8Array
  /** Peer id of the server, and of its registry the id. */
  server: string
  registry: Uint8Array
  /** A stream of its own, as a login needs. */
  open: () => Promise<RegistryStream>
  /** One request on a new stream. */
  ask: (request: RegistryRequest) => Promise<RegistryReply>
}

export interface RegistryStream {
  frames: Frames
  ask: (request: RegistryRequest) => Promise<RegistryReply>
}

export interface ClientOptions {
  seed?: Uint8Array
  /** Addresses to use instead of the invite's. */
  via?: string[]
  /** `peer` where it is to gossip. */
  role?: 'peer' | 'server'
}

export async function startClient(
  t: Lifetime,
  { invite }: Pick<Bootstrap, 'invite'>,
  { seed = crypto.randomBytes(32), via, role = 'server' }: ClientOptions = {}
): Promise<RawClient> {
  const { servers, registry } = (await readInvite(crypto, invite))!
  const host = await createHost({ seed, role, listen: [loopback] })
  t.onTestFinished(() => host.stop())
  await host.start()
  await host.connect({ ...servers[0]!, ...(via && { addresses: via }) })
  const open = async (): Promise<RegistryStream> => openRegistry(host, servers[0]!.peer)
  return {
    host,
    seed,
    device: crypto.publicKey(seed),
    server: servers[0]!.peer,
    registry: registry.id,
    open,
    ask: async (request) => {
      const stream = await open()
      try {
        return await stream.ask(request)
      } finally {
        await stream.frames.close()
      }
    }
  }
}

async function openRegistry(host: Host, peer: string): Promise<RegistryStream> {
  const frames = await host.open(peer, registryProtocol.id, registryProtocol)
  return {
    frames,
    ask: async (request) => {
      await frames.write(registryProtocol.encodeRequest(request))
      const reply = await frames.read()
      if (reply === undefined) throw new Error('the server ended the stream')
      return registryProtocol.decodeReply(reply)
    }
  }
}
