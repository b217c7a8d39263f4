import { noticesTo } from '../client/notices.ts'
import { openClient } from '../client/open-client.ts'
import { exitCode } from '../exit-codes.ts'
import { messageLine } from '../format.ts'
import { unlocking } from '../password.ts'
import { readText } from '../read-text.ts'
import { aborted } from '../signals.ts'
import type { Message } from '../../node/index.ts'
import type { Client } from '../client/types.ts'
import type { RunCommand } from '../context.ts'

export const send: RunCommand<'send'> = async ({ to, text, timeout }, context) => {
  const { profile, output, signal } = context
  const content = text === '-' ? await readText(process.stdin) : text
  const client = await openClient(profile, {
    lifetime: 'short',
    signal,
    unlock: unlocking(context),
    onEvent: noticesTo(output)
  })
  try {
    const progress = follow(client)
    const sent = await client.send(to, content)
    const isNote = sent.recipient === sent.sender
    const held =
      !isNote &&
      (await Promise.race([client.delivered(sent.id, timeout * 1000), aborted(signal).then(() => false)]))
    const message = { ...sent, ...(held ? delivered(progress.get(sent.id)) : progress.get(sent.id)) }
    if (output.json) output.value(message)
    else if (output.isTerminal) output.line(messageLine(message, { queued: true }))
    if (held) return exitCode('ok')
    output.note(isNote ? noteText : queuedText)
    return exitCode('queued')
  } finally {
    await client.close()
  }
}

const queuedText =
  'queued: nobody holds it yet; it goes out when the others can be reached (keep a daemon running: starling daemon)'
const noteText = 'kept on this device only: it is addressed to yourself'

type Progress = Pick<Message, 'state' | 'stored_by'>

/** How far the messages of this account get from now on, by id. */
function follow(client: Client): ReadonlyMap<string, Progress> {
  const states = new Map<string, Progress>()
  client.subscribe((event) => {
    if (event.type === 'state') states.set(event.id, { state: event.state, stored_by: event.stored_by })
  })
  return states
}

/** The event that tells may still be on its way. */
const delivered = (progress: Progress = {}): Progress => ({
  state: 'delivered',
  stored_by: Math.max(1, progress.stored_by ?? 0)
})
