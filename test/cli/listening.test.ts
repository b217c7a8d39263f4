import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createBootstrap } from '../../src/bootstrap/index.ts'
import { listening } from '../../src/cli/listening.ts'
import { ListenError, WrongPasswordError } from '../../src/errors.ts'
import { temporaryDirectory } from '../support/index.ts'
import type { AddressInfo } from 'node:net'

test('names the address that is taken', async (t) => {
  const directory = await temporaryDirectory(t)
  const taken = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void taken.close())
  await new Promise((resolve) => taken.once('listening', resolve))
  const address = `/ip4/127.0.0.1/tcp/${(taken.address() as AddressInfo).port}`
  const start = () => listening(() => createBootstrap({ directory, listen: [address] }), 'Choose another.')
  await expect(start()).rejects.toThrow(
    new ListenError(`Another program listens at ${address} already. Choose another.`)
  )
})

test.for([
  ['/ip4/192.0.2.1/tcp/0', /192\.0\.2\.1\/tcp\/0 is no address of this computer/],
  ['/ip4/127.0.0.1/udp/0/quic-v1', /can't listen at \/ip4\/127\.0\.0\.1\/udp\/0\/quic-v1/]
] as const)('says what is wrong with %s', async ([address, sentence], t) => {
  const directory = await temporaryDirectory(t)
  await expect(listening(() => createBootstrap({ directory, listen: [address] }), '')).rejects.toThrow(
    sentence
  )
})

test('leaves other errors as they are', async () => {
  for (const error of [new WrongPasswordError('no'), new Error('else')])
    await expect(listening(() => Promise.reject(error), '')).rejects.toBe(error)
  expect(await listening(async () => 'up', '')).toBe('up')
})
