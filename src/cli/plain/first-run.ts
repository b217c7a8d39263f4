import { UsageError } from '../errors.ts'
import { askSecret, newPassword, password as knownPassword, recoveryCode } from '../password.ts'
import { codeLines } from '../recovery-lines.ts'
import { sentence } from '../tui/text/sentence.ts'
import { RecoveryCodeRequiredError } from '../../errors.ts'
import type { AccountInfo, RecoveryCode } from '../../node/index.ts'
import type { Secret } from '../password.ts'
import type { ProfileClient } from '../client/types.ts'
import type { Lines } from '../lines.ts'

export interface FirstRunInit {
  client: ProfileClient
  lines: Lines
  print: (text: string) => void
  /** Whether a person types: then a new password is asked for twice. */
  isTyped: boolean
}

/** From nothing to an account in #lobby, by numbered questions. @throws UsageError where the input ends before */
export async function firstRun(init: FirstRunInit): Promise<void> {
  const { client, print } = init
  print('Welcome to Starling, chat from peer to peer.')
  if ((await client.status()).invite === null) await untilDone(init, () => findNetwork(init))
  await untilDone(init, () => findAccount(init))
  await client.remember(await asksToRemember(init))
  await client.join('#lobby')
}

async function findNetwork({ client, lines, print }: FirstRunInit): Promise<void> {
  const choice = await choose({ lines, print }, 'Start a network here, or join one by invite?', [
    'Start a network here: this computer keeps its names, friends join you by invite.',
    'Join a network by invite: somebody sent you a line that begins with starling:'
  ])
  if (choice === 1) {
    const invite = await client.startNetwork()
    await client.useInvite(invite)
    print('Your network runs. It is up as long as this computer keeps it running. Hand this line to friends:')
    print(invite)
  } else {
    print('Paste the invite:')
    await client.useInvite((await required(lines)).trim())
  }
}

async function findAccount(init: FirstRunInit): Promise<void> {
  const { client, lines, print, isTyped } = init
  const choice = await choose({ lines, print }, 'Who are you in this network?', [
    'I am new here: take a name and choose a password.',
    'I have a name already: log in, and this device becomes one of mine.',
    'I lost my password: get my account back by its recovery code.'
  ])
  print('Name, 3 to 20 of a to z, 0 to 9 and _:')
  const username = (await required(lines)).trim()
  const ask = (secret: Secret): Promise<string> =>
    askSecret({
      secret,
      lines,
      twice: isTyped && choice !== 2 && secret !== recoveryCode,
      ask: (text) => text !== '\n' && print(text)
    })
  if (choice === 1) {
    await writeDown(init, await client.register({ username, password: await ask(knownPassword) }))
  } else if (choice === 3) {
    const code = await ask(recoveryCode)
    const recovery = { username, recoveryCode: code, password: await ask(newPassword) }
    await writeDown(init, await client.recover(recovery))
  } else {
    const password = await ask(knownPassword)
    await client.login({ username, password }).catch(async (error: unknown) => {
      if (!(error instanceof RecoveryCodeRequiredError)) throw error
      print(sentence(error))
      return client.login({ username, password, recoveryCode: await ask(recoveryCode) })
    })
  }
}

async function writeDown(
  { lines, print, isTyped }: FirstRunInit,
  { name, recovery_code }: AccountInfo & RecoveryCode
): Promise<void> {
  for (const line of codeLines(name, recovery_code)) print(line)
  if (!isTyped) return
  print('Press Enter once it is written down:')
  await required(lines)
}

async function asksToRemember(init: FirstRunInit): Promise<boolean> {
  const question = 'What you write and read is encrypted on this computer. What opens it?'
  const choice = await choose(init, question, [
    'This computer remembers the key, in a file that only you can read.',
    'The password, at each start.'
  ])
  return choice === 1
}

/** A number from 1. */
async function choose(
  { lines, print }: Pick<FirstRunInit, 'lines' | 'print'>,
  question: string,
  choices: readonly string[]
): Promise<number> {
  print(question)
  for (const [index, choice] of choices.entries()) print(`${index + 1}. ${choice}`)
  for (;;) {
    print(`Type a number from 1 to ${choices.length}, then Enter:`)
    const number = Number((await required(lines)).trim())
    if (Number.isInteger(number) && number >= 1 && number <= choices.length) return number
  }
}

/** Says what went wrong and asks again; the end of the input ends it. */
async function untilDone({ print }: FirstRunInit, step: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await step()
    } catch (error) {
      if (error instanceof UsageError) throw error
      print(sentence(error))
    }
  }
}

async function required(lines: Lines): Promise<string> {
  const line = await lines.next()
  if (line === undefined) throw new UsageError('The input ended before the questions were answered.')
  return line
}
