import { openClient } from '../client/open-client.ts'
import { UsageError } from '../errors.ts'
import { exitCode } from '../exit-codes.ts'
import { unlocking } from '../password.ts'
import type { RunCommand } from '../context.ts'

export const chat: RunCommand<'chat'> = async ({ plain }, context) => {
  const { profile, output, signal } = context
  if (output.json) throw new UsageError('The interface has no --json. Use "starling tail --json".')
  const client = await openClient(profile, { lifetime: 'long', signal, unlock: unlocking(context) })
  try {
    if (plain || !canDraw()) {
      const { plainChat } = await import('../plain/plain-chat.ts')
      return await plainChat(client, { input: process.stdin, output, signal })
    }
    const { startChat } = await import('../tui/index.ts')
    if (signal.aborted) return exitCode('ok')
    await startChat(client, { startNetwork: () => client.startNetwork(), signal })
    return exitCode('ok')
  } finally {
    await client.close()
  }
}

/** Pipes and the simplest terminals get lines. */
const canDraw = (): boolean =>
  process.stdin.isTTY === true && process.stdout.isTTY === true && process.env['TERM'] !== 'dumb'
