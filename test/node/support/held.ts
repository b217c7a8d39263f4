import { on } from 'node:events'
import type { Message, StarlingNode } from '../../../src/node/index.ts'

/** What was said; that somebody has a new device was not. */
export const contents = (messages: Message[]): string[] =>
  messages
    .map(({ content }) => content)
    .filter((content) => !/ a new device: | new device is in/.test(content))

/** What was said in a conversation, oldest first, once a node holds that many messages. */
export async function heldBy(node: StarlingNode, conversation: string, count: number): Promise<string[]> {
  // Listens before it looks, so that nothing comes in between.
  const news = on(node as unknown as EventTarget, 'message')
  try {
    for (;;) {
      const held = contents(await node.conversations.history(conversation, { limit: 1000 }))
      if (held.length >= count) return held
      await news.next()
    }
  } finally {
    await news.return?.()
  }
}
