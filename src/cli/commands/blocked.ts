import { withClient } from '../client/with-client.ts'
import { exitCode } from '../exit-codes.ts'
import { safeLine } from '../tui/text/safe-text.ts'
import type { RunCommand } from '../context.ts'

export const blocked: RunCommand<'blocked'> = (_, context) =>
  withClient(context, async (client) => {
    const { output } = context
    for (const person of await client.blocked())
      if (output.json) output.value(person)
      else output.line(safeLine(person.name))
    return exitCode('ok')
  })
