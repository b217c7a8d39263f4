import { expect, test } from 'vitest'
import { networkNews } from '../../src/cli/network-news.ts'
import type { NetworkStatus } from '../../src/node/index.ts'

test('tells when the registry is lost and back, once each', () => {
  const told: [string, boolean][] = []
  const onNetwork = networkNews((text, isUp) => told.push([text, isUp]))
  const status = (registry: NetworkStatus['registry'], problem?: string): void =>
    onNetwork({ registry, peers: 0, addresses: [], ...(problem !== undefined && { problem }) })

  status('offline')
  status('connecting')
  status('online')
  status('online')
  status('offline', 'It does not answer.')
  status('connecting')
  status('offline', 'It does not answer.')
  status('online')
  expect(told).toEqual([
    ['The registry is connected.', true],
    ['It does not answer.', false],
    ['The registry is connected.', true]
  ])
})
