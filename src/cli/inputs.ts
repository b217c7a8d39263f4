import type { ProfileChange } from '../node/index.ts'

/** What the operator of a server asks of it. */
export const adminActions = [
  'list',
  'suspend',
  'resume',
  'reset',
  'release',
  'backup',
  'restore',
  'rotate-key'
] as const
export type AdminAction = (typeof adminActions)[number]

/** What each command is given on the command line, beside the options that all of them take. */
export interface CommandInputs {
  chat: { plain: boolean }
  register: AccountInput & { recoveryRequired: boolean; resetCodeFile?: string }
  login: AccountInput & RecoveryCodeInput
  recover: AccountInput & NewPasswordInput & RecoveryCodeInput
  password: NewPasswordInput & RecoveryCodeInput
  devices: RecoveryCodeInput & { action?: string; device?: string }
  release: RecoveryCodeInput & { name: string }
  'cancel-reset': object
  lock: object
  unlock: object
  whoami: object
  /** What is to be said; the picture as a path. */
  profile: Omit<ProfileChange, 'picture'> & { of?: string; picture?: string }
  allow: { device: string }
  join: { room: string }
  leave: { room: string }
  rooms: object
  users: { room?: string }
  /** `number` is what the other side reads out. */
  /** An empty nickname takes it away. */
  rename: { name: string; nickname: string }
  block: { name: string }
  unblock: { name: string }
  blocked: object
  verify: { name: string; number: string; accept: boolean }
  audit: { accept: boolean }
  /** `timeout` in seconds. */
  send: { to: string; text: string; timeout: number }
  history: { of: string; limit: number }
  tail: { of?: string }
  bootstrap: { directory?: string; listen: string[]; announce: string[] }
  /** `argument` is a name, or a directory; empty where the action takes none. */
  admin: { action: AdminAction; argument: string; goBack: boolean; directory?: string }
  daemon: object
}

export interface AccountInput {
  name: string
  invite?: string
  remember: boolean
}

export interface NewPasswordInput {
  newPasswordFile?: string
}

export interface RecoveryCodeInput {
  recoveryCodeFile?: string
}

export type CommandName = keyof CommandInputs

export interface GlobalOptions {
  profile?: string
  passwordFile?: string
  json: boolean
  verbose: boolean
}

/** Runs a command that was understood. */
export type Runner = <N extends CommandName>(
  name: N,
  input: CommandInputs[N],
  options: GlobalOptions
) => Promise<void>
