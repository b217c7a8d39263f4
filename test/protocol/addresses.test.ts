import { multiaddr } from '@multiformats/multiaddr'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeAddresses, encodeAddresses, maxAddressBytes } from '../../src/protocol/index.ts'
import { bitFlips, truncations } from './mutations.ts'

const peer = '12D3KooWBuz1cFp1sSA25brtdsoTYSCUDskJaqqdia3MVnKAx6Kr'
const relay = '12D3KooWH68p1Y2F8uUDH6hsSwB6jJiRkzgiXu4TsqZR2dJzLq7q'

test.each([
  '/ip4/127.0.0.1/tcp/7827',
  '/ip4/0.0.0.0/tcp/65535/ws',
  '/ip6/2001:db8::1/tcp/1',
  '/dns4/chat.example.org/tcp/443/tls/ws',
  `/ip4/192.0.2.1/tcp/7827/p2p/${relay}/p2p-circuit`
])('%s comes back', (address) => {
  expect(decodeAddresses(encodeAddresses([address]))).toEqual([address])
  expect(decodeAddresses(encodeAddresses([`${address}/p2p/${peer}`]))).toEqual([address])
})

test('the order stays', () => {
  const addresses = ['/ip4/10.0.0.2/tcp/2', '/ip4/10.0.0.1/tcp/1']
  expect(decodeAddresses(encodeAddresses(addresses))).toEqual(addresses)
})

test('one’s own address that is none is a mistake of this program', () => {
  expect(() => encodeAddresses(['nonsense'])).toThrow()
})

test('whatever the bytes, only addresses come out, and others stay', () => {
  const good = encodeAddresses(['/ip4/127.0.0.1/tcp/7827'])
  const check = (bytes: Uint8Array): void => {
    const texts = decodeAddresses([bytes, ...good])
    expect(texts.at(-1)).toBe('/ip4/127.0.0.1/tcp/7827')
    for (const text of texts) expect(multiaddr(text).toString()).toBe(text)
  }
  const long = encodeAddresses([`/dns4/chat.example.org/tcp/443/tls/ws/p2p/${relay}/p2p-circuit`])[0]!
  for (const bytes of [...truncations(long), ...bitFlips(long)]) check(bytes)
  fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), check), { numRuns: 5000 })
})

test('no text can draw on a screen', () => {
  const name = '\u001b[2J\r\n'
  const bytes = Uint8Array.of(0x36, name.length, ...Buffer.from(name), 6, 0x1e, 0x93)
  expect(multiaddr(bytes).toString()).toContain(name)
  expect(decodeAddresses([bytes])).toEqual([])
})

test('an endless one is left out', () => {
  const label = 'a'.repeat(63)
  const name = [label, label, label, label.slice(2)].join('.')
  const [bytes] = encodeAddresses([`/dns4/${name}/tcp/443/tls/ws/p2p/${relay}/p2p-circuit`])
  expect(bytes!.length).toBeLessThan(maxAddressBytes)
  expect(decodeAddresses([bytes!])).toHaveLength(1)
  const [endless] = encodeAddresses([`/dns4/${'a.'.repeat(1000)}a/tcp/443`])
  expect(decodeAddresses([endless!])).toEqual([])
})
