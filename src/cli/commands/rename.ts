import { settle } from '../client/settle.ts'
import { withClient } from '../client/with-client.ts'
import { exitCode } from '../exit-codes.ts'
import { renamedSentence } from '../relation-lines.ts'
import type { RunCommand } from '../context.ts'

export const rename: RunCommand<'rename'> = ({ name, nickname }, context) =>
  withClient(context, async (client) => {
    const { output } = context
    const person = await client.rename(name, nickname)
    // Own devices hear of it.
    await settle(client)
    if (output.json) output.value(person)
    else output.line(renamedSentence(person))
    return exitCode('ok')
  })
