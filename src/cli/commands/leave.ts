import { withClient } from '../client/with-client.ts'
import { exitCode } from '../exit-codes.ts'
import { asRoom } from '../room-name.ts'
import type { RunCommand } from '../context.ts'

export const leave: RunCommand<'leave'> = ({ room }, context) =>
  withClient(context, async (client) => {
    const { output } = context
    const name = asRoom(room)
    await client.leave(name)
    if (output.json) output.value({ name, left: true })
    else output.line(`You left ${name}.`)
    return exitCode('ok')
  })
