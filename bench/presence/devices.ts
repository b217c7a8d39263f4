// Devices that hold a stream each to one server, in a process of its own.
import { nativeCrypto as crypto } from '../../dist/crypto/index.js'
import { createHost } from '../../dist/net/index.js'
import { presenceProtocol } from '../../dist/protocol/index.js'
import { now } from '../support/clock.ts'
import { serve } from '../support/child.ts'
import { rawProtocol } from './protocol.ts'
import type { Frames, Host, PeerAddress } from '../../dist/net/index.js'

/** Connections a second: a server takes 64 from one address. */
const perSecond = 50

interface Device {
  host: Host
  frames: Frames
}

let devices: Device[] = []
/** Of what a device is told next. */
let told: (device: Device, frame: Uint8Array) => void = () => {}

const stateOf = (status: number, watch: Uint8Array[]): Uint8Array =>
  presenceProtocol.encodeState({ status, addresses: [], rooms: [], watch })

async function listen(device: Device): Promise<void> {
  const { frames } = device
  for (let frame = await frames.read(); frame !== undefined; frame = await frames.read()) told(device, frame)
}

async function open(
  seed: Uint8Array,
  server: PeerAddress,
  protocol: string,
  first: Uint8Array
): Promise<Device> {
  const host = await createHost({ seed, role: 'server', listen: [] })
  await host.start()
  await host.connect(server)
  const frames = await host.open(server.peer, protocol, presenceProtocol)
  await frames.write(first)
  const device = { host, frames }
  void listen(device).catch(() => {})
  return device
}

const functions = {
  /** Every device connects; of Starling's each watches the account. Done when the server has answered all. */
  async open(server: PeerAddress, seeds: Uint8Array[], watched: Uint8Array | undefined): Promise<void> {
    const answered = Promise.withResolvers<void>()
    const heard = new Set<Device>()
    told = (device) => {
      if (heard.add(device).size === seeds.length) answered.resolve()
    }
    const protocol = watched === undefined ? rawProtocol : presenceProtocol.id
    const first = watched === undefined ? crypto.randomBytes(100) : stateOf(0, [watched])
    const start = now()
    for (const [index, seed] of seeds.entries()) {
      const wait = start + (index * 1000) / perSecond - now()
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
      devices.push(await open(seed, server, protocol, first))
    }
    await answered.promise
  },
  /** The first device changes, and everybody is told: ms until each has heard, and bytes of what was heard. */
  async change(status: number, watched: Uint8Array | undefined): Promise<{ times: number[]; bytes: number }> {
    const times = new Map<Device, number>()
    const all = Promise.withResolvers<number>()
    const start = now()
    told = (device, frame) => {
      if (!times.has(device)) times.set(device, now() - start)
      if (times.size === devices.length) all.resolve(frame.length)
    }
    await devices[0]!.frames.write(watched === undefined ? new Uint8Array(100) : stateOf(status, [watched]))
    return { bytes: await all.promise, times: [...times.values()] }
  }
}

export type Devices = typeof functions

serve(functions, async () => {
  await Promise.all(devices.map(({ host }) => host.stop()))
  devices = []
})
