import { UsageError } from './types.ts'
import type { SlashCommand } from './types.ts'

export const verify: SlashCommand = {
  name: 'verify',
  usage: '/verify NAME [NUMBER]',
  summary: 'compare safety numbers with somebody',
  argument: 'person',
  async run(args, context) {
    const [, name, number] = /^@?(\S+)\s*([\d\s]*)$/.exec(args) ?? []
    if (name === undefined || number === undefined) throw new UsageError(verify, 'Whom?')
    await context.verify(name.toLowerCase(), number)
  }
}
