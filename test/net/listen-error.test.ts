import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../src/crypto/index.ts'
import { ListenError } from '../../src/errors.ts'
import { createHost } from '../../src/net/index.ts'
import { listenErrorOf } from '../../src/net/listen-error.ts'
import type { AddressInfo } from 'node:net'

const startAt = async (address: string): Promise<void> => {
  const host = await createHost({ seed: crypto.randomBytes(32), role: 'server', listen: [address] })
  return host.start()
}

test('names the address that is taken', async (t) => {
  const taken = createServer().listen(0, '127.0.0.1')
  t.onTestFinished(() => void taken.close())
  await new Promise((resolve) => taken.once('listening', resolve))
  const address = `/ip4/127.0.0.1/tcp/${(taken.address() as AddressInfo).port}`
  await expect(startAt(address)).rejects.toThrow(
    new ListenError(
      `Another program listens at ${address} already.`,
      'Choose another address, or port 0 for any that is free.'
    )
  )
})

test.for([
  ['/ip4/192.0.2.1/tcp/0', /192\.0\.2\.1\/tcp\/0 is no address of this computer\. Choose another/],
  ['/ip4/127.0.0.1/udp/0/quic-v1', /can't listen at \/ip4\/127\.0\.0\.1\/udp\/0\/quic-v1/]
] as const)('says what is wrong with %s', async ([address, sentence]) => {
  await expect(startAt(address)).rejects.toThrow(sentence)
})

test('leaves other errors as they are', () => {
  for (const error of [new Error('else'), 'text', undefined]) expect(listenErrorOf(error)).toBe(error)
})
