import { AlreadyLoggedInError, NoInviteError } from '../../errors.ts'
import { withClient } from '../client/with-client.ts'
import { exitCode } from '../exit-codes.ts'
import { codeLines } from '../recovery-lines.ts'
import type { AccountInfo, RecoveryCode } from '../../node/index.ts'
import type { Client } from '../client/types.ts'
import type { Context } from '../context.ts'
import type { ExitCode } from '../exit-codes.ts'
import type { AccountInput } from '../inputs.ts'

/** Puts an account into a profile. Secrets are asked for, by `how`, once nothing else is in the way. */
export function enter(
  { invite }: AccountInput,
  context: Context,
  how: (client: Client) => Promise<AccountInfo & Partial<RecoveryCode>>,
  greeting: (info: AccountInfo) => string
): Promise<ExitCode> {
  return withClient(context, async (client) => {
    const { account } = await client.status()
    if (account !== null)
      throw new AlreadyLoggedInError(
        `This profile is ${account.name} already. Use another one: "--profile DIR".`
      )
    if (invite !== undefined) await client.useInvite(invite.trim())
    if ((await client.status()).invite === null)
      throw new NoInviteError('No network is known yet: join one with its invite, --invite starling:...')
    const { output } = context
    const info = await how(client)
    if (output.json) output.value(info)
    else {
      output.line(greeting(info))
      if (info.recovery_code !== undefined)
        for (const line of codeLines(info.name, info.recovery_code)) output.line(line)
    }
    return exitCode('ok')
  })
}

/** Of whoever has come to have a device more. */
export const welcomeBack = ({ name, devices }: AccountInfo): string =>
  `You are ${name}, on ${devices} device${devices === 1 ? '' : 's'}.`
