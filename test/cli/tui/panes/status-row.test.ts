import { expect, test } from 'vitest'
import { statusRow } from '../../../../src/cli/tui/panes/status-row.ts'
import { rowWidth } from '../../../../src/cli/tui/text/spans.ts'
import { plain } from '../messages.ts'
import { conversation, stateWith } from './state.ts'
import type { NetworkStatus } from '../../../../src/node/index.ts'

const offline: NetworkStatus = {
  registry: 'offline',
  problem: 'No server of the registry answers.',
  peers: 1,
  addresses: []
}
const busy = stateWith({
  conversations: [
    conversation('#dev', { unread: 3, mentions: 1 }),
    conversation('bob', { unread: 2 }),
    conversation('#lobby', { unread: 9 }),
    conversation('#quiet')
  ]
})

test('the network in shape and word', () => {
  expect(plain(statusRow(stateWith(), 80))).toMatch(/^ ● online · 3 peers +alice {2}F1 help $/)
  const connecting = stateWith({ network: { registry: 'connecting', peers: 0, addresses: [] } })
  expect(plain(statusRow(connecting, 80))).toContain('◐ connecting · 0 peers')
})

test('what is wrong, where a sentence fits', () => {
  expect(plain(statusRow(stateWith({ network: offline }), 80))).toContain(
    '○ offline · 1 peer  │  No server of the registry answers.'
  )
  expect(plain(statusRow(stateWith({ network: offline }), 50))).not.toContain('No')
})

test('what is new elsewhere, mentions in another shape', () => {
  const row = plain(statusRow(busy, 100))
  expect(row).toContain(' @1  #dev ')
  expect(row).toContain('2 bob')
  expect(row).not.toContain('#lobby')
  expect(row).not.toContain('#quiet')
})

test('narrow screens leave the peers out', () => {
  expect(plain(statusRow(busy, 50))).toMatch(/^ ● online {2}│ {3}@1 {2}#dev/)
})

test('a node that stopped', () => {
  expect(plain(statusRow(stateWith({ closed: 'Gone.' }), 80))).toContain('○ stopped')
})

test('fills the screen at any width', () => {
  for (let columns = 40; columns < 200; columns++) {
    expect(rowWidth(statusRow({ ...busy, network: offline }, columns))).toBe(columns)
  }
})
