import { withClient } from '../client/with-client.ts'
import { exitCode } from '../exit-codes.ts'
import type { RunCommand } from '../context.ts'

export const allow: RunCommand<'allow'> = ({ device }, context) =>
  withClient(context, async (client) => {
    const { output } = context
    const name = await client.allow(device)
    if (output.json) output.value({ device: name, allowed: true })
    else output.line(`${name} gets what was written before it came, while both are online.`)
    return exitCode('ok')
  })
