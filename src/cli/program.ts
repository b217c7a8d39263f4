import { Command, InvalidArgumentError, Option } from 'commander'
import * as help from './help-texts.ts'
import { headings } from './help-style.ts'
import { adminActions } from './inputs.ts'
import type {
  AdminAction,
  CommandInputs,
  CommandName,
  GlobalOptions,
  RecoveryCodeInput,
  Runner
} from './inputs.ts'

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
    .addHelpText('after', help.epilogue)
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
    .option('--reset-code-file <file>', 'file with the 12 words of a reset code, where the name was reset')
    .option('--recovery-required', 'let the password open the account only together with the recovery code')
    .addHelpText('after', help.register + help.password)
  add('login', '<name>', 'add this device to an account that exists', (command, [name = '']) => ({
    remember: false,
    ...command.opts<Partial<CommandInputs['login']>>(),
    name
  }))
    .option(...invite)
    .option(...remember)
    .option(...codeFile)
    .addHelpText('after', help.password)
  add('recover', '<name>', 'get an account back whose password is lost', (command, [name = '']) => ({
    remember: false,
    ...command.opts<Partial<CommandInputs['recover']>>(),
    name
  }))
    .option(...invite)
    .option(...remember)
    .option(...codeFile)
    .option(...newPasswordFile)
    .addHelpText('after', help.recover)
  add('password', '', 'change the password', (command) => command.opts<CommandInputs['password']>())
    .option(...newPasswordFile)
    .option(...codeFile)
    .addHelpText('after', help.change)
  add('devices', '[revoke] [device]', 'list your devices, or take one out', (command, [action, device]) => ({
    ...command.opts<CommandInputs['devices']>(),
    ...(action !== undefined && { action }),
    ...(device !== undefined && { device })
  }))
    .option(...codeFile)
    .addHelpText('after', help.devices)
  add('release', '<name>', 'give your name up, for good', (command, [name = '']) => ({
    ...command.opts<RecoveryCodeInput>(),
    name
  }))
    .option(...codeFile)
    .addHelpText('after', help.release)
  add('cancel-reset', '', 'keep the name that the operator takes away', () => ({})).addHelpText(
    'after',
    help.cancelReset
  )
  add('lock', '', 'ask for the password whenever this profile is opened', () => ({}))
  add('unlock', '', 'open this profile without the password from now on', () => ({})).addHelpText(
    'after',
    help.unlock
  )
  add('whoami', '', 'print who is logged in', () => ({}))
  add('profile', '[name]', 'show a profile, or change yours', (command, [of]) => {
    const { name: displayName, status: statusText, ...rest } = command.opts<Record<string, string>>()
    return {
      ...rest,
      ...(displayName !== undefined && { displayName }),
      ...(statusText !== undefined && { statusText }),
      ...(of !== undefined && { of })
    }
  })
    .option('--name <text>', 'the name that others see behind your username')
    .option('--status <text>', 'one line about what you do or where you are')
    .option('--time-zone <zone>', 'as in Europe/Berlin: others see what time it is for you')
    .option('--colour <colour>', 'in which your name is drawn: red, orange, yellow, lime, green, teal, ...')
    .option('--picture <file>', 'PNG or JPEG, up to 8 KiB and 256 pixels each way')
    .addHelpText('after', help.profile)
  add(
    'allow',
    '<device>',
    'give a new device of yours what was written before it came',
    (_, [device = '']) => ({
      device
    })
  ).addHelpText('after', help.allow)

  program.commandsGroup('Rooms and people:')
  add('join', '<room>', 'enter a public room, or make it', (_, [room = '']) => ({ room })).addHelpText(
    'after',
    help.quote
  )
  add('leave', '<room>', 'leave a room', (_, [room = '']) => ({ room })).addHelpText('after', help.quote)
  add('rooms', '', 'list the rooms and private conversations you are in', () => ({}))
  add('users', '[room]', 'list the people of a room, or of all your conversations', (_, [room]) =>
    room === undefined ? {} : { room }
  ).addHelpText('after', help.quote)

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
    .addHelpText('after', help.verify)
  add('rename', '<name> [nickname...]', 'call somebody otherwise', (_, [name = '', ...nickname]) => ({
    name,
    nickname: nickname.join(' ')
  })).addHelpText('after', help.rename)
  add('block', '<name>', 'hide somebody everywhere', (_, [name = '']) => ({ name })).addHelpText(
    'after',
    help.block
  )
  add('unblock', '<name>', 'show somebody again', (_, [name = '']) => ({ name }))
  add('blocked', '', 'list whom you have blocked', () => ({}))
  add('audit', '', 'read and check the whole log of names of the registry', (command) => ({
    accept: command.opts<{ accept?: boolean }>().accept ?? false
  }))
    .option('--accept', 'the operator has explained an alarm: compare with the log as it is now')
    .addHelpText('after', help.audit)

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
    .addHelpText('after', help.send)
  add('history', '<of>', 'print the newest messages of a room or a person', (command, [of = '']) => ({
    of,
    ...command.opts<{ limit: number }>()
  }))
    .addOption(new Option('--limit <n>', 'messages at most').default(50).argParser(count))
    .addHelpText('after', help.quote)
  add('tail', '[of]', 'print messages as they are stored, until stopped', (_, [of]) =>
    of === undefined ? {} : { of }
  ).addHelpText('after', help.quote)

  program.commandsGroup('Running:')
  add('daemon', '', 'keep the profile connected in the foreground', () => ({}))
  add('bootstrap', '', 'run a bootstrap server: the names of a network, its invite', (command) => {
    const { listen = [], announce = [], ...rest } = command.opts<Partial<CommandInputs['bootstrap']>>()
    return { listen, announce, ...rest }
  })
    .option('--directory <dir>', 'where its identity and registry are kept')
    .option('--listen <multiaddr>', 'address to listen on; may be repeated', collect)
    .option('--announce <multiaddr>', 'address to tell others instead; may be repeated', collect)
    .addHelpText('after', help.bootstrap)
  const admin = add(
    'admin',
    '<action> [argument]',
    'ask something of the bootstrap server that runs on this computer',
    (command, [action, argument = '']) => {
      if (action !== 'list' && action !== 'rotate-key' && argument === '')
        command.error(`error: ${action} of what?`)
      const { goBack = false, ...rest } = command.opts<{ goBack?: boolean; directory?: string }>()
      return { action: action as AdminAction, argument, goBack, ...rest }
    }
  )
    .option('--directory <dir>', 'directory of the server, where it is not the default one')
    .option('--go-back', 'restore: take a copy that is older than the registry, and lose names')
    .addHelpText('after', help.admin)
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
