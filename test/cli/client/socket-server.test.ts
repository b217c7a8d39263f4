import { writeFile } from 'node:fs/promises'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { attach } from '../../../src/cli/client/attach.ts'
import { greeting } from '../../../src/cli/client/greeting.ts'
import { serveClient } from '../../../src/cli/client/socket-server.ts'
import { WrongPasswordError } from '../../../src/errors.ts'
import { temporaryDirectory } from '../../support/index.ts'
import { createFixtureClient } from '../tui/fixture-client.ts'
import { serve, untilClosed } from './serving.ts'
import type { ClientEvent } from '../../../src/cli/client/types.ts'

const hello = `${JSON.stringify(greeting('short'))}\n`
const never = new AbortController().signal

describe('calls', () => {
  test('every method reaches the client, and its answer comes back', async (t) => {
    const { attached, fixture } = await serve(t)
    const client = await attached()
    await client.join('#lobby')
    fixture.addPerson('#lobby', 'bob')
    const message = await client.send('#lobby', 'two\nlines 🦜')
    expect(message).toMatchObject({ content: 'two\nlines 🦜', sender: 'alice' })
    expect(await client.history('#lobby', { limit: 5 })).toEqual([message])
    expect(await client.history('#lobby', { limit: 5, before: message.id })).toEqual([])
    expect(await client.conversations()).toEqual([expect.objectContaining({ name: '#lobby' })])
    expect((await client.people('#lobby')).map(({ name }) => name)).toEqual(['alice', 'bob'])
    expect(await client.find('bob')).toMatchObject({ name: 'bob' })
    expect(await client.delivered(message.id, 1000)).toBe(true)
    expect(await client.status()).toEqual(await fixture.status())
    expect(await client.startNetwork()).toBe('starling:own')
    await client.useInvite('starling:other')
    await client.markRead('#lobby')
    await client.setStatus('away')
    await client.leave('#lobby')
    expect(await client.register({ username: 'carol', password: 'p' })).toMatchObject({ name: 'carol' })
    expect(await client.login({ username: 'dave', password: 'p' })).toMatchObject({ name: 'dave' })
    expect(new Set(fixture.calls.map(({ method }) => method))).toEqual(
      new Set(
        'join send history conversations people find delivered status useInvite markRead setStatus leave register login'.split(
          ' '
        )
      )
    )
  })

  test('errors keep their class, code and sentence', async (t) => {
    const { attached } = await serve(t, {
      login: () => Promise.reject(new WrongPasswordError('The password is wrong.')),
      leave: () => Promise.reject(new TypeError('x is undefined'))
    })
    const client = await attached()
    const error = await client.login({ username: 'alice', password: 'x' }).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(WrongPasswordError)
    expect(error).toMatchObject({
      name: 'WrongPasswordError',
      code: 'WRONG_PASSWORD',
      message: 'The password is wrong.'
    })
    await expect(client.leave('#lobby')).rejects.toThrow('x is undefined')
    await expect(client.status()).resolves.toBeDefined()
  })

  test('calls of several clients do not mix', async (t) => {
    const { attached } = await serve(t, { delivered: async (id) => id === 'yes' })
    const [one, two] = [await attached(), await attached()]
    const answers = Array.from({ length: 100 }, (_, index) =>
      index % 2 === 0 ? one.delivered('yes', 1) : two.delivered('no', 1)
    )
    expect(await Promise.all(answers)).toEqual(answers.map((_, index) => index % 2 === 0))
  })
})

describe('events', () => {
  test('come to those who asked, until they stop', async (t) => {
    const { attached, fixture } = await serve(t)
    const client = await attached()
    const seen: ClientEvent[] = []
    const stop = client.subscribe((event) => seen.push(event))
    await client.status()
    fixture.say('#lobby', 'bob', 'one')
    await expect.poll(() => seen.map(({ type }) => type)).toEqual(['conversation', 'message'])
    stop()
    fixture.say('#lobby', 'bob', 'two')
    await client.status()
    expect(seen).toHaveLength(2)
  })

  test('stop with the connection', async (t) => {
    let listeners = 0
    const { attached } = await serve(t, {
      subscribe() {
        listeners++
        return () => listeners--
      }
    })
    const client = await attached()
    client.subscribe(() => {})
    await client.status()
    expect(listeners).toBe(1)
    await client.close()
    await expect.poll(() => listeners).toBe(0)
  })
})

describe('hostile bytes', () => {
  test.for<[string, string | Uint8Array]>([
    ['no JSON', 'GET / HTTP/1.1\r\n\r\n'],
    ['bytes', new Uint8Array([0xff, 0xfe, 0x00, 0x0a])],
    ['a null', `${hello}null\n`],
    ['a number', `${hello}5\n`],
    ['a list', `${hello}[]\n`],
    ['no method', `${hello}{"t":"q","a":[]}\n`],
    ['no arguments', `${hello}{"t":"q","i":"1","m":"status","a":{"length":1}}\n`],
    ['no known type', `${hello}{"t":"x"}\n`],
    ['an endless greeting', 'x'.repeat(9 * 1024 * 1024)],
    ['an endless call', `${hello}{"t":"q","i":"1","m":"find","a":["${'x'.repeat(9 * 1024 * 1024)}"]}\n`]
  ])('%s ends that connection and no other', async ([, bytes], t) => {
    const { raw, attached } = await serve(t)
    const client = await attached()
    const socket = await raw()
    const closed = untilClosed(socket)
    socket.write(bytes)
    await closed
    await expect(client.status()).resolves.toBeDefined()
  })

  test.for(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'close', 'emit'])(
    'the method %s is unknown',
    async (method, t) => {
      const { raw } = await serve(t)
      const socket = await raw()
      const answer = new Promise<string>((resolve) => {
        let text = ''
        socket.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk
          if (text.split('\n').length > 2) resolve(text.split('\n')[1]!)
        })
      })
      socket.write(`${hello}${JSON.stringify({ t: 'q', i: '1', m: method, a: [] })}\n`)
      expect(JSON.parse(await answer)).toEqual({
        t: 's',
        i: '1',
        e: { name: 'Error', message: `[birpc] function "${method}" not found` }
      })
    }
  )

  test('arguments of the wrong type are an error of that call', async (t) => {
    const { attached } = await serve(t)
    const client = await attached()
    await expect(client.history('#lobby', null as never)).rejects.toThrow()
    await expect(client.status()).resolves.toBeDefined()
  })

  test('a client that leaves in the middle of a call harms nobody', async (t) => {
    const { promise: called, resolve: onCall } = Promise.withResolvers<void>()
    const { promise: answer, resolve } = Promise.withResolvers<boolean>()
    const { attached } = await serve(t, {
      delivered() {
        onCall()
        return answer
      }
    })
    const [leaving, staying] = [await attached(), await attached()]
    const waiting = leaving.delivered('id', 1000)
    const failed = expect(waiting).rejects.toMatchObject({ code: 'DETACHED' })
    await called
    await leaving.close()
    resolve(true)
    await failed
    await expect(staying.status()).resolves.toBeDefined()
  })
})

describe('the end', () => {
  test('is told with its reason, and calls fail', async (t) => {
    const { attached, server } = await serve(t)
    const client = await attached()
    const seen: ClientEvent[] = []
    client.subscribe((event) => seen.push(event))
    await client.status()
    await server.drain('The daemon was stopped.', AbortSignal.abort())
    await expect.poll(() => seen).toEqual([{ type: 'closed', reason: 'The daemon was stopped.' }])
    await expect(client.status()).rejects.toMatchObject({
      code: 'DETACHED',
      message: 'The daemon was stopped. Run the command again.'
    })
  })

  test('waits for those who are attached, and lets nobody else in', async (t) => {
    const { attached, server, path } = await serve(t)
    const client = await attached()
    let isDrained = false
    const drained = server.drain('enough', never).then(() => (isDrained = true))
    const late = await attach(path, 'short')
    expect(late.state).toBe('wait')
    expect(await client.send('#lobby', 'still here')).toBeDefined()
    expect(isDrained).toBe(false)
    await client.close()
    await drained
    await server.close()
    if (late.state === 'wait') await late.ended
  })

  test('of a short command lets those who stay wait, and takes short ones in', async (t) => {
    const { path } = await serve(t, { lifetime: 'short' })
    const [long, short] = [await attach(path, 'long'), await attach(path, 'short')]
    expect([long.state, short.state]).toEqual(['wait', 'attached'])
    if (long.state === 'wait') long.forget()
    if (short.state === 'attached') await short.client.close()
  })
})

describe.skipIf(process.platform === 'win32')('the socket', () => {
  test('is its owner’s alone, and gone when retired', async (t) => {
    const { path, server } = await serve(t)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    await server.retire()
    await expect(stat(path)).rejects.toThrow('ENOENT')
  })

  test('replaces whatever is in its place', async (t) => {
    const path = join(await temporaryDirectory(t), 'starling.sock')
    await writeFile(path, 'left here')
    expect(await attach(path, 'short')).toEqual({ state: 'absent' })
    const client = { ...createFixtureClient(), startNetwork: async () => '' }
    const server = await serveClient({ path, client, lifetime: 'long' })
    t.onTestFinished(() => server.close())
    expect((await attach(path, 'short')).state).toBe('attached')
  })

  test('of the next one survives the end of this one', async (t) => {
    const { path, server } = await serve(t)
    const client = { ...createFixtureClient(), startNetwork: async () => '' }
    const next = await serveClient({ path, client, lifetime: 'long' })
    t.onTestFinished(() => next.close())
    await server.close()
    expect((await attach(path, 'short')).state).toBe('attached')
  })
})
