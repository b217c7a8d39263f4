import type { SlashCommand } from './types.ts'

export const who: SlashCommand = {
  name: 'who',
  usage: '/who',
  summary: 'who is here, in words',
  run: (_, context) => context.show('who')
}
