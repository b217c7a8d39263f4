import { codeLine, deviceRows, fields, personRows, table } from '../format.ts'
import { profileLines } from '../profile-lines.ts'
import { blockedNames, blockedSentence, renamedSentence } from '../relation-lines.ts'
import { digitRows, qrRows, trustSentence } from '../safety-lines.ts'
import { readLine, slashCommands } from '../tui/slash/index.ts'
import { safeLine } from '../tui/text/safe-text.ts'
import { sentence } from '../tui/text/sentence.ts'
import type { PersonProfile } from '../../node/index.ts'
import type { Client } from '../client/types.ts'
import type { SlashContext } from '../tui/slash/index.ts'
import type { Feed } from './feed.ts'

export interface SessionInit {
  client: Client
  feed: Feed
  print: (text: string) => void
  quit: () => void
}

/** What is typed, line by line: text goes to the open conversation, commands are those of the interface. */
export interface Session {
  /** The open conversation. */
  readonly current: string | undefined
  open(conversation: string): Promise<void>
  line(text: string): Promise<void>
}

export function createSession({ client, feed, print, quit }: SessionInit): Session {
  let current: string | undefined
  let guarded: string | undefined

  const open = async (conversation: string): Promise<void> => {
    current = conversation
    print(
      conversation.startsWith('#')
        ? await roomNews(client, conversation)
        : `Now writing to ${conversation}, in private.`
    )
    await feed.catchUp(conversation)
  }
  const send = async (to: string | undefined, text: string): Promise<void> => {
    if (to === undefined) return print('You are in no conversation. Enter one: /join #lobby')
    await feed.send(to, text)
  }
  const context = (): SlashContext => ({
    active: current,
    send,
    quit,
    async join(room) {
      await client.join(room)
      await open(room)
    },
    async leave(room) {
      await client.leave(room)
      print(`You left ${room}.`)
      if (room !== current) return
      current = undefined
      const [next] = await client.conversations()
      if (next !== undefined) await open(next.name)
    },
    async allow(device) {
      print(`${safeLine(await client.allow(device))} gets what was written before it came.`)
    },
    async message(username) {
      await client.find(username)
      if (username !== current) await open(username)
    },
    async profile(username) {
      const name = username === '' ? (await client.status()).account!.name : username
      printProfile(await client.profile(name))
    },
    setProfile: async (change) => printProfile(await client.setProfile(change)),
    async verify(username, number) {
      const verification =
        number === '' ? await client.verification(username) : await client.trust(username, number, 'verified')
      if (number === '')
        for (const line of [...qrRows(verification).map(codeLine), ...digitRows(verification)]) print(line)
      print(trustSentence[verification.trust](safeLine(verification.name)))
      if (number === '') print(`Where both see the same: /verify ${verification.name} NUMBER`)
    },
    block: async (username, isBlocked) => print(blockedSentence(await client.block(username, isBlocked))),
    blocked: async () => print(blockedNames(await client.blocked())),
    rename: async (username, nickname) => print(renamedSentence(await client.rename(username, nickname))),
    async devices() {
      for (const line of table(deviceRows(await client.devices(), Date.now()))) print(line)
    },
    password: () => print('Change it with "starling password": here everybody could read it.'),
    async cancelReset() {
      await client.cancelReset()
      print('You keep your name.')
    },
    show: (panel) => void panels[panel](client, current).then((lines) => lines.forEach(print), onError)
  })
  const printProfile = (profile: PersonProfile): void =>
    fields(profileLines(profile, Date.now())).forEach((line) => print(line))
  const onError = (error: unknown): void => print(`Error: ${sentence(error)}`)

  const run = async (raw: string): Promise<void> => {
    const line = readLine(raw, slashCommands)
    const again = line.type === 'guard' && line.text === guarded
    guarded = line.type === 'guard' ? line.text : undefined
    switch (line.type) {
      case 'empty':
        return
      case 'text':
        return send(current, line.text)
      case 'command':
        return line.command.run(line.args, context())
      case 'unknown':
        return print(line.problem)
      case 'guard':
        return again ? send(current, line.text) : print(line.problem)
    }
  }

  return {
    get current() {
      return current
    },
    open,
    line: (text) => run(text).catch(onError)
  }
}

type Panel = (client: Client, current: string | undefined) => Promise<string[]>

const panels: Record<Parameters<SlashContext['show']>[0], Panel> = {
  help: async () => [
    'A line is sent to the open conversation. One that begins with // is sent with one / as text.',
    ...slashCommands.map(({ usage, summary }) => `${usage}: ${summary}`)
  ],
  async who(client, current) {
    if (current === undefined) return ['You are in no conversation.']
    const people = current.startsWith('#') ? await client.people(current) : [await client.find(current)]
    return table(personRows(people, Date.now()))
  },
  invite: async (client) => [(await client.status()).invite ?? 'No network is known.']
}

async function roomNews(client: Client, room: string): Promise<string> {
  const others = (await client.people(room)).filter(({ status, me }) => status !== 'offline' && !me)
  const names = others.map(({ name }) => safeLine(name)).join(', ')
  return `Now in ${room}. ${others.length === 0 ? 'Nobody else is seen here yet.' : `Here: ${names}.`}`
}
