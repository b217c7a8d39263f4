import { withClient } from '../client/with-client.ts'
import { exitCode } from '../exit-codes.ts'
import { newPassword, password as oldPassword, readSecrets, withRecoveryCode } from '../password.ts'
import { codeLines } from '../recovery-lines.ts'
import { accountOf } from './account-of.ts'
import type { RunCommand } from '../context.ts'

export const password: RunCommand<'password'> = (input, context) =>
  withClient(context, async (client) => {
    const { output, passwordFile } = context
    await accountOf(client)
    const [old = '', next = ''] = await readSecrets(
      [
        { secret: oldPassword, file: passwordFile },
        { secret: newPassword, file: input.newPasswordFile, isNew: true }
      ],
      context
    )
    const changed = await withRecoveryCode(input.recoveryCodeFile, context, (code) =>
      client.changePassword({ password: old, newPassword: next, ...code })
    )
    if (output.json) output.value(changed)
    else {
      output.line('The password is changed. The old one is dead, and so is the old recovery code.')
      for (const line of codeLines(changed.name, changed.recovery_code)) output.line(line)
    }
    return exitCode('ok')
  })
