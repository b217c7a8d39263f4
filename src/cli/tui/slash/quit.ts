import type { SlashCommand } from './types.ts'

export const quit: SlashCommand = {
  name: 'quit',
  usage: '/quit',
  summary: 'leave the program',
  run: (_, context) => context.quit()
}
