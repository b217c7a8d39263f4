import { allow } from './allow.ts'
import { block, unblock } from './block.ts'
import { cancelReset } from './cancel-reset.ts'
import { devices } from './devices.ts'
import { help } from './help.ts'
import { invite } from './invite.ts'
import { join } from './join.ts'
import { leave } from './leave.ts'
import { msg } from './msg.ts'
import { password } from './password.ts'
import { profile } from './profile.ts'
import { quit } from './quit.ts'
import { rename } from './rename.ts'
import { verify } from './verify.ts'
import { who } from './who.ts'
import type { SlashCommand } from './types.ts'

export { readLine } from './read-line.ts'
export { UsageError } from './types.ts'
export type { SlashCommand, SlashContext } from './types.ts'

/** Every slash command: completion, the switcher, help and docs read this list. */
export const slashCommands: readonly SlashCommand[] = [
  join,
  msg,
  leave,
  who,
  profile,
  verify,
  rename,
  block,
  unblock,
  invite,
  devices,
  allow,
  password,
  cancelReset,
  help,
  quit
]
