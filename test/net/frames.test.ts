import { createHash, randomBytes } from 'node:crypto'
import { getEventListeners } from 'node:events'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { failure, framesPair, rawAddress, startRaw, startServer, until } from './hosts.ts'
import { startProxy } from './proxy.ts'
import type { Stream } from '@libp2p/interface'
import type { Frames } from '../../src/net/index.ts'

const frame = (length: number): Uint8Array => Uint8Array.from(randomBytes(length))

/** A stream on which raw bytes are sent to a host's frames. */
async function rawToFrames(maxFrame: number): Promise<{ raw: Stream; frames: Frames }> {
  const [host, libp2p] = await Promise.all([startServer(), startRaw()])
  const arrived = Promise.withResolvers<Stream>()
  await libp2p.handle('/test/1', (stream) => arrived.resolve(stream))
  await host.connect(rawAddress(libp2p))
  const frames = await host.open(libp2p.peerId.toString(), '/test/1', { maxFrame })
  return { frames, raw: await arrived.promise }
}

test('frames come as they were written, of any size', async () => {
  const { near, far } = await framesPair(100_000)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.nat(40), fc.nat(100_000), fc.constantFrom(0, 16_384, 16_385)), { maxLength: 20 }),
      async (lengths) => {
        const frames = lengths.map(frame)
        const writing = Promise.all(frames.map((frame) => near.write(frame)))
        for (const frame of frames) expect(Buffer.compare((await far.read())!, frame)).toBe(0)
        await writing
      }
    ),
    { numRuns: 30 }
  )
})

test('both directions, and each ends on its own', async () => {
  const { near, far } = await framesPair()
  expect(near.peer).not.toBe(far.peer)
  await near.write(Uint8Array.of(1))
  await near.close()
  expect(await far.read()).toEqual(Uint8Array.of(1))
  expect(await far.read()).toBeUndefined()
  await far.write(Uint8Array.of(2))
  await far.close()
  expect(await near.read()).toEqual(Uint8Array.of(2))
  expect(await near.read()).toBeUndefined()
  expect(await near.read()).toBeUndefined()
  await expect(near.write(Uint8Array.of(3))).rejects.toMatchObject({ name: 'ClosedError', code: 'CLOSED' })
  await near.close()
})

test('however the bytes are cut, the frames are the same', async () => {
  const { raw, frames } = await rawToFrames(1000)
  const sent = [frame(3), frame(0), frame(500), frame(1000)]
  const bytes = Buffer.concat(
    sent.flatMap((part) => [Buffer.from([0, 0, part.length >> 8, part.length & 255]), part])
  )
  for (let at = 0; at < bytes.length;) {
    const end = at + 1 + Math.floor(Math.random() * 300)
    raw.send(bytes.subarray(at, end))
    at = end
  }
  for (const part of sent) expect(await frames.read()).toEqual(part)
})

test('a kept frame does not keep the packet that it came with', async () => {
  const { near, far } = await framesPair()
  await Promise.all(Array.from({ length: 100 }, () => near.write(frame(20))))
  expect((await far.read())!.buffer.byteLength).toBeLessThan(16_384)
})

test('small frames that are written together leave together, and may be reused at once', async () => {
  const { raw, frames } = await rawToFrames(1000)
  const sizes: number[] = []
  raw.addEventListener('message', ({ data }) => sizes.push(data.byteLength))
  const same = new Uint8Array(10)
  for (let i = 0; i < 1000; i++) await frames.write(same.fill(i))
  await frames.close()
  await until(() => sizes.reduce((sum, size) => sum + size, 0) === 14_000)
  expect(sizes.length).toBeLessThan(20)

  const { near, far } = await framesPair(20_000)
  const reused = new Uint8Array(16_384)
  for (let i = 0; i < 50; i++) await near.write(reused.fill(i))
  for (let i = 0; i < 50; i++) expect((await far.read())!.every((byte) => byte === i)).toBe(true)
})

test('a slow reader slows the writer down; 100 MiB pass in little memory', { timeout: 60_000 }, async () => {
  const { near, far } = await framesPair(256 * 1024)
  const sum = createHash('sha256')
  const received = createHash('sha256')
  const chunk = randomBytes(250_000)
  const total = 100 * 1024 * 1024
  let written = 0
  let read = 0
  let ahead = 0
  const writing = (async () => {
    for (; written < total; written += chunk.length) {
      chunk.writeUInt32BE(written)
      const copy = Uint8Array.from(chunk)
      sum.update(copy)
      await near.write(copy)
      ahead = Math.max(ahead, written - read)
    }
    await near.close()
  })()
  for (let next = await far.read(); next !== undefined; next = await far.read()) {
    read += next.length
    received.update(next)
    // Slower than the writer could be.
    if (read % (4 * chunk.length) === 0) await new Promise((resolve) => setTimeout(resolve, 25))
  }
  await writing
  expect(read).toBe(written)
  expect(received.digest('hex')).toBe(sum.digest('hex'))
  // One window of a mebibyte, and what both sides queue.
  expect(ahead).toBeLessThan(3 * 1024 * 1024)
})

test('a reader that does not read stops the writer, which a signal or the end sets free', async () => {
  const { near, far } = await framesPair(100_000)
  const stop = new AbortController()
  let written = 0
  const flood = (async () => {
    for (;;) {
      await near.write(frame(100_000), { signal: stop.signal })
      written++
    }
  })()
  const stuck = async (): Promise<void> => {
    let changed = { at: performance.now(), written: 0 }
    await until(() => {
      if (written !== changed.written) changed = { at: performance.now(), written }
      return written > 0 && performance.now() - changed.at > 300
    })
  }
  await stuck()
  expect(written).toBeLessThan(40)
  // Reading some lets as much follow, and no more.
  for (let round = 1; round <= 3; round++) {
    for (let i = 0; i < 10; i++) expect(await far.read()).toHaveLength(100_000)
    await stuck()
    expect(written).toBeLessThan(40 + 10 * round)
  }
  stop.abort(new Error('enough'))
  await expect(flood).rejects.toThrow('enough')
  expect(getEventListeners(stop.signal, 'abort')).toHaveLength(0)

  const waiting = near.write(frame(100_000))
  far.abort(new Error('bye'))
  await expect(waiting).rejects.toMatchObject({ name: 'ClosedError' })
})

test('a frame that is too long resets the stream', async () => {
  const { near, far } = await framesPair(1000)
  await near.write(frame(1000))
  await near.write(frame(1001))
  expect(await far.read()).toHaveLength(1000)
  const error = await failure(far.read())
  expect(error).toMatchObject({ name: 'FrameError', code: 'FRAME' })
  expect(error.message).toContain('1001 bytes')
  expect(await failure(far.read())).toBe(error)
  await expect(far.write(frame(1))).rejects.toMatchObject({ name: 'ClosedError' })
  await expect(near.read()).rejects.toMatchObject({ name: 'ClosedError' })
})

test('garbage is a length that is too long', async () => {
  const { raw, frames } = await rawToFrames(1000)
  raw.send(new TextEncoder().encode('GET / HTTP/1.1\r\n\r\n'))
  await expect(frames.read()).rejects.toMatchObject({ name: 'FrameError' })
  await until(() => raw.status === 'reset')
})

test.for([
  ['in the header', [0, 0]],
  ['in the frame', [0, 0, 0, 5, 1, 2]],
  ['after the header', [0, 0, 0, 5]]
] as [string, number[]][])('an end %s is an error', async ([, bytes]) => {
  const { raw, frames } = await rawToFrames(1000)
  raw.send(Uint8Array.of(0, 0, 0, 1, 9, ...bytes))
  await raw.close()
  expect(await frames.read()).toEqual(Uint8Array.of(9))
  const error = await failure(frames.read())
  expect(error.name).toBe('FrameError')
  expect(error.message).toContain('middle of a frame')
})

test('a reset wakes whoever reads, after the frames that came whole', async () => {
  const { near, far } = await framesPair()
  const reading = near.read()
  const later = far.read()
  await near.write(Uint8Array.of(1))
  expect(await later).toEqual(Uint8Array.of(1))
  far.abort(new Error('internal'))
  await expect(reading).rejects.toMatchObject({ name: 'ClosedError' })
  await expect(near.write(Uint8Array.of(2))).rejects.toMatchObject({ name: 'ClosedError' })
  await expect(far.read()).rejects.toMatchObject({ name: 'ClosedError' })
  far.abort(new Error('again'))
})

test('a lost connection is no end', async () => {
  const [near, far] = await Promise.all([startServer(), startServer()])
  const proxy = await startProxy(far)
  await far.handle(
    '/test/1',
    async (frames) => {
      await frames.write(Uint8Array.of(9))
      await frames.read()
    },
    { maxFrame: 8 }
  )
  await near.connect({ peer: far.peer, addresses: [proxy.address] })
  const frames = await near.open(far.peer, '/test/1', { maxFrame: 8 })
  expect(await frames.read()).toEqual(Uint8Array.of(9))
  const next = failure(frames.read())
  proxy.cut()
  expect((await next).name).toBe('ClosedError')
})

test('a signal takes back a read, and leaves no listener', async () => {
  const { near, far } = await framesPair()
  const stop = new AbortController()
  const reading = far.read({ signal: stop.signal })
  await expect(far.read()).rejects.toThrow('Another read is still waiting.')
  expect(getEventListeners(stop.signal, 'abort')).toHaveLength(1)
  stop.abort(new Error('not now'))
  await expect(reading).rejects.toThrow('not now')
  await expect(far.read({ signal: stop.signal })).rejects.toThrow('not now')
  await expect(near.write(frame(1), { signal: stop.signal })).rejects.toThrow('not now')
  expect(getEventListeners(stop.signal, 'abort')).toHaveLength(0)

  const again = new AbortController()
  const next = far.read({ signal: again.signal })
  await near.write(Uint8Array.of(5))
  expect(await next).toEqual(Uint8Array.of(5))
  expect(getEventListeners(again.signal, 'abort')).toHaveLength(0)
})

test('what was written before close arrives', async () => {
  const { near, far } = await framesPair()
  void near.write(Uint8Array.of(1))
  void near.write(Uint8Array.of(2))
  await near.close()
  expect(await far.read()).toEqual(Uint8Array.of(1))
  expect(await far.read()).toEqual(Uint8Array.of(2))
  expect(await far.read()).toBeUndefined()
})
