import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { attach } from '../../../src/cli/client/attach.ts'
import { temporaryDirectory } from '../../support/index.ts'
import type { Socket } from 'node:net'
import type { Lifetime } from '../../support/index.ts'

/** Somebody who answers at a socket, in a way of their own. */
async function answering(t: Lifetime, answer: (socket: Socket) => void): Promise<string> {
  const path = join(await temporaryDirectory(t), 'starling.sock')
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    answer(socket)
  })
  t.onTestFinished(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(path, resolve))
  return path
}

test('nobody there is no error', async (t) => {
  expect(await attach(join(await temporaryDirectory(t), 'nobody.sock'), 'short')).toEqual({ state: 'absent' })
})

test('one that hangs up at once is as good as none', async (t) => {
  const path = await answering(t, (socket) => socket.destroy())
  expect(await attach(path, 'short')).toEqual({ state: 'absent' })
})

test.for<[string, string]>([
  ['of another version', '{"starling":99,"answer":"attached"}\n'],
  ['that is something else', '"220 mail.example.org ESMTP"\n']
])('one %s is said so', async ([, line], t) => {
  const path = await answering(t, (socket) => socket.write(line))
  await expect(attach(path, 'short')).rejects.toMatchObject({
    code: 'PROFILE_LOCKED',
    message: expect.stringMatching(/does not answer, or is of another version/) as string
  })
})

test('one that says nothing is not waited for', { timeout: 20_000 }, async (t) => {
  const path = await answering(t, () => {})
  await expect(attach(path, 'short')).rejects.toMatchObject({ code: 'PROFILE_LOCKED' })
})

test('answers that make no sense end the connection, not the program', async (t) => {
  const path = await answering(t, (socket) => {
    socket.write('{"starling":1,"answer":"attached"}\n')
    socket.once('data', () =>
      socket.write('{"t":"s","i":"nobody asked","r":1}\n{"t":"q","m":"event","a":[null]}\nnonsense\n')
    )
  })
  const found = await attach(path, 'short')
  if (found.state !== 'attached') throw new Error(found.state)
  await expect(found.client.status()).rejects.toMatchObject({ code: 'DETACHED' })
})
