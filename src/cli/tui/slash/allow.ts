import { UsageError } from './types.ts'
import type { SlashCommand } from './types.ts'

export const allow: SlashCommand = {
  name: 'allow',
  usage: '/allow DEVICE',
  summary: 'give a new device what was written before it',
  async run(args, context) {
    if (args === '') throw new UsageError(allow, 'Name the device.')
    await context.allow(args)
  }
}
