import { safeLine } from '../text/safe-text.ts'
import { rowWidth, spread } from '../text/spans.ts'
import { urgency } from '../store/sort.ts'
import { count } from './title-row.ts'
import type { Conversation, NetworkStatus } from '../../../node/index.ts'
import type { ChatState } from '../store/model.ts'
import type { Row, Span } from '../text/spans.ts'

/** Below this, what is new elsewhere needs the room. */
const minColumnsForPeers = 60
const minColumnsForProblem = 24

/** The network, and what is new elsewhere. */
export function statusRow(state: ChatState, columns: number): Row {
  const hot = state.conversations.filter((one) => one.name !== state.active && urgency(one) > 0)
  const right: Row = [dim(`  ${state.me.name}  F1 help `)]
  const left = joined([network(state, columns), hot.flatMap(hotItem)])
  const whole = joined([left, problem(state)])
  // A sentence of which a word or two remain says nothing.
  const fits = rowWidth(left) + minColumnsForProblem <= columns - rowWidth(right)
  return spread(fits ? whole : left, right, columns, { role: 'bar' })
}

const joined = (parts: readonly Row[]): Row =>
  parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? part : [dim('  │  '), ...part]))

const registry: Readonly<Record<NetworkStatus['registry'], string>> = {
  online: '● online',
  connecting: '◐ connecting',
  offline: '○ offline'
}

function network({ network, closed }: ChatState, columns: number): Row {
  if (closed !== undefined) return [{ text: ' ○ stopped', role: 'bar' }]
  return [
    { text: ` ${registry[network.registry]}`, role: 'bar' },
    ...(columns < minColumnsForPeers ? [] : [dim(` · ${count(network.peers, 'peer')}`)])
  ]
}

function problem({ network, closed }: ChatState): Row {
  const { registry, problem } = network
  return closed !== undefined || registry === 'online' || problem === undefined
    ? []
    : [dim(safeLine(problem))]
}

function hotItem(conversation: Conversation): Row {
  const { name, mentions, unread } = conversation
  const label = `${safeLine(name)} `
  return mentions > 0
    ? [
        { text: ` @${mentions} `, role: 'mentions' },
        { text: ` ${label} `, role: 'barTitle' }
      ]
    : [
        { text: `${unread} `, role: 'barTitle' },
        { text: `${label} `, role: 'bar' }
      ]
}

const dim = (text: string): Span => ({ text, role: 'barDim' })
