import { withClient } from '../client/with-client.ts'
import { UsageError } from '../errors.ts'
import { exitCode } from '../exit-codes.ts'
import { password, readSecrets, withRecoveryCode } from '../password.ts'
import { accountOf } from './account-of.ts'
import type { RunCommand } from '../context.ts'

/** Gives the name up, for good. */
export const release: RunCommand<'release'> = ({ name, recoveryCodeFile }, context) =>
  withClient(context, async (client) => {
    const { output, passwordFile } = context
    const account = await accountOf(client)
    if (name !== account.name)
      throw new UsageError(`The name of this profile is ${account.name}, not ${name}.`)
    const [typed = ''] = await readSecrets([{ secret: password, file: passwordFile }], context)
    await withRecoveryCode(recoveryCodeFile, context, (code) => client.release({ password: typed, ...code }))
    if (output.json) output.value({ name, released: true })
    else
      output.line(
        `You gave up the name ${name}. It rests for a year; then anybody may take it. This account is over.`
      )
    return exitCode('ok')
  })
