import { settle } from '../client/settle.ts'
import { withClient } from '../client/with-client.ts'
import { exitCode } from '../exit-codes.ts'
import { blockedSentence } from '../relation-lines.ts'
import type { RunCommand } from '../context.ts'

export const block: RunCommand<'block'> = ({ name }, context) => setBlocked(name, true, context)
export const unblock: RunCommand<'unblock'> = ({ name }, context) => setBlocked(name, false, context)

const setBlocked = (
  name: string,
  isBlocked: boolean,
  context: Parameters<RunCommand<'block'>>[1]
): ReturnType<RunCommand<'block'>> =>
  withClient(context, async (client) => {
    const { output } = context
    const person = await client.block(name, isBlocked)
    // Own devices hear of it.
    await settle(client)
    if (output.json) output.value(person)
    else output.line(blockedSentence(person))
    return exitCode('ok')
  })
