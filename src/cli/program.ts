import { Command, InvalidArgumentError, Option } from 'commander'
import { exitCodeLines } from './exit-codes.ts'
import { headings } from './help-style.ts'
import { adminActions } from './inputs.ts'
import type { AdminAction, CommandInputs, CommandName, GlobalOptions, Runner } from './inputs.ts'

/** The command line: every command with its arguments, options and help. */
export function createProgram(version: string, run: Runner): Command {
  const program = new Command('starling')
    .description('Peer-to-peer chat for the terminal.')
    .usage('[command] [options]')
    .version(version, '-V, --version', 'print the version')
    .addOption(new Option('--profile <dir>', 'the profile to use').env('STARLING_PROFILE'))
    .option('--password-file <file>', 'file whose first line is the password')
    .option('--json', 'print JSON lines')
    .option('--verbose', 'print the stack of unexpected errors')
    .helpOption('-h, --help', 'print this help')
    .addHelpCommand(
      new Command('help')
        .argument('[command]')
        .description('print the help of a command')
        .helpGroup('Running:')
    )
    .addHelpText('after', epilogue)
    .exitOverride()
    .configureHelp(headings)
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'starling: ')) })
    .showHelpAfterError('Add --help to see how it is used.')

  const add = <N extends CommandName>(
    name: N,
    args: string,
    description: string,
    read: (command: Command, args: string[]) => CommandInputs[N]
  ): Command =>
    program
      .command(args === '' ? name : `${name} ${args}`)
      .description(description)
      .action(async function action(this: Command) {
        const {
          profile,
          passwordFile,
          json = false,
          verbose = false
        } = this.optsWithGlobals<Partial<GlobalOptions>>()
        await run(name, read(this, this.args), {
          json,
          verbose,
          ...(profile !== undefined && { profile }),
          ...(passwordFile !== undefined && { passwordFile })
        })
      })

  program.commandsGroup('Chat:')
  add('chat', '', 'open the interface; what `starling` alone does', (command) => ({
    plain: command.opts<{ plain?: boolean }>().plain ?? false
  }))
    .option('--plain', 'lines only, for screen readers, simple terminals and pipes')
    .addHelpText('after', '\nThe first time it asks whether to start a network here or join one by invite.')

  program.commandsGroup('Account:')
  const invite = ['--invite <line>', 'invite of the network; needed the first time only'] as const
  const remember = ['--remember', 'do not ask for the password when this profile is opened'] as const
  const newPasswordFile = ['--new-password-file <file>', 'file whose first line is the new password'] as const
  const codeFile = ['--recovery-code-file <file>', 'file with the 12 words of the recovery code'] as const
  add('register', '<name>', 'take a name in a network, for good', (command, [name = '']) => ({
    recoveryRequired: false,
    remember: false,
    ...command.opts<Partial<CommandInputs['register']>>(),
    name
  }))
    .option(...invite)
    .option(...remember)
    .option('--recovery-required', 'let the password open the account only together with the recovery code')
    .addHelpText('after', registerHelp + passwordHelp)
  add('login', '<name>', 'add this device to an account that exists', (command, [name = '']) => ({
    remember: false,
    ...command.opts<Partial<CommandInputs['login']>>(),
    name
  }))
    .option(...invite)
    .option(...remember)
    .option(...codeFile)
    .addHelpText('after', passwordHelp)
  add('recover', '<name>', 'get an account back whose password is lost', (command, [name = '']) => ({
    remember: false,
    ...command.opts<Partial<CommandInputs['recover']>>(),
    name
  }))
    .option(...invite)
    .option(...remember)
    .option(...codeFile)
    .option(...newPasswordFile)
    .addHelpText('after', recoverHelp)
  add('password', '', 'change the password', (command) => command.opts<CommandInputs['password']>())
    .option(...newPasswordFile)
    .option(...codeFile)
    .addHelpText('after', changeHelp)
  add('devices', '[revoke] [device]', 'list your devices, or take one out', (command, [action, device]) => ({
    ...command.opts<CommandInputs['devices']>(),
    ...(action !== undefined && { action }),
    ...(device !== undefined && { device })
  }))
    .option(...codeFile)
    .addHelpText('after', devicesHelp)
  add('lock', '', 'ask for the password whenever this profile is opened', () => ({}))
  add('unlock', '', 'open this profile without the password from now on', () => ({})).addHelpText(
    'after',
    unlockHelp
  )
  add('whoami', '', 'print who is logged in', () => ({}))
  add(
    'allow',
    '<device>',
    'give a new device of yours what was written before it came',
    (_, [device = '']) => ({
      device
    })
  ).addHelpText('after', allowHelp)

  program.commandsGroup('Rooms and people:')
  add('join', '<room>', 'enter a public room, or make it', (_, [room = '']) => ({ room })).addHelpText(
    'after',
    quoteHelp
  )
  add('leave', '<room>', 'leave a room', (_, [room = '']) => ({ room })).addHelpText('after', quoteHelp)
  add('rooms', '', 'list the rooms and private conversations you are in', () => ({}))
  add('users', '[room]', 'list the people of a room, or of all your conversations', (_, [room]) =>
    room === undefined ? {} : { room }
  ).addHelpText('after', quoteHelp)

  add(
    'verify',
    '<name> [number...]',
    'compare safety numbers with somebody',
    (command, [name = '', ...number]) => ({
      name,
      number: number.join(''),
      accept: command.opts<{ accept?: boolean }>().accept ?? false
    })
  )
    .option('--accept', 'go on with the key they have now, without comparing')
    .addHelpText('after', verifyHelp)
  add('audit', '', 'read and check the whole log of names of the registry', () => ({})).addHelpText(
    'after',
    auditHelp
  )

  program.commandsGroup('Messages:')
  add('send', '<to> <text>', 'send a message to a room or a person', (command, [to = '', text = '']) => ({
    to,
    text,
    ...command.opts<{ timeout: number }>()
  }))
    .addOption(
      new Option('--timeout <seconds>', 'how long to wait until somebody holds it')
        .default(10)
        .argParser(seconds)
    )
    .addHelpText('after', sendHelp)
  add('history', '<of>', 'print the newest messages of a room or a person', (command, [of = '']) => ({
    of,
    ...command.opts<{ limit: number }>()
  }))
    .addOption(new Option('--limit <n>', 'messages at most').default(50).argParser(count))
    .addHelpText('after', quoteHelp)
  add('tail', '[of]', 'print messages as they are stored, until stopped', (_, [of]) =>
    of === undefined ? {} : { of }
  ).addHelpText('after', quoteHelp)

  program.commandsGroup('Running:')
  add('daemon', '', 'keep the profile connected in the foreground', () => ({}))
  add('bootstrap', '', 'run a bootstrap server: the names of a network, its invite', (command) => {
    const { listen = [], announce = [], ...rest } = command.opts<Partial<CommandInputs['bootstrap']>>()
    return { listen, announce, ...rest }
  })
    .option('--directory <dir>', 'where its identity and registry are kept')
    .option('--listen <multiaddr>', 'address to listen on; may be repeated', collect)
    .option('--announce <multiaddr>', 'address to tell others instead; may be repeated', collect)
    .addHelpText('after', bootstrapHelp)
  const admin = add(
    'admin',
    '<action> [argument]',
    'ask something of the bootstrap server that runs on this computer',
    (command, [action, argument = '']) => {
      if (action !== 'list' && argument === '') command.error(`error: ${action} of what?`)
      return { action: action as AdminAction, argument, ...command.opts<{ directory?: string }>() }
    }
  )
    .option('--directory <dir>', 'directory of the server, where it is not the default one')
    .addHelpText('after', adminHelp)
  admin.registeredArguments[0]!.choices(adminActions)
  return program
}

const collect = (value: string, before: string[] = []): string[] => [...before, value]

function seconds(value: string): number {
  if (!/^\d{1,6}(\.\d+)?$/.test(value)) throw new InvalidArgumentError('It is a number of seconds.')
  return Number(value)
}

function count(value: string): number {
  if (!/^[1-9]\d{0,6}$/.test(value)) throw new InvalidArgumentError('It is a whole number from 1.')
  return Number(value)
}

const quoteHelp = "\nQuote the names of rooms, '#lobby': the shell takes # for the start of a comment."

const passwordHelp = `
The password comes from --password-file, from STARLING_PASSWORD, or is asked for. It is never an
argument, because others on this computer can read those.`

const registerHelp = `
Prints a recovery code, 12 words to be written down: they restore the account where the password is
lost. With --recovery-required a new device needs both, so that whoever runs the registry can't guess
the password, however weak it is; whoever loses the code then can't log in anywhere else.
`

const recoverHelp = `
Asks for the recovery code and for a new password, and makes this device one of the account. The old
password and the code are dead then; a new code is printed. The other devices stay in the account.

The code comes from --recovery-code-file, from STARLING_RECOVERY_CODE, or is asked for; the new
password from --new-password-file, from STARLING_NEW_PASSWORD, or is asked for.`

const changeHelp = `
Asks for the old password and for the new one. Everything else stays; the old password is dead at once,
and so is the recovery code: a new one is printed.

The old one comes from --password-file or STARLING_PASSWORD, the new one from --new-password-file or
STARLING_NEW_PASSWORD, a recovery code where the account requires it from --recovery-code-file or
STARLING_RECOVERY_CODE. What isn't given is asked for.`
const allowHelp = `
A device gets private conversations from when it logged in on. What was written before, a device that
has it asks you about: DEVICE is the name or the letters that it shows. Say yes only to your own.`

const verifyHelp = `
Prints the safety number of the two of you. Read it to each other on another way, by voice or face to
face: where both are the same, nobody stands between you. Then tell Starling what they read out:
  starling verify bob 30035 44776 92869 39689 28698 76765 45825 75691 62576 84344 09180 79131`

const devicesHelp = `
  starling devices                    lists them by their ids
  starling devices revoke 4fKd2x      takes out the one whose id ends so; asks for the password

A revoked device stops as soon as it hears of it, and nobody believes what it writes from then on.`

const unlockHelp = `
Keeps the key of the profile in a file beside it that only you can read. Whoever gets at your files
can then read your messages; "starling lock" ends it.`

const auditHelp = `
Checks each line and its signature, that every name has one holder, that all of it is what the registry
signed and what it showed before, and that your name is yours. Says the first thing that is wrong, and
ends with 12 then. Where notes are listed, the registry showed somebody another log.`

const sendHelp = `
  starling send '#lobby' 'hello **flock**'
  starling send bob - < letter.txt        TEXT - reads standard input
  starling send -- bob '-5 degrees'       TEXT that begins with - comes after --

Ends with 0 only when another device holds the message, with 3 when it is queued: stored here, sent
as soon as somebody is there while a daemon, a tail or the interface runs.`

const bootstrapHelp = `
Prints its invite, the line that lets others in. By default it listens on TCP 7827 and WebSocket 7828
of every interface; a server behind NAT or with a public name needs --announce.
  starling bootstrap --listen /ip4/0.0.0.0/tcp/7827 --announce /dns4/chat.example.org/tcp/7827`

const adminHelp = `
  starling admin list                list the names, with accounts and devices
  starling admin suspend NAME        no login and no certificate for NAME any more
  starling admin resume NAME         let NAME in again
  starling admin backup DIR          copy everything, secrets too, into a new directory, while it runs`

const epilogue = (): string => `
Environment:
  STARLING_PROFILE   the profile to use, where --profile is not given
  STARLING_PASSWORD  the password: of register and login, and of a locked profile
  STARLING_NEW_PASSWORD, STARLING_RECOVERY_CODE  see \`starling help password\`
  NO_COLOR           no colours

Exit codes:
${exitCodeLines().join('\n')}

Examples:
  starling                                   open the chat
  starling register alice --invite starling:...
  starling join '#lobby'
  starling send '#lobby' 'hello'
  starling tail --json`
