import { UsageError } from './types.ts'
import type { SlashCommand } from './types.ts'

export const block: SlashCommand = {
  name: 'block',
  usage: '/block [NAME]',
  summary: 'hide somebody everywhere, or see who is hidden',
  argument: 'person',
  run: (args, context) => (args === '' ? context.blocked() : context.block(nameIn(args, block), true))
}

export const unblock: SlashCommand = {
  name: 'unblock',
  usage: '/unblock NAME',
  summary: 'show somebody again',
  argument: 'person',
  run: (args, context) => context.block(nameIn(args, unblock), false)
}

function nameIn(args: string, command: SlashCommand): string {
  const [, name] = /^@?(\S+)$/.exec(args) ?? []
  if (name === undefined) throw new UsageError(command, 'Whom?')
  return name.toLowerCase()
}
