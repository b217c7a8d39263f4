import { UsageError } from './types.ts'
import type { SlashCommand } from './types.ts'

export const join: SlashCommand = {
  name: 'join',
  usage: '/join #ROOM',
  summary: 'enter a public room, or make it',
  argument: 'room',
  async run(args, context) {
    const room = args.replace(/^#?/, '#').toLowerCase()
    if (!/^#[a-z0-9_-]{1,32}$/.test(room)) {
      throw new UsageError(join, 'A room has 1 to 32 of a-z, 0-9, _ and - as its name.')
    }
    await context.join(room)
  }
}
