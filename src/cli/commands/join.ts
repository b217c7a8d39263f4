import { withClient } from '../client/with-client.ts'
import { exitCode } from '../exit-codes.ts'
import { asRoom } from '../room-name.ts'
import type { RunCommand } from '../context.ts'

export const join: RunCommand<'join'> = ({ room }, context) =>
  withClient(context, async (client) => {
    const { output } = context
    const name = asRoom(room)
    await client.join(name)
    const joined = (await client.conversations()).find((conversation) => conversation.name === name)
    if (output.json) output.value(joined!)
    else output.line(`You are in ${name}. Write to it: starling send '${name}' 'hello'`)
    return exitCode('ok')
  })
