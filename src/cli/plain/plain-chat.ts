import { exitCode } from '../exit-codes.ts'
import { createLines } from '../lines.ts'
import { aborted } from '../signals.ts'
import { accountNews } from '../relation-lines.ts'
import { createFeed } from './feed.ts'
import { firstRun } from './first-run.ts'
import { createSession } from './session.ts'
import type { ProfileClient } from '../client/types.ts'
import type { ExitCode } from '../exit-codes.ts'
import type { LineInput, Lines } from '../lines.ts'
import type { Output } from '../output.ts'

export interface PlainChatInit {
  input: LineInput
  output: Output
  signal: AbortSignal
}

/** The chat as lines that are only ever added: for screen readers, simple terminals and pipes. */
export async function plainChat(
  client: ProfileClient,
  { input, output, signal }: PlainChatInit
): Promise<ExitCode> {
  const lines = createLines(input)
  const closed = new AbortController()
  const stop = AbortSignal.any([signal, output.gone, closed.signal])
  try {
    const ended = aborted(stop).then(() => undefined)
    await Promise.race([chat({ client, lines, output, isTyped: input.isTTY === true, closed }), ended])
    return exitCode(closed.signal.aborted ? 'detached' : 'ok')
  } finally {
    lines.close()
  }
}

interface ChatInit {
  client: ProfileClient
  lines: Lines
  output: Output
  isTyped: boolean
  closed: AbortController
}

async function chat({ client, lines, output, isTyped, closed }: ChatInit): Promise<void> {
  const print = (text: string): void => output.line(text)
  const { account } = await client.status()
  if (account === null) await firstRun({ client, lines, print, isTyped })
  else for (const text of accountNews(account)) print(`Note: ${text}`)
  let quitting = false
  const feed = createFeed({
    client,
    print,
    isTyped,
    current: () => session.current,
    onClosed(reason) {
      print(reason)
      closed.abort()
    }
  })
  const session = createSession({ client, feed, print, quit: () => (quitting = true) })
  client.subscribe((event) => feed.take(event))
  await begin(client, print, (conversation) => session.open(conversation))
  while (!quitting) {
    const line = await lines.next()
    if (line === undefined) break
    await session.line(line)
  }
  // A pipe ends as soon as everything is written; a person who goes does not wait.
  if (!isTyped) await feed.settled()
}

async function begin(
  client: ProfileClient,
  print: (text: string) => void,
  open: (conversation: string) => Promise<void>
): Promise<void> {
  const { account } = await client.status()
  print(`You are ${account?.name}. Lines that you type are sent. /help lists the commands, /quit ends.`)
  const conversations = await client.conversations()
  if (conversations.length === 0) await client.join('#lobby')
  const names = conversations.map(({ name }) => name)
  await open(names.length === 0 || names.includes('#lobby') ? '#lobby' : names[0]!)
}
