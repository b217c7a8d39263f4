import type { ProfileChange } from '../../../node/index.ts'

/** What a slash command may do. */
export interface SlashContext {
  /** Name of the open conversation. */
  active: string | undefined
  join(room: string): Promise<void>
  leave(room: string): Promise<void>
  /** Gives another own device what was written before it came. */
  allow(device: string): Promise<void>
  /** Opens the direct conversation with somebody. */
  message(username: string): Promise<void>
  send(to: string, text: string): Promise<void>
  /** Shows what somebody says of themselves; an empty name is one's own. */
  profile(username: string): Promise<void>
  /** Says something of oneself, and shows what is said now. */
  setProfile(change: ProfileChange): Promise<void>
  /** Shows the safety number with somebody; one that they read out is compared first. */
  verify(username: string, number: string): Promise<void>
  block(username: string, isBlocked: boolean): Promise<void>
  /** Says who is blocked. */
  blocked(): Promise<void>
  /** Calls somebody otherwise; an empty nickname ends it. */
  rename(username: string, nickname: string): Promise<void>
  /** Keeps the name that the operator takes away. */
  cancelReset(): Promise<void>
  /** Shows the account's devices. */
  devices(): Promise<void>
  /** Asks for another password. */
  password(): void | Promise<void>
  show(panel: 'help' | 'who' | 'invite'): void
  quit(): void
}

export interface SlashCommand {
  name: string
  /** As it is typed, arguments in capitals. */
  usage: string
  summary: string
  /** What its first argument is, for completion. */
  argument?: 'person' | 'room'
  /** @throws UsageError, and what the client throws */
  run(args: string, context: SlashContext): void | Promise<void>
}

/** The command was understood and its arguments were not. */
export class UsageError extends Error {
  constructor({ usage }: Pick<SlashCommand, 'usage'>, problem: string) {
    super(`${problem} Write it as ${usage}`)
    this.name = 'UsageError'
  }
}
