import type { SlashCommand } from './types.ts'

export const cancelReset: SlashCommand = {
  name: 'cancel-reset',
  usage: '/cancel-reset',
  summary: 'keep the name that the operator takes away',
  run: (_, context) => context.cancelReset()
}
