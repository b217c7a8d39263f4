import { withClient } from '../client/with-client.ts'
import { exitCode } from '../exit-codes.ts'
import { fields } from '../format.ts'
import { accountOf } from './account-of.ts'
import type { RunCommand } from '../context.ts'

export const whoami: RunCommand<'whoami'> = (_, context) =>
  withClient(context, async (client) => {
    const { output, profile } = context
    const account = await accountOf(client)
    const { invite } = await client.status()
    if (output.json) output.value({ ...account, profile, invite })
    else {
      const lines = fields([
        ['Name', account.name],
        ['Account', account.id],
        ['Device', `${account.device} (of ${account.devices})`],
        ['Certificate', `until ${account.certificate_expires}`],
        ['Profile', profile],
        ['Invite', invite ?? 'none']
      ])
      for (const line of lines) output.line(line)
    }
    return exitCode('ok')
  })
