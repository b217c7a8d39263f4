import { settle } from '../client/settle.ts'
import { withClient } from '../client/with-client.ts'
import { exitCode } from '../exit-codes.ts'
import { conversationRows, table } from '../format.ts'
import type { Conversation } from '../../node/index.ts'
import type { RunCommand } from '../context.ts'

export const rooms: RunCommand<'rooms'> = (_, context) =>
  withClient(context, async (client) => {
    const { output } = context
    await client.conversations()
    await settle(client)
    const conversations = (await client.conversations()).sort(roomsFirst)
    if (output.json) for (const conversation of conversations) output.value(conversation)
    else if (conversations.length === 0) output.note("You are in no room yet: starling join '#lobby'")
    else for (const line of table(conversationRows(conversations, Date.now()))) output.line(line)
    return exitCode('ok')
  })

const roomsFirst = (a: Conversation, b: Conversation): number =>
  b.kind.localeCompare(a.kind) || a.name.localeCompare(b.name)
