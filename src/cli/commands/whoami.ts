import { NotLoggedInError } from '../../errors.ts'
import { withClient } from '../client/with-client.ts'
import { exitCode } from '../exit-codes.ts'
import { fields } from '../format.ts'
import type { RunCommand } from '../context.ts'

export const whoami: RunCommand<'whoami'> = (_, context) =>
  withClient(context, async (client) => {
    const { output, profile } = context
    const { account, invite } = await client.status()
    if (account === null)
      throw new NotLoggedInError(
        'Nobody is logged in here. Register or log in first: "starling register NAME".'
      )
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
