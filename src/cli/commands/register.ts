import { ifGiven, password, readSecrets, resetCode } from '../password.ts'
import { enter } from './enter.ts'
import type { RunCommand } from '../context.ts'

export const register: RunCommand<'register'> = (input, context) =>
  enter(
    input,
    context,
    async (client) => {
      const { name: username, recoveryRequired, remember, resetCodeFile } = input
      const code = await ifGiven(resetCode, resetCodeFile, context)
      const [typed = ''] = await readSecrets(
        [{ secret: password, file: context.passwordFile, isNew: true }],
        context
      )
      return client.register({
        ...{ username, password: typed, recoveryRequired, remember },
        ...(code !== undefined && { resetCode: code })
      })
    },
    ({ name }) => `The name ${name} is yours. Enter a room next: starling join '#lobby'`
  )
