import { withClient } from '../client/with-client.ts'
import { exitCode } from '../exit-codes.ts'
import type { RunCommand } from '../context.ts'

export const unlock: RunCommand<'unlock'> = (_, context) =>
  withClient(context, async (client) => {
    await client.remember(true)
    context.output.note('This profile opens without its password from now on. "starling lock" ends that.')
    return exitCode('ok')
  })
