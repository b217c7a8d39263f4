// Devices that hold a stream each to one server, in a process of its own.
import { setTimeout as delay } from 'node:timers/promises'
import { nativeCrypto as crypto } from '../../dist/crypto/index.js'
import { createHost } from '../../dist/net/index.js'
import { presenceProtocol } from '../../dist/protocol/index.js'
import { now } from '../support/clock.ts'
import { serve } from '../support/child.ts'
import { rawProtocol } from './protocol.ts'
import type { Frames, Host, PeerAddress } from '../../dist/net/index.js'

interface Device {
  host: Host
  frames: Frames
}

/** When each device was told, by the clock of the machine, ms; and bytes of what it was told. */
interface Heard {
  times: number[]
  bytes: number
}

let devices: Device[] = []
let heard: Promise<Heard>
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
  /**
   * Every device connects, so many a second at most; of Starling's each watches the account. Done when the server has answered
   * all.
   */
  async open(
    server: PeerAddress,
    seeds: Uint8Array[],
    perSecond: number,
    watched: Uint8Array | undefined
  ): Promise<void> {
    const answered = Promise.withResolvers<void>()
    const answers = new Set<Device>()
    told = (device) => {
      if (answers.add(device).size === seeds.length) answered.resolve()
    }
    const protocol = watched === undefined ? rawProtocol : presenceProtocol.id
    const first = watched === undefined ? crypto.randomBytes(100) : stateOf(0, [watched])
    for (const seed of seeds) {
      // One after the other: two cores make fewer than that at once, and those would time out.
      devices.push(await open(seed, server, protocol, first))
      await delay(1000 / perSecond)
    }
    await answered.promise
  },
  /** Begins to listen for the next news. */
  listen(): void {
    const times = new Map<Device, number>()
    const all = Promise.withResolvers<Heard>()
    heard = all.promise
    told = (device, frame) => {
      if (!times.has(device)) times.set(device, now())
      if (times.size === devices.length) all.resolve({ times: [...times.values()], bytes: frame.length })
    }
  },
  /** The first device changes. */
  change: (status: number, watched: Uint8Array | undefined): Promise<void> =>
    devices[0]!.frames.write(watched === undefined ? new Uint8Array(100) : stateOf(status, [watched])),
  /** Once every device was told. */
  heard: (): Promise<Heard> => heard
}

export type Devices = typeof functions

serve(functions, async () => {
  await Promise.all(devices.map(({ host }) => host.stop()))
  devices = []
})
