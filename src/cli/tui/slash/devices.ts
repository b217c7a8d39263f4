import type { SlashCommand } from './types.ts'

export const devices: SlashCommand = {
  name: 'devices',
  usage: '/devices',
  summary: 'your devices: take one out, give it the past',
  run: (_, context) => context.devices()
}
