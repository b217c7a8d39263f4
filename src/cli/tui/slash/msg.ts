import { UsageError } from './types.ts'
import type { SlashCommand } from './types.ts'

export const msg: SlashCommand = {
  name: 'msg',
  usage: '/msg NAME [TEXT]',
  summary: 'write to one person, in private',
  argument: 'person',
  async run(args, context) {
    const [, name, text] = /^@?(\S+)\s*([^]*)$/.exec(args) ?? []
    if (name === undefined || text === undefined) throw new UsageError(msg, 'Whom?')
    await context.message(name.toLowerCase())
    if (text !== '') await context.send(name.toLowerCase(), text)
  }
}
