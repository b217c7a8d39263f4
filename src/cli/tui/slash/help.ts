import type { SlashCommand } from './types.ts'

export const help: SlashCommand = {
  name: 'help',
  usage: '/help',
  summary: 'keys, commands and marks',
  run: (_, context) => context.show('help')
}
