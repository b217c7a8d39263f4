import { readLine, slashCommands } from '../slash/index.ts'
import { sentence } from '../text/sentence.ts'
import type { SlashContext } from '../slash/index.ts'
import type { Composer } from './composer.ts'

interface SubmitInit {
  composer: Composer
  /** What slash commands act on, at this moment. */
  context: () => SlashContext
}

/** Sends what is written, or does what it says. A text that did not get through comes back with the reason. */
export function createSubmit({ composer, context }: SubmitInit): () => Promise<void> {
  let guarded: string | undefined

  return async () => {
    const raw = composer.get().draft.text
    const line = readLine(raw, slashCommands)
    switch (line.type) {
      case 'empty':
        return
      case 'unknown':
        return composer.remark({ tone: 'error', text: line.problem })
      case 'guard':
        if (guarded !== raw) {
          guarded = raw
          return composer.remark({ tone: 'error', text: line.problem })
        }
        return send(line.text)
      case 'text':
        return send(line.text)
      case 'command':
        return keeping('', () => line.command.run(line.args, context()))
    }
  }

  async function send(text: string): Promise<void> {
    const { conversation } = composer.get()
    if (conversation === '') {
      const problem = 'No conversation is open. ctrl-k goes to one, /join #ROOM enters one.'
      return composer.remark({ tone: 'error', text: problem })
    }
    await keeping(`Not sent to ${conversation}. `, () => context().send(conversation, text))
  }

  async function keeping(prefix: string, work: () => void | Promise<void>): Promise<void> {
    const { conversation } = composer.get()
    guarded = undefined
    const raw = composer.take()
    try {
      await work()
    } catch (error) {
      composer.putBack(conversation, raw, { tone: 'error', text: prefix + sentence(error) })
    }
  }
}
