import type { SlashCommand } from './types.ts'

export const password: SlashCommand = {
  name: 'password',
  usage: '/password',
  summary: 'change your password',
  run: (_, context) => context.password()
}
