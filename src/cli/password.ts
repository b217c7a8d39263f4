import { open } from 'node:fs/promises'
import { UsageError } from './errors.ts'
import { createLines } from './lines.ts'
import { orAborted } from './signals.ts'
import type { Context } from './context.ts'
import type { Lines } from './lines.ts'
import type { Output } from './output.ts'

export interface PasswordInit {
  /** File whose first line is the password. */
  file: string | undefined
  /** A new password is asked for twice, where it is typed. */
  isNew: boolean
  output: Output
  signal: AbortSignal
}

/**
 * Asks for the password of a locked profile. Only a person is asked: what comes through a pipe may be a message.
 */
export function unlocking({
  passwordFile: file,
  output,
  signal
}: Context): () => Promise<string | undefined> {
  return async () => {
    const isGiven = file !== undefined || (process.env['STARLING_PASSWORD'] ?? '') !== ''
    if (!isGiven && !process.stdin.isTTY) return undefined
    if (!isGiven) output.note('This profile is locked.')
    return readPassword({ file, isNew: false, output, signal })
  }
}

/** Far more than anybody types. Bytes. */
const maxFile = 4096

/** The password, from a file, the environment or the person. @throws UsageError where there is none */
export async function readPassword({ file, isNew, output, signal }: PasswordInit): Promise<string> {
  const given = file === undefined ? process.env['STARLING_PASSWORD'] : await fromFile(file, output)
  if (given !== undefined && given !== '') return given
  if (file !== undefined) throw new UsageError(`The first line of ${file} is empty: it must be the password.`)
  const lines = createLines(process.stdin)
  try {
    const twice = isNew && process.stdin.isTTY
    return await orAborted(askPassword({ lines, twice, ask: (text) => process.stderr.write(text) }), signal)
  } finally {
    lines.close()
  }
}

export interface Asking {
  lines: Lines
  twice: boolean
  /** Shows a question, and the end of the line that the person can't see. */
  ask: (text: string) => unknown
}

/** @throws UsageError where the input ends, or the two are not the same */
export async function askPassword({ lines, twice, ask }: Asking): Promise<string> {
  const hidden = async (question: string): Promise<string> => {
    ask(question)
    const typed = await lines.hidden()
    ask('\n')
    if (typed === undefined || typed === '')
      throw new UsageError('There is no password: give --password-file or STARLING_PASSWORD, or type it.')
    return typed
  }
  const password = await hidden('Password: ')
  if (twice && password !== (await hidden('The same again: ')))
    throw new UsageError('The two passwords are not the same.')
  return password
}

async function fromFile(path: string, output: Output): Promise<string> {
  const file = await open(path).catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`The password file ${path} can't be read (${cause.code}).`, { cause })
  })
  try {
    const { mode } = await file.stat()
    if (process.platform !== 'win32' && (mode & 0o077) !== 0)
      output.note(`starling: others may read ${path}. Make it yours alone: chmod 600 ${path}`)
    const { bytesRead, buffer } = await file.read(Buffer.alloc(maxFile), 0, maxFile)
    return buffer.toString('utf8', 0, bytesRead).split(/\r?\n/, 1)[0]!
  } catch (cause) {
    throw new UsageError(`The password file ${path} can't be read.`, { cause })
  } finally {
    await file.close()
  }
}
