// What the three peers of the demo say: a little script among themselves, and answers to whoever speaks to them.
import { setTimeout as delay } from 'node:timers/promises'
import type { Message, StarlingNode } from 'starling-chat'

type Name = 'ada' | 'grace' | 'linus'
type Cast = Record<Name, StarlingNode>

const script: [Name, string][] = [
  ['ada', 'Good morning! Has anybody slept?'],
  [
    'grace',
    'Some. The **murmuration** over the station kept me up: thousands of them, and not one collision.'
  ],
  ['linus', 'Each watches about *seven* neighbours. That is all it takes.'],
  [
    'ada',
    'Which is roughly what we do here:\n- gossip with a few peers\n- check before passing on\n- ask for what is missing'
  ],
  ['grace', 'And nobody in the middle. ||Well, somebody knows the names.||'],
  ['linus', 'Only the names. `starling bootstrap` never sees a message or a password.'],
  ['ada', '> nobody in the middle\n\nI like that.'],
  ['grace', 'Try it: write something, or press **Alt-M** and send one of us a direct message.'],
  ['linus', '```\nstarling send #lobby "from a script"\n```'],
  ['ada', '@linus did you see https://www.rfc-editor.org/rfc/rfc9807 by the way? OPAQUE, in 70 pages.'],
  ['linus', 'Reading it with coffee. ~~Tea.~~ Coffee.']
]

const answers: Record<Name, string[]> = {
  ada: ['I was thinking the same.', 'Tell me more?', 'Noted!'],
  grace: [
    'Ha, yes.',
    'It is always easier to ask forgiveness than permission.',
    'Good question. What do *you* think?'
  ],
  linus: ['Works here.', 'Show me the code :)', 'Let me try that.']
}

/** Pauses between lines, ms. */
const firstPause = 1_500
const pause = 6_000

/** Talks until the signal fires. */
export function converse(cast: Cast, signal: AbortSignal): void {
  for (const name of Object.keys(cast) as Name[]) answer(name, cast[name], signal)
  recite(cast, signal).catch(() => {})
}

async function recite(cast: Cast, signal: AbortSignal): Promise<void> {
  await delay(firstPause, undefined, { signal })
  for (const [name, line] of script) {
    await cast[name].rooms.get('#lobby')?.send(line)
    await delay(pause * (0.5 + Math.random()), undefined, { signal })
  }
}

function answer(name: Name, node: StarlingNode, signal: AbortSignal): void {
  let turn = 0
  const reply = async ({ sender, conversation, room }: Message): Promise<void> => {
    await delay(800 + Math.random() * 1_200, undefined, { signal })
    const line = answers[name][turn++ % answers[name].length]!
    await node.conversations.send(room ?? conversation, room === undefined ? line : `@${sender} ${line}`)
  }
  node.addEventListener('message', ({ detail }) => {
    const isForMe =
      detail.sender === 'you' && (detail.room === undefined || detail.mentions_me || name === 'grace')
    if (isForMe) reply(detail).catch(() => {})
  })
}
