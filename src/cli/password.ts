import { open } from 'node:fs/promises'
import { RecoveryCodeRequiredError } from '../errors.ts'
import { UsageError } from './errors.ts'
import { createLines } from './lines.ts'
import { orAborted } from './signals.ts'
import type { Context } from './context.ts'
import type { Lines } from './lines.ts'
import type { Output } from './output.ts'

/** What a person keeps to themselves, and where it comes from. */
export interface Secret {
  /** `password`, as a sentence has it. */
  name: string
  /** What is asked, where it is typed. */
  question: string
  /** Name of the option and of the environment variable that give it. */
  option: string
  variable: string
  /** Shown while it is typed, and any part of a file: only passwords are hidden, and one line. */
  isShown?: boolean
}

/** The secret to get. */
export interface Wanted {
  secret: Secret
  /** File that has it. */
  file: string | undefined
  /** A new password is asked for twice, where it is typed. */
  isNew?: boolean
}

export interface SecretsInit {
  output: Output
  signal: AbortSignal
}

export const password: Secret = {
  name: 'password',
  question: 'Password: ',
  option: '--password-file',
  variable: 'STARLING_PASSWORD'
}

export const newPassword: Secret = {
  name: 'new password',
  question: 'New password: ',
  option: '--new-password-file',
  variable: 'STARLING_NEW_PASSWORD'
}

export const recoveryCode: Secret = {
  name: 'recovery code',
  question: 'Recovery code, 12 words: ',
  option: '--recovery-code-file',
  variable: 'STARLING_RECOVERY_CODE',
  isShown: true
}

export const resetCode: Secret = {
  name: 'reset code',
  question: 'Reset code, 12 words: ',
  option: '--reset-code-file',
  variable: 'STARLING_RESET_CODE',
  isShown: true
}

/**
 * Asks for the password of a locked profile. Only a person is asked: what comes through a pipe may be a message.
 */
export function unlocking(context: Context): () => Promise<string | undefined> {
  const { passwordFile: file, output } = context
  return async () => {
    const isGiven = file !== undefined || (process.env[password.variable] ?? '') !== ''
    if (!isGiven && !process.stdin.isTTY) return undefined
    if (!isGiven) output.note('This profile is locked.')
    const [typed] = await readSecrets([{ secret: password, file }], context)
    return typed
  }
}

/** Far more than anybody types. Bytes. */
const maxFile = 4096

/** The secrets, each from a file, the environment or the person. @throws UsageError where there is none */
export async function readSecrets(
  wanted: readonly Wanted[],
  { output, signal }: SecretsInit
): Promise<string[]> {
  const secrets: string[] = []
  // One for all: what a pipe carries is read ahead.
  let lines: Lines | undefined
  try {
    for (const one of wanted) secrets.push((await given(one, output)) ?? (await typed(one)))
    return secrets
  } finally {
    lines?.close()
  }

  function typed({ secret, isNew = false }: Wanted): Promise<string> {
    lines ??= createLines(process.stdin)
    const twice = isNew && process.stdin.isTTY
    const ask = (text: string): unknown => process.stderr.write(text)
    return orAborted(askSecret({ secret, lines, twice, ask }), signal)
  }
}

/** A secret that is given, or none: nobody is asked. */
export const ifGiven = (
  secret: Secret,
  file: string | undefined,
  { output }: SecretsInit
): Promise<string | undefined> => given({ secret, file }, output)

/** Does `work`, with the recovery code where one is given, or where the account turns out to require it. */
export async function withRecoveryCode<T>(
  file: string | undefined,
  init: SecretsInit,
  work: (code: { recoveryCode?: string }) => Promise<T>
): Promise<T> {
  const code = await given({ secret: recoveryCode, file }, init.output)
  if (code !== undefined) return work({ recoveryCode: code })
  try {
    return await work({})
  } catch (error) {
    if (!(error instanceof RecoveryCodeRequiredError) || !process.stdin.isTTY) throw error
    const [asked = ''] = await readSecrets([{ secret: recoveryCode, file }], init)
    return work({ recoveryCode: asked })
  }
}

export interface Asking {
  secret: Secret
  lines: Lines
  twice: boolean
  /** Shows a question, and the end of the line that the person can't see. */
  ask: (text: string) => unknown
}

/** @throws UsageError where the input ends, or the two are not the same */
export async function askSecret({ secret, lines, twice, ask }: Asking): Promise<string> {
  const { name, option, variable, isShown = false } = secret
  const answer = async (question: string): Promise<string> => {
    // Hidden before it is asked for: whoever is quick must not see it on the screen.
    const typing = isShown ? lines.next() : lines.hidden()
    ask(question)
    const typed = await typing
    if (!isShown) ask('\n')
    if (typed === undefined || typed === '')
      throw new UsageError(`There is no ${name}: give ${option} or ${variable}, or type it.`)
    return typed
  }
  const first = await answer(secret.question)
  if (twice && first !== (await answer('The same again: ')))
    throw new UsageError('The two passwords are not the same.')
  return first
}

/** What a file or the environment has. */
async function given({ secret, file }: Wanted, output: Output): Promise<string | undefined> {
  if (file === undefined) return process.env[secret.variable] || undefined
  const text = await fromFile(file, secret, output)
  if (secret.isShown === true) return text
  const line = text.split(/\r?\n/, 1)[0]!
  if (line === '') throw new UsageError(`The first line of ${file} is empty: it must be the ${secret.name}.`)
  return line
}

async function fromFile(path: string, { name }: Secret, output: Output): Promise<string> {
  const file = await open(path).catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`The ${name} file ${path} can't be read (${cause.code}).`, { cause })
  })
  try {
    const { mode } = await file.stat()
    if (process.platform !== 'win32' && (mode & 0o077) !== 0)
      output.note(`starling: others may read ${path}. Make it yours alone: chmod 600 ${path}`)
    const { bytesRead, buffer } = await file.read(Buffer.alloc(maxFile), 0, maxFile)
    return buffer.toString('utf8', 0, bytesRead)
  } catch (cause) {
    throw new UsageError(`The ${name} file ${path} can't be read.`, { cause })
  } finally {
    await file.close()
  }
}
