import { AlreadyLoggedInError, NoInviteError } from '../../errors.ts'
import { withClient } from '../client/with-client.ts'
import { exitCode } from '../exit-codes.ts'
import { readPassword } from '../password.ts'
import type { AccountInfo } from '../../node/index.ts'
import type { Context } from '../context.ts'
import type { ExitCode } from '../exit-codes.ts'
import type { AccountInput } from '../inputs.ts'

/** Registers or logs in. The password is asked for once nothing else is in the way. */
export async function enter(
  how: 'register' | 'login',
  { name, invite, remember }: AccountInput,
  context: Context
): Promise<ExitCode> {
  const { output, passwordFile, signal } = context
  return withClient(context, async (client) => {
    const { account } = await client.status()
    if (account !== null)
      throw new AlreadyLoggedInError(
        `This profile is ${account.name} already. Use another one: "--profile DIR".`
      )
    if (invite !== undefined) await client.useInvite(invite.trim())
    if ((await client.status()).invite === null)
      throw new NoInviteError('No network is known yet: join one with its invite, --invite starling:...')
    const password = await readPassword({ file: passwordFile, isNew: how === 'register', output, signal })
    const info = await client[how]({ username: name, password, remember })
    if (output.json) output.value(info)
    else output.line(greeting(how, info))
    return exitCode('ok')
  })
}

function greeting(how: 'register' | 'login', { name, devices }: AccountInfo): string {
  if (how === 'register') return `The name ${name} is yours. Enter a room next: starling join '#lobby'`
  return `You are ${name}, on ${devices} device${devices === 1 ? '' : 's'}.`
}
