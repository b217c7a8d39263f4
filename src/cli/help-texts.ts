import { exitCodeLines } from './exit-codes.ts'

// What stands below the options in each command's help.

export const quote = "\nQuote the names of rooms, '#lobby': the shell takes # for the start of a comment."

export const password = `
The password comes from --password-file, from STARLING_PASSWORD, or is asked for. It is never an
argument, because others on this computer can read those.`

export const register = `
Prints a recovery code, 12 words to be written down: they restore the account where the password is
lost. With --recovery-required a new device needs both, so that whoever runs the registry can't guess
the password, however weak it is; whoever loses the code then can't log in anywhere else.

A name that the operator reset asks for the reset code, from --reset-code-file or STARLING_RESET_CODE.
`

export const release = `
NAME is your own, to be sure. Asks for the password. The account is over then: its devices stop, and
what it wrote stays as it is. The name rests for a year, and is anybody's after.`

export const cancelReset = `
Whoever lost an account can ask the registry's operator for its name. For 30 days each device of the
account is told, and any of them keeps the name by this.`

export const recover = `
Asks for the recovery code and for a new password, and makes this device one of the account. The old
password and the code are dead then; a new code is printed. The other devices stay in the account.

The code comes from --recovery-code-file, from STARLING_RECOVERY_CODE, or is asked for; the new
password from --new-password-file, from STARLING_NEW_PASSWORD, or is asked for.`

export const change = `
Asks for the old password and for the new one. Everything else stays; the old password is dead at once,
and so is the recovery code: a new one is printed.

The old one comes from --password-file or STARLING_PASSWORD, the new one from --new-password-file or
STARLING_NEW_PASSWORD, a recovery code where the account requires it from --recovery-code-file or
STARLING_RECOVERY_CODE. What isn't given is asked for.`
export const profile = `
  starling profile                                      yours
  starling profile --status 'on holiday' --colour teal  says so from now on
  starling profile --picture ''                         an empty text takes away
  starling profile bob --json                           with the picture, in base64

Everybody in the network can see it. A name proves nothing: the username always stands before it.`

export const allow = `
A device gets private conversations from when it logged in on. What was written before, a device that
has it asks you about: DEVICE is the name or the letters that it shows. Say yes only to your own.`

export const verify = `
Prints the safety number of the two of you. Read it to each other on another way, by voice or face to
face: where both are the same, nobody stands between you. Then tell Starling what they read out:
  starling verify bob 30035 44776 92869 39689 28698 76765 45825 75691 62576 84344 09180 79131`

export const rename = `
  starling rename bob Bobby Tables     what you call bob, on all your devices
  starling rename bob                  as everybody does

Only you see it. Commands and mentions take usernames.`

export const block = `
You see nothing of somebody whom you have blocked, on none of your devices, and take no direct message
of theirs. They are not told: to them your devices look as if nobody was logged in, and what they send
you waits with them. Nothing is deleted: "starling unblock" shows it again. Others in a room see both
of you as before.`

export const devices = `
  starling devices                    lists them by their ids
  starling devices revoke 4fKd2x      takes out the one whose id ends so; asks for the password

A revoked device stops as soon as it hears of it, and nobody believes what it writes from then on.`

export const unlock = `
Keeps the key of the profile in a file beside it that only you can read. Whoever gets at your files
can then read your messages; "starling lock" ends it.`

export const audit = `
Checks each line and its signature, that every name has one holder, that all of it is what the registry
signed and what it showed before, and that your name is yours. Says the first thing that is wrong, and
ends with 12 then. Where notes are listed, the registry showed somebody another log. Ask its operator
why; where that was an old backup, --accept compares with the log as it is now from then on.`

export const send = `
  starling send '#lobby' 'hello **flock**'
  starling send bob - < letter.txt        TEXT - reads standard input
  starling send -- bob '-5 degrees'       TEXT that begins with - comes after --

Ends with 0 only when another device holds the message, with 3 when it is queued: stored here, sent
as soon as somebody is there while a daemon, a tail or the interface runs.`

export const bootstrap = `
Prints its invite, the line that lets others in. By default it listens on TCP 7827 and WebSocket 7828
of every interface; a server behind NAT or with a public name needs --announce.
  starling bootstrap --listen /ip4/0.0.0.0/tcp/7827 --announce /dns4/chat.example.org/tcp/7827`

export const admin = `
  starling admin list                list the names, with accounts and devices
  starling admin suspend NAME        no login and no certificate for NAME any more
  starling admin resume NAME         let NAME in again
  starling admin reset NAME          a code that takes NAME anew in 30 days, for whoever lost everything
  starling admin release NAME        NAME is free for anybody in 30 days
  starling admin backup DIR          copy everything, secrets too, into a new directory, while it runs
  starling admin restore DIR         put such a copy in the place of the registry, while it runs
  starling admin rotate-key          a new registry key in the place of the old one; clients follow`

export const epilogue = (): string => `
Environment:
  STARLING_PROFILE   the profile to use, where --profile is not given
  STARLING_PASSWORD  the password: of register and login, and of a locked profile
  STARLING_NEW_PASSWORD, STARLING_RECOVERY_CODE, STARLING_RESET_CODE  see \`starling help password\`
  NO_COLOR           no colours

Exit codes:
${exitCodeLines().join('\n')}

Examples:
  starling                                   open the chat
  starling register alice --invite starling:...
  starling join '#lobby'
  starling send '#lobby' 'hello'
  starling tail --json`
