import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'

/** Writes packets to a file: 4 bytes of length, then the packet. */
export function packetWriter(path: string): { write(packet: Uint8Array): void; end(): Promise<void> } {
  const file = createWriteStream(path)
  return {
    write(packet) {
      const length = new Uint8Array(4)
      new DataView(length.buffer).setUint32(0, packet.length)
      file.write(length)
      file.write(packet)
    },
    async end() {
      file.end()
      await finished(file)
    }
  }
}

export function unpack(file: Uint8Array): Uint8Array[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const packets: Uint8Array[] = []
  for (let at = 0; at < file.length;) {
    const length = view.getUint32(at)
    packets.push(file.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return packets
}
