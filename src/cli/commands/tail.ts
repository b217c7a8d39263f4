import { openClient } from '../client/open-client.ts'
import { DetachedError } from '../errors.ts'
import { exitCode } from '../exit-codes.ts'
import { messageLine } from '../format.ts'
import { unlocking } from '../password.ts'
import { aborted } from '../signals.ts'
import { safeLine } from '../tui/text/safe-text.ts'
import type { Client } from '../client/types.ts'
import type { RunCommand } from '../context.ts'

export const tail: RunCommand<'tail'> = async ({ of }, context) => {
  const { profile, output, signal } = context
  const detached = new AbortController()
  const client = await openClient(profile, {
    lifetime: 'long',
    signal,
    unlock: unlocking(context),
    onEvent(event) {
      if (event.type === 'notice') output.note(`starling: ${safeLine(event.text)}`)
      if (event.type === 'closed') detached.abort(new DetachedError(event.reason))
      if (event.type !== 'message') return
      const { message } = event
      if (of !== undefined && message.conversation !== of) return
      if (output.json) output.value(message)
      else output.line(messageLine(message, { where: of === undefined }))
    }
  })
  try {
    await check(client, of)
    output.note('Messages are printed as they come. ctrl-c ends it.')
    await aborted(AbortSignal.any([signal, output.gone, detached.signal]))
    detached.signal.throwIfAborted()
    return exitCode('ok')
  } finally {
    await client.close()
  }
}

/** @throws NotLoggedInError, NotJoinedError, UnknownNameError */
async function check(client: Client, of: string | undefined): Promise<void> {
  const conversations = await client.conversations()
  if (of === undefined || conversations.some(({ name }) => name === of)) return
  if (of.startsWith('#')) await client.people(of)
  else await client.find(of)
}
