import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFrames } from '../../src/net/frames.ts'
import { serveRequests } from '../../src/net/index.ts'
import { connect, eventOf, failure, startRaw, rawAddress, startServer } from './hosts.ts'
import { clientOf, encoder, protocol } from './text-protocol.ts'
import type { Frames, Host, RequestClient } from '../../src/net/index.ts'

type Handler = (request: string) => Promise<string | undefined>

async function startPair(
  open: (peer: string) => Handler,
  changed: Partial<typeof protocol> = {}
): Promise<{ alice: Host; bob: Host; client: RequestClient<string, string> }> {
  const [alice, bob] = await Promise.all([startServer(), startServer()])
  await serveRequests(bob, { ...protocol, ...changed }, open)
  await connect(alice, bob)
  return { alice, bob, client: clientOf(alice, changed) }
}

const echo: Handler = async (request) => `${request}!`.slice(0, -1)

test('answers, over one stream that keeps its session', async () => {
  const peers: string[] = []
  const { alice, bob, client } = await startPair((peer) => {
    peers.push(peer)
    let count = 0
    return async (request) => `${request} ${++count}`
  })
  expect(await client.request(bob.peer, 'a')).toBe('a 1')
  expect(await client.request(bob.peer, 'b')).toBe('b 2')
  expect(peers).toEqual([alice.peer])
})

test('requests are handled one after the other, and answered in their order', async () => {
  let running = 0
  const { bob, client } = await startPair(() => async (request) => {
    expect(++running).toBe(1)
    // The first ones take longest.
    for (let turn = 0; turn < 20 - Number(request); turn++) await new Promise(setImmediate)
    running--
    return request
  })
  const numbers = Array.from({ length: 20 }, (_, index) => String(index))
  const order: string[] = []
  await Promise.all(numbers.map(async (number) => order.push(await client.request(bob.peer, number))))
  expect(order).toEqual(numbers)
})

test('a thousand callers at once share the stream that the first one opens', async () => {
  let streams = 0
  const { bob, client } = await startPair(() => (streams++, echo))
  const texts = Array.from({ length: 1000 }, (_, index) => `request ${index}`)
  expect(await Promise.all(texts.map((text) => client.request(bob.peer, text)))).toEqual(texts)
  expect(streams).toBe(1)
})

test('one-way messages have no reply, and keep their place', async () => {
  const got: string[] = []
  const { bob, client } = await startPair(() => async (request) => {
    got.push(request)
    return request.startsWith('tell') ? undefined : got.join()
  })
  void client.notify(bob.peer, 'tell 1')
  const first = client.request(bob.peer, 'ask 1')
  void client.notify(bob.peer, 'tell 2')
  expect(await first).toBe('tell 1,ask 1')
  expect(await client.request(bob.peer, 'ask 2')).toBe('tell 1,ask 1,tell 2,ask 2')
})

test('in whatever order requests and messages come, each reply is that of its request', async () => {
  const { bob, client } = await startPair(() => {
    let told = ''
    return async (request) => {
      if (request.startsWith('>')) {
        told = request
        return undefined
      }
      if (request.length % 3 === 0) await new Promise(setImmediate)
      return `${request} after ${told}`
    }
  })
  const step = fc.record({
    isRequest: fc.boolean(),
    text: fc.string({ maxLength: 100 }),
    isAlone: fc.boolean()
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      await client.notify(bob.peer, '>')
      let told = '>'
      const replies: Promise<void>[] = []
      for (const { isRequest, text, isAlone } of steps) {
        if (isRequest) {
          const expected = `- ${text} after ${told}`
          replies.push(client.request(bob.peer, `- ${text}`).then((reply) => expect(reply).toBe(expected)))
        } else {
          told = `> ${text}`
          void client.notify(bob.peer, told)
        }
        if (isAlone) await Promise.all(replies)
      }
      await Promise.all(replies)
    }),
    { numRuns: 50 }
  )
})

test('a handler that throws resets the stream; the next request opens another one', async () => {
  let streams = 0
  const { bob, client } = await startPair(() => {
    streams++
    return async (request) => {
      if (request === 'bad') throw new Error('bad')
      return request
    }
  })
  const [good, bad, behind] = ['good', 'bad', 'behind'].map((text) => client.request(bob.peer, text))
  const errors = Promise.all([failure(bad!), failure(behind!)])
  expect(await good).toBe('good')
  for (const error of await errors) expect(error).toMatchObject({ name: 'ClosedError', code: 'CLOSED' })
  expect(await client.request(bob.peer, 'again')).toBe('again')
  // Bytes that are no request do the same.
  expect((await failure(client.request(bob.peer, '?'))).name).toBe('ClosedError')
  expect(await client.request(bob.peer, 'and again')).toBe('and again')
  expect(streams).toBe(3)
})

test('a request that is too long is refused', async () => {
  const { bob, client } = await startPair(() => echo)
  expect((await failure(client.request(bob.peer, 'x'.repeat(1025)))).name).toBe('ClosedError')
  expect(await client.request(bob.peer, 'x'.repeat(1024))).toHaveLength(1024)
})

test('the server restarts; the next request works', async () => {
  const { alice, bob, client } = await startPair(
    () => async (request) => (request === 'wait' ? new Promise(() => {}) : request)
  )
  expect(await client.request(bob.peer, 'before')).toBe('before')
  const waiting = failure(client.request(bob.peer, 'wait'))
  const gone = eventOf(alice, 'disconnect')
  await bob.stop()
  expect((await waiting).name).toBe('ClosedError')
  await gone
  expect((await failure(client.request(bob.peer, 'meanwhile'))).name).toBe('UnreachableError')
  await bob.start()
  await connect(alice, bob)
  expect(await client.request(bob.peer, 'after')).toBe('after')
})

test('without an answer in time the stream is given up, and all that waits on it', async () => {
  let streams = 0
  const { bob, client } = await startPair(
    () => (streams++, async (request) => (request === 'wait' ? new Promise(() => {}) : request)),
    { timeout: 300 }
  )
  expect(await client.request(bob.peer, 'quick')).toBe('quick')
  const since = performance.now()
  const waiting = ['wait', 'behind'].map((text) => failure(client.request(bob.peer, text)))
  for (const error of await Promise.all(waiting)) {
    expect(error.name).toBe('ClosedError')
    expect(error.message).toContain('did not answer /test/requests/1 within 0.3 s')
  }
  expect(performance.now() - since).toBeGreaterThan(290)
  expect(await client.request(bob.peer, 'quick')).toBe('quick')
  expect(streams).toBe(2)
})

test('the patience is for each answer, not for all of them', async () => {
  const { bob, client } = await startPair(
    () => async (request) => new Promise((resolve) => setTimeout(resolve, 200, request)),
    { timeout: 1500 }
  )
  const texts = Array.from({ length: 10 }, (_, index) => String(index))
  expect(await Promise.all(texts.map((text) => client.request(bob.peer, text)))).toEqual(texts)
})

test('a caller that gives up disturbs nobody', async () => {
  const { bob, client } = await startPair(() => echo)
  const stop = new AbortController()
  const given = failure(client.request(bob.peer, 'given up', { signal: stop.signal }))
  const kept = client.request(bob.peer, 'kept')
  stop.abort(new Error('never mind'))
  expect((await given).message).toBe('never mind')
  expect(await kept).toBe('kept')
  expect((await failure(client.request(bob.peer, 'late', { signal: stop.signal }))).message).toBe(
    'never mind'
  )
  const during = new AbortController()
  const sent = failure(client.request(bob.peer, 'sent', { signal: during.signal }))
  await new Promise(setImmediate)
  during.abort(new Error('too slow'))
  expect((await sent).message).toBe('too slow')
  expect(await client.request(bob.peer, 'after')).toBe('after')
})

test('nobody there, or nobody who speaks it', async () => {
  const [alice, bob] = await Promise.all([startServer(), startServer()])
  const client = clientOf(alice)
  const all = (): Promise<string[]> =>
    Promise.all([1, 2, 3].map(async () => (await failure(client.request(bob.peer, 'a'))).name))
  expect(await all()).toEqual(['UnreachableError', 'UnreachableError', 'UnreachableError'])
  expect((await failure(client.notify(bob.peer, 'a'))).name).toBe('UnreachableError')
  await connect(alice, bob)
  expect(await all()).toEqual(['UnsupportedError', 'UnsupportedError', 'UnsupportedError'])
  await serveRequests(bob, protocol, () => echo)
  expect(await client.request(bob.peer, 'a')).toBe('a')
})

test('stop rejects what is under way', async () => {
  const { bob, client } = await startPair(() => () => new Promise(() => {}))
  const waiting = failure(client.request(bob.peer, 'a'))
  client.stop()
  expect((await waiting).message).toBe('The client was stopped.')
  const later = failure(client.request(bob.peer, 'b'))
  await new Promise(setImmediate)
  client.stop()
  expect((await later).name).toBe('ClosedError')
})

test.for([
  ['what cannot be read', (frames: Frames) => frames.write(encoder.encode('!')), 'FrameError'],
  ['what is too long', (frames: Frames) => frames.write(new Uint8Array(1025)), 'FrameError'],
  ['nothing, and ends', (frames: Frames) => frames.close(), 'ClosedError'],
  ['half a frame', undefined, 'FrameError']
] as [string, ((frames: Frames) => Promise<void>) | undefined, string][])(
  'a server that replies %s',
  async ([, reply, name]) => {
    const alice = await startServer()
    const raw = await startRaw()
    await raw.handle(protocol.id, async (stream) => {
      const frames = createFrames(stream, 'alice', 1024)
      await frames.read()
      if (reply !== undefined) return reply(frames)
      stream.send(Uint8Array.of(0, 0, 0, 9, 1))
      await stream.close()
    })
    await alice.connect(rawAddress(raw))
    const client = clientOf(alice)
    const peer = raw.peerId.toString()
    const errors = await Promise.all(['a', 'b'].map((text) => failure(client.request(peer, text))))
    expect(errors.map((error) => error.name)).toEqual([name, name])
    // The next request opens a stream of its own.
    expect((await failure(client.request(peer, 'c'))).name).toBe(name)
  }
)

test('a server that replies more than was asked loses the stream', async () => {
  const { bob, client } = await startPair(() => echo)
  expect(await client.request(bob.peer, 'a')).toBe('a')
  const [alice, mallory] = await Promise.all([startServer(), startServer()])
  const ended = Promise.withResolvers<string>()
  await mallory.handle(
    protocol.id,
    async (frames) => {
      await frames.read()
      for (let i = 0; i < 3; i++) await frames.write(encoder.encode(`reply ${i}`))
      ended.resolve((await failure(frames.read())).name)
    },
    protocol
  )
  await connect(alice, mallory)
  const other = clientOf(alice)
  expect(await other.request(mallory.peer, 'a')).toBe('reply 0')
  expect(await ended.promise).toBe('ClosedError')
  expect(await other.request(mallory.peer, 'b')).toBe('reply 0')
})
