import { UsageError } from './types.ts'
import type { SlashCommand } from './types.ts'

export const rename: SlashCommand = {
  name: 'rename',
  usage: '/rename NAME NICKNAME',
  summary: 'call somebody otherwise; - takes it away',
  argument: 'person',
  async run(args, context) {
    const [, name, nickname] = /^@?(\S+)\s+(.+)$/.exec(args) ?? []
    if (name === undefined || nickname === undefined)
      throw new UsageError(rename, 'Whom, and what do you call them? - takes it away.')
    await context.rename(name.toLowerCase(), nickname === '-' ? '' : nickname)
  }
}
