import { nearest } from '../text/fuzzy.ts'
import type { SlashCommand } from './types.ts'

/** What a text is, before anything is done with it. */
export type Line =
  | { type: 'empty' }
  | { type: 'text'; text: string }
  | { type: 'command'; command: SlashCommand; args: string }
  /** Never sent: what is wrong, in a sentence. */
  | { type: 'unknown'; problem: string }
  /** A command behind a space: sent as text only when it is said twice. */
  | { type: 'guard'; text: string; problem: string }

export function readLine(raw: string, commands: readonly SlashCommand[]): Line {
  const text = raw.replace(/^\n+|\s+$/g, '')
  if (text === '') return { type: 'empty' }
  if (text.startsWith('//')) return { type: 'text', text: text.slice(1) }
  if (text.startsWith('/')) return readCommand(text, commands)
  const hidden = /^\s+\/([a-z]+)/i.exec(text)?.[1]?.toLowerCase()
  if (commands.some(({ name }) => name === hidden)) {
    const problem = `A space stands before /${hidden}, so this would be sent as text. Enter sends it all the same.`
    return { type: 'guard', text, problem }
  }
  return { type: 'text', text }
}

function readCommand(text: string, commands: readonly SlashCommand[]): Line {
  const [, typed, args] = /^\/(\S*)\s*([^]*)$/.exec(text)!
  const name = typed!.toLowerCase()
  const command = commands.find((candidate) => candidate.name === name)
  if (command !== undefined) return { type: 'command', command, args: args! }
  const suggestion = nearest(
    name,
    commands.map((candidate) => candidate.name)
  )
  const hint = suggestion === undefined ? '' : ` Did you mean /${suggestion}?`
  return { type: 'unknown', problem: `There is no command /${typed}.${hint} To send it as text, write //` }
}
