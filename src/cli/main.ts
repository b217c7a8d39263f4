import { readFileSync } from 'node:fs'
import { CommanderError } from 'commander'
import { profileDirectory } from './directories.ts'
import { InterruptedError } from './errors.ts'
import { endingOf, exitCode } from './exit-codes.ts'
import { createOutput } from './output.ts'
import { createProgram } from './program.ts'
import { report } from './report.ts'
import { stopOnSignals } from './signals.ts'
import type { Command } from 'commander'
import type { RunCommand } from './context.ts'
import type { ExitCode } from './exit-codes.ts'
import type { CommandName, GlobalOptions } from './inputs.ts'

/** One file each, loaded only when it is called: most of the time a command takes is what it imports. */
const commands: { [N in CommandName]: () => Promise<RunCommand<N>> } = {
  chat: async () => (await import('./commands/chat.ts')).chat,
  register: async () => (await import('./commands/register.ts')).register,
  login: async () => (await import('./commands/login.ts')).login,
  recover: async () => (await import('./commands/recover.ts')).recover,
  password: async () => (await import('./commands/password.ts')).password,
  lock: async () => (await import('./commands/lock.ts')).lock,
  unlock: async () => (await import('./commands/unlock.ts')).unlock,
  devices: async () => (await import('./commands/devices.ts')).devices,
  profile: async () => (await import('./commands/profile.ts')).profile,
  whoami: async () => (await import('./commands/whoami.ts')).whoami,
  join: async () => (await import('./commands/join.ts')).join,
  allow: async () => (await import('./commands/allow.ts')).allow,
  leave: async () => (await import('./commands/leave.ts')).leave,
  rooms: async () => (await import('./commands/rooms.ts')).rooms,
  users: async () => (await import('./commands/users.ts')).users,
  audit: async () => (await import('./commands/audit.ts')).audit,
  release: async () => (await import('./commands/release.ts')).release,
  'cancel-reset': async () => (await import('./commands/cancel-reset.ts')).cancelReset,
  rename: async () => (await import('./commands/rename.ts')).rename,
  block: async () => (await import('./commands/block.ts')).block,
  unblock: async () => (await import('./commands/block.ts')).unblock,
  blocked: async () => (await import('./commands/blocked.ts')).blocked,
  verify: async () => (await import('./commands/verify.ts')).verify,
  send: async () => (await import('./commands/send.ts')).send,
  history: async () => (await import('./commands/history.ts')).history,
  tail: async () => (await import('./commands/tail.ts')).tail,
  bootstrap: async () => (await import('./commands/bootstrap.ts')).bootstrap,
  admin: async () => (await import('./commands/admin.ts')).admin,
  daemon: async () => (await import('./commands/daemon.ts')).daemon
}

/** Runs the program with the arguments after its name, and ends the process. */
export async function main(argv: readonly string[]): Promise<void> {
  let code: ExitCode = exitCode('ok')
  const program = createProgram(version(), async (name, input, options) => {
    code = await runCommand(name, input, options)
  })
  try {
    await program.parseAsync(withDefault(program, argv), { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    code = error.exitCode === 0 ? exitCode('ok') : exitCode('usage')
    hint(error)
  }
  process.exit(code)
}

async function runCommand<N extends CommandName>(
  name: N,
  input: Parameters<RunCommand<N>>[0],
  { json, verbose, profile, passwordFile }: GlobalOptions
): Promise<ExitCode> {
  const { stdout, stderr } = process
  const output = createOutput({ stdout, stderr, json })
  const signal = stopOnSignals((code) => process.exit(code))
  // The interface has the terminal, and gives it back before node shows the error.
  if (name !== 'chat') {
    process.once('uncaughtException', (error) => {
      report(error, output, verbose)
      process.exit(exitCode('unexpected'))
    })
  }
  try {
    const run = await commands[name]()
    const context = { profile: profileDirectory(profile), passwordFile, output, signal }
    const code = await run(input, context)
    await output.flush()
    return code
  } catch (error) {
    if (!(error instanceof InterruptedError)) report(error, output, verbose)
    await output.flush().catch(() => {})
    return exitCode(endingOf(error))
  }
}

/** The interface is what `starling` alone opens. */
function withDefault(program: Command, argv: readonly string[]): string[] {
  const { operands, unknown } = program.parseOptions([...argv])
  const asksForHelp = unknown.includes('--help') || unknown.includes('-h')
  return operands.length === 0 && !asksForHelp ? ['chat', ...argv] : [...argv]
}

/** An unquoted #room never reaches the program. */
function hint({ code, message }: CommanderError): void {
  if (code !== 'commander.missingArgument' || !/'(room|to|of|text)'/.test(message)) return
  console.error("Quote the names of rooms, '#lobby': the shell takes # for the start of a comment.")
}

function version(): string {
  const { version } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  ) as Record<'version', string>
  return version
}
