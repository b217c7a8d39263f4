// A server that many devices hold streams to, in a process of its own.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createBootstrap } from 'starling-chat'
import { nativeCrypto as crypto } from '../../dist/crypto/index.js'
import { createHost } from '../../dist/net/index.js'
import { presenceProtocol } from '../../dist/protocol/index.js'
import { serve } from '../support/child.ts'
import { loopback } from '../support/peer.ts'
import { rawProtocol } from './protocol.ts'
import type { Frames, PeerAddress } from '../../dist/net/index.js'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

let stop = (): Promise<void> => Promise.resolve()

const functions = {
  async openOurs(directory: string): Promise<PeerAddress> {
    const bootstrap = await createBootstrap({ directory, listen: loopback })
    stop = () => bootstrap.stop()
    return { peer: bootstrap.peer, addresses: bootstrap.addresses }
  },
  /** The same host without a registry: what comes on any stream is said, so many bytes of it, on all. */
  async openRaw(bytes: number): Promise<PeerAddress> {
    const host = await createHost({ seed: crypto.randomBytes(32), role: 'server', listen: loopback })
    const streams = new Set<Frames>()
    const told = crypto.randomBytes(bytes)
    await host.handle(
      rawProtocol,
      async (frames) => {
        await frames.read()
        streams.add(frames)
        await frames.write(told)
        while ((await frames.read()) !== undefined) for (const one of streams) void one.write(told)
      },
      presenceProtocol
    )
    await host.start()
    stop = () => host.stop()
    return { peer: host.peer, addresses: host.addresses() }
  },
  /** Resident once garbage is gone, MiB. */
  memory(): number {
    for (let round = 0; round < 3; round++) collectGarbage()
    return process.memoryUsage.rss() / 2 ** 20
  }
}

export type Server = typeof functions

serve(functions, () => stop())
