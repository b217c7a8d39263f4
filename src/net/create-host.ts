import { createDialGate } from './dial-gate.ts'
import { Libp2pHost } from './host.ts'
import { buildLibp2p } from './libp2p.ts'
import { connectionLimits } from './limits.ts'
import { createStrikes } from './strikes.ts'
import type { Host, HostInit } from './types.ts'

/** A host that is not started. */
export async function createHost(init: HostInit): Promise<Host> {
  const strikes = createStrikes()
  const gate = createDialGate(connectionLimits[init.role])
  const libp2p = await buildLibp2p(init, gate.gater, strikes)
  libp2p.addEventListener('connection:open', ({ detail }) => gate.opened(detail.remotePeer.toString()))
  libp2p.addEventListener('connection:close', () => gate.closed())
  return new Libp2pHost(libp2p, gate, strikes)
}
