import fc from 'fast-check'
import { expect, test } from 'vitest'
import { invitedAddresses, portsTaken, rememberedListen } from '../../src/bootstrap/addresses.ts'
import { maxAddresses } from '../../src/protocol/index.ts'

const peer = '/p2p/12D3KooWBuz1cFp1sSA25brtdsoTYSCUDskJaqqdia3MVnKAx6Kr'

test('a port that was chosen is listened on again, others stay', () => {
  const listen = ['/ip4/0.0.0.0/tcp/0', '/ip4/0.0.0.0/tcp/0/ws', '/ip6/::/tcp/7827', '/ip4/127.0.0.1/tcp/0']
  const ports = { '/ip4/0.0.0.0/tcp/0': 4001, '/ip4/0.0.0.0/tcp/0/ws': 4002, '/ip6/::/tcp/0': 4003 }
  expect(rememberedListen(listen, ports)).toEqual([
    '/ip4/0.0.0.0/tcp/4001',
    '/ip4/0.0.0.0/tcp/4002/ws',
    '/ip6/::/tcp/7827',
    '/ip4/127.0.0.1/tcp/0'
  ])
  expect(rememberedListen(listen, {})).toEqual(listen)
})

test('each free port is found by transport, family and host', () => {
  const listen = [
    '/ip4/0.0.0.0/tcp/0',
    '/ip4/0.0.0.0/tcp/0/ws',
    '/ip6/::/tcp/0',
    '/ip4/127.0.0.2/tcp/0',
    '/ip4/0.0.0.0/tcp/7827'
  ]
  const addresses = [
    '/ip4/127.0.0.1/tcp/5002/ws',
    '/ip6/::1/tcp/5003',
    '/ip4/10.0.0.1/tcp/5001',
    '/ip4/127.0.0.2/tcp/5004',
    '/ip4/10.0.0.1/tcp/7827'
  ].map((address) => address + peer)
  expect(portsTaken(listen, addresses)).toEqual({
    '/ip4/0.0.0.0/tcp/0': 5001,
    '/ip4/0.0.0.0/tcp/0/ws': 5002,
    '/ip6/::/tcp/0': 5003,
    '/ip4/127.0.0.2/tcp/0': 5004
  })
})

test('what got no address has no port', () => {
  expect(portsTaken(['/ip6/::/tcp/0', '/ip4/0.0.0.0/tcp/0/ws'], [`/ip4/10.0.0.1/tcp/5001${peer}`])).toEqual(
    {}
  )
  expect(portsTaken(['/ip4/0.0.0.0/tcp/0'], [])).toEqual({})
})

test('a port comes back from what was listened on', () => {
  fc.assert(
    fc.property(fc.constantFrom('', '/ws'), fc.integer({ min: 1, max: 65_535 }), (transport, port) => {
      const listen = [`/ip4/127.0.0.1/tcp/0${transport}`]
      const addresses = [`/ip4/127.0.0.1/tcp/${port}${transport}${peer}`]
      expect(rememberedListen(listen, portsTaken(listen, addresses))).toEqual([
        `/ip4/127.0.0.1/tcp/${port}${transport}`
      ])
    })
  )
})

test('an invite names loopback only where there is nothing else', () => {
  const local = [`/ip4/127.0.0.1/tcp/1${peer}`, `/ip6/::1/tcp/2${peer}`]
  const plain = ['/ip4/127.0.0.1/tcp/1', '/ip6/::1/tcp/2']
  expect(invitedAddresses(local)).toEqual(plain)
  expect(invitedAddresses([...local, `/ip4/192.168.1.7/tcp/1${peer}`])).toEqual(['/ip4/192.168.1.7/tcp/1'])
  expect(invitedAddresses([])).toEqual([])
})

test('the order of the interfaces makes no other list', () => {
  const addresses = [
    '/dns4/b.example/tcp/1',
    '/ip4/10.0.0.1/tcp/1',
    '/ip6/2001:db8::1/tcp/1',
    '/ip4/192.0.2.9/tcp/1'
  ]
  fc.assert(
    fc.property(fc.shuffledSubarray(addresses, { minLength: 4 }), (shuffled) => {
      expect(invitedAddresses(shuffled)).toEqual(invitedAddresses(addresses))
    })
  )
})

test('of more addresses than a list may have, those that reach furthest stay', () => {
  const bridges = Array.from(
    { length: 40 },
    (_, index) => `/ip4/172.${16 + (index % 16)}.${index}.1/tcp/7827`
  )
  const far = ['/ip4/203.0.113.5/tcp/7827', '/dns4/chat.example/tcp/443/tls/ws', '/ip6/2001:db8::5/tcp/7827']
  const near = [
    '/ip4/192.168.0.2/tcp/7827',
    '/ip4/10.1.2.3/tcp/7827',
    '/ip6/fe80::1/tcp/7827',
    '/ip6/fd12::1/tcp/1'
  ]
  const chosen = invitedAddresses([...bridges, ...near, ...far])
  expect(chosen).toHaveLength(maxAddresses)
  expect(chosen).toEqual(expect.arrayContaining(far))
  expect(chosen).toEqual(chosen.toSorted())
  expect(invitedAddresses(['/ip4/172.32.0.1/tcp/1', ...bridges])).toContain('/ip4/172.32.0.1/tcp/1')
})
