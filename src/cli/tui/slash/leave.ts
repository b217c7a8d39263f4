import { UsageError } from './types.ts'
import type { SlashCommand } from './types.ts'

export const leave: SlashCommand = {
  name: 'leave',
  usage: '/leave [#ROOM]',
  summary: 'leave this room, or another',
  argument: 'room',
  async run(args, context) {
    const room = args === '' ? (context.active ?? '') : args.replace(/^#?/, '#').toLowerCase()
    if (!room.startsWith('#')) throw new UsageError(leave, 'Only rooms can be left.')
    await context.leave(room)
  }
}
