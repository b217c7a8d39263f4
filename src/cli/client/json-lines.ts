import type { Socket } from 'node:net'

/** Bytes that may wait for a reader who does not read, before the connection is given up. */
const maxUnsent = 64 * 1024 * 1024

const newline = 0x0a

/** Calls back with the value of each line. A line over `maxLine` bytes, or one that is no JSON, ends the connection. */
export function readJsonLines(socket: Socket, maxLine: number, onValue: (value: unknown) => void): void {
  let parts: Buffer[] = []
  let size = 0
  const end = (): void => {
    const line = Buffer.concat(parts)
    parts = []
    size = 0
    const value = parse(line)
    if (value === undefined) socket.destroy()
    else onValue(value)
  }
  socket.on('data', (chunk: Buffer) => {
    let start = 0
    while (start < chunk.length && !socket.destroyed) {
      const stop = chunk.indexOf(newline, start)
      const part = chunk.subarray(start, stop < 0 ? chunk.length : stop)
      size += part.length
      if (size > maxLine) return void socket.destroy()
      parts.push(part)
      if (stop < 0) return
      start = stop + 1
      end()
    }
  })
}

export function writeJsonLine(socket: Socket, value: unknown): void {
  if (socket.destroyed) return
  socket.write(`${JSON.stringify(value)}\n`)
  if (socket.writableLength > maxUnsent) socket.destroy()
}

function parse(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'))
  } catch {
    return undefined
  }
}
