import { accountNews } from '../relation-lines.ts'
import { unlocking } from '../password.ts'
import { orAborted } from '../signals.ts'
import { noticesTo } from './notices.ts'
import { openClient } from './open-client.ts'
import type { Context } from '../context.ts'
import type { OpenedClient } from './open-client.ts'

/**
 * Runs a short command on the profile, and lets go of it after. What the node has to tell the person goes to stderr.
 * A signal ends the waiting for `work`.
 */
export async function withClient<T>(
  context: Context,
  work: (client: OpenedClient) => Promise<T>
): Promise<T> {
  const { profile, output, signal } = context
  const client = await openClient(profile, {
    lifetime: 'short',
    signal,
    unlock: unlocking(context),
    onEvent: noticesTo(output)
  })
  try {
    const { account } = await client.status()
    for (const text of account === null ? [] : accountNews(account)) output.note(`starling: ${text}`)
    return await orAborted(work(client), signal)
  } finally {
    await client.close()
  }
}
