import { withClient } from '../client/with-client.ts'
import { exitCode } from '../exit-codes.ts'
import { accountOf } from './account-of.ts'
import type { RunCommand } from '../context.ts'

/** Keeps the name that the registry's operator takes away. */
export const cancelReset: RunCommand<'cancel-reset'> = (_, context) =>
  withClient(context, async (client) => {
    const { name } = await accountOf(client)
    await client.cancelReset()
    if (context.output.json) context.output.value({ name, kept: true })
    else context.output.line(`You keep the name ${name}.`)
    return exitCode('ok')
  })
