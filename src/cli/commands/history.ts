import { settle } from '../client/settle.ts'
import { withClient } from '../client/with-client.ts'
import { exitCode } from '../exit-codes.ts'
import { messageLine } from '../format.ts'
import type { Message } from '../../node/index.ts'
import type { Client } from '../client/types.ts'
import type { RunCommand } from '../context.ts'

/** Messages that are asked for at once. */
const pageSize = 500

export const history: RunCommand<'history'> = ({ of, limit }, context) =>
  withClient(context, async (client) => {
    const { output } = context
    // A wrong name is said at once.
    const [any] = await client.history(of, { limit: 1 })
    if (any === undefined && !of.startsWith('#')) await client.find(of)
    await settle(client)
    for (const message of await newest(client, of, limit)) {
      if (output.json) output.value(message)
      else output.line(messageLine(message, { date: true, where: false, queued: true }))
    }
    return exitCode('ok')
  })

/** Oldest first. */
async function newest(client: Client, of: string, limit: number): Promise<Message[]> {
  const pages: Message[][] = []
  let rest = limit
  while (rest > 0) {
    const before = pages[0]?.[0]?.id
    const size = Math.min(rest, pageSize)
    const page = await client.history(of, { limit: size, ...(before !== undefined && { before }) })
    pages.unshift(page)
    rest = page.length < size ? 0 : rest - size
  }
  return pages.flat()
}
