import { withClient } from '../client/with-client.ts'
import { exitCode } from '../exit-codes.ts'
import type { RunCommand } from '../context.ts'

export const lock: RunCommand<'lock'> = (_, context) =>
  withClient(context, async (client) => {
    await client.remember(false)
    context.output.note(
      'Locked: whoever opens this profile is asked for the password. What runs now goes on.'
    )
    return exitCode('ok')
  })
