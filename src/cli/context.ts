import type { ExitCode } from './exit-codes.ts'
import type { CommandInputs, CommandName } from './inputs.ts'
import type { Output } from './output.ts'

/** What a command works with, beside its input. */
export interface Context {
  /** Directory of the profile, absolute. */
  profile: string
  /** File whose first line is the password. */
  passwordFile: string | undefined
  output: Output
  /** Fires when the program is asked to end. */
  signal: AbortSignal
}

/** A command: resolves to what the program ends with. */
export type RunCommand<N extends CommandName> = (
  input: CommandInputs[N],
  context: Context
) => Promise<ExitCode>
