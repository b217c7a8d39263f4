// One plain libp2p node that answers requests, in a process of its own.
import { multiaddr } from '@multiformats/multiaddr'
import { lpStream } from '@libp2p/utils'
import { cpuTime, now } from '../support/clock.ts'
import { serve } from '../support/child.ts'
import { createRawNode } from '../support/raw-node.ts'
import type { Connection, Libp2p, Stream } from '@libp2p/interface'

const protocol = '/bench/echo/1'
/** Bytes of an answer: a hash. */
const answerSize = 32

let node: Libp2p | undefined
let connection: Connection | undefined

const functions = {
  async open(): Promise<string> {
    node = await createRawNode()
    await node.handle(protocol, answer)
    return node.getMultiaddrs()[0]!.toString()
  },
  async connect(address: string): Promise<void> {
    connection = await node!.dial(multiaddr(address))
  },
  /** From each request to its answer, ms; one after the other, each on a stream of its own. */
  async onNewStreams(count: number, size: number): Promise<Float64Array> {
    return timed(count, async () => {
      const stream = await connection!.newStream(protocol)
      await ask(lpStream(stream), size)
      await stream.close()
    })
  },
  /** The same on one stream. */
  async onKeptStream(count: number, size: number): Promise<Float64Array> {
    const stream = await connection!.newStream(protocol)
    const frames = lpStream(stream)
    const times = await timed(count, () => ask(frames, size))
    await stream.close()
    return times
  },
  cpu: cpuTime
}

export type RawPeer = typeof functions

serve(functions, async () => node?.stop())

async function answer(stream: Stream): Promise<void> {
  const frames = lpStream(stream)
  try {
    for (;;) {
      await frames.read()
      await frames.write(new Uint8Array(answerSize))
    }
  } catch {
    // The other side has ended the stream.
    await stream.close()
  }
}

async function ask(frames: ReturnType<typeof lpStream>, size: number): Promise<void> {
  await frames.write(new Uint8Array(size))
  await frames.read()
}

async function timed(count: number, request: () => Promise<void>): Promise<Float64Array> {
  const times = new Float64Array(count)
  for (let at = 0; at < count; at++) {
    const start = now()
    await request()
    times[at] = now() - start
  }
  return times
}
