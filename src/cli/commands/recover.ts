import { newPassword, readSecrets, recoveryCode } from '../password.ts'
import { enter, welcomeBack } from './enter.ts'
import type { RunCommand } from '../context.ts'

export const recover: RunCommand<'recover'> = (input, context) =>
  enter(
    input,
    context,
    async (client) => {
      const { name: username, recoveryCodeFile, newPasswordFile, remember } = input
      const [code = '', password = ''] = await readSecrets(
        [
          { secret: recoveryCode, file: recoveryCodeFile },
          { secret: newPassword, file: newPasswordFile, isNew: true }
        ],
        context
      )
      return client.recover({ username, recoveryCode: code, password, remember })
    },
    welcomeBack
  )
