import { once } from 'node:events'
import { CID } from 'multiformats/cid'
import { create } from 'multiformats/hashes/digest'
import { firstPeerTimeout, lookupTimeout } from './limits.ts'
import type { KadDHT, SingleKadDHT } from '@libp2p/kad-dht'
import type { AbortOptions } from '../abort.ts'
import type { DialGate } from './dial-gate.ts'
import type { Discovery, PeerAddress } from './types.ts'

const rawCodec = 0x55
const sha256Code = 0x12

/** `hasPeers`: whether anybody is connected whom the DHT can ask. */
export function createDiscovery(
  dht: KadDHT,
  self: string,
  gate: DialGate,
  hasPeers: () => boolean
): Discovery {
  const lookup = async function* <T>(
    { signal }: AbortOptions = {},
    query: (signal: AbortSignal) => AsyncIterable<T>
  ): AsyncGenerator<T> {
    signal?.throwIfAborted()
    const timeout = AbortSignal.timeout(lookupTimeout)
    const either = signal === undefined ? timeout : AbortSignal.any([signal, timeout])
    const release = gate.lookup()
    try {
      if (hasPeers()) await firstPeer(dht, either)
      yield* query(either)
    } catch (error) {
      signal?.throwIfAborted()
      // After its time a query simply is over.
      if (!timeout.aborted) throw error
    } finally {
      release()
    }
  }

  return {
    async provide(key, options) {
      const steps = lookup(options, (signal) => dht.provide(cid(key), { signal }))
      while ((await steps.next()).done !== true);
    },
    async withdraw(key) {
      await dht.cancelReprovide(cid(key))
    },
    async *find(key, options) {
      const seen = new Set([self])
      const steps = lookup(options, (signal) => dht.findProviders(cid(key), { signal }))
      for await (const step of steps) {
        if (step.name !== 'PROVIDER') continue
        for (const { id, multiaddrs } of step.providers) {
          const found: PeerAddress = { peer: id.toString(), addresses: multiaddrs.map(String) }
          if (seen.has(found.peer)) continue
          seen.add(found.peer)
          yield found
        }
      }
    }
  }
}

/** The DHT pings whoever has just connected before it asks it; until then it would answer that there is nobody. */
async function firstPeer(dht: KadDHT, signal: AbortSignal): Promise<void> {
  const table = (dht as SingleKadDHT).routingTable as SingleKadDHT['routingTable'] & EventTarget
  if (table.size > 0) return
  const soon = AbortSignal.any([signal, AbortSignal.timeout(firstPeerTimeout)])
  await once(table, 'peer:add', { signal: soon }).catch(() => signal.throwIfAborted())
}

/** Any 32 bytes look like a sha256 to the DHT. */
function cid(key: Uint8Array): CID {
  return CID.createV1(rawCodec, create(sha256Code, key))
}
