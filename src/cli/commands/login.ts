import { password, readSecrets, withRecoveryCode } from '../password.ts'
import { enter, welcomeBack } from './enter.ts'
import type { RunCommand } from '../context.ts'

export const login: RunCommand<'login'> = (input, context) =>
  enter(
    input,
    context,
    async (client) => {
      const { name: username, recoveryCodeFile, remember } = input
      const [typed = ''] = await readSecrets([{ secret: password, file: context.passwordFile }], context)
      return withRecoveryCode(recoveryCodeFile, context, (code) =>
        client.login({ username, password: typed, remember, ...code })
      )
    },
    welcomeBack
  )
