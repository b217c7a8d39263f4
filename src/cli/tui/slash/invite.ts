import type { SlashCommand } from './types.ts'

export const invite: SlashCommand = {
  name: 'invite',
  usage: '/invite',
  summary: 'the line that lets friends into this network',
  run: (_, context) => context.show('invite')
}
