import { messageLine } from '../format.ts'
import { networkNews } from '../network-news.ts'
import { safeLine } from '../tui/text/safe-text.ts'
import type { Message } from '../../node/index.ts'
import type { Client, ClientEvent } from '../client/types.ts'

export interface FeedInit {
  client: Client
  print: (text: string) => void
  /** Whether the terminal shows what is typed: then it is not printed again. */
  isTyped: boolean
  /** The open conversation: what is printed of it counts as read. */
  current: () => string | undefined
  onClosed: (reason: string) => void
}

/** Everything that happens, printed once. */
export interface Feed {
  take(event: ClientEvent): void
  /** Prints the newest messages of a conversation, as far as they are not on the screen yet. */
  catchUp(conversation: string): Promise<void>
  /** Sends, and says so later where nobody holds the message. */
  send(to: string, text: string): Promise<void>
  /** Resolves once everything sent is held by somebody, or was said to be queued. */
  settled(): Promise<void>
}

/** Messages that are printed when a conversation is opened. */
const shown = 10
/** How long a message may take before the person is told, ms. */
const patience = 10_000

export function createFeed({ client, print, isTyped, current, onClosed }: FeedInit): Feed {
  const printed = new Set<string>()
  const deliveries = new Set<Promise<void>>()
  let sending: Promise<unknown> = Promise.resolve()
  const onNetwork = networkNews((text) => print(safeLine(text)))

  const show = (message: Message): void => {
    if (printed.has(message.id)) return
    printed.add(message.id)
    print(messageLine(message))
    if (message.conversation === current()) client.markRead(message.conversation).catch(() => {})
  }
  const watch = async (id: string): Promise<void> => {
    const held = await client.delivered(id, patience).catch(() => true)
    if (!held) print('Queued: nobody holds the last message yet. It goes out when the others can be reached.')
  }

  return {
    take(event) {
      if (event.type === 'message') {
        // Which of one's own messages were typed here is known once they are sent.
        const wait = event.message.own && isTyped ? sending : undefined
        if (wait === undefined) show(event.message)
        else void wait.catch(() => {}).then(() => show(event.message))
      } else if (event.type === 'notice') print(`Note: ${safeLine(event.text)}`)
      else if (event.type === 'network') onNetwork(event.network)
      else if (event.type === 'closed') onClosed(event.reason)
    },
    async catchUp(conversation) {
      for (const message of await client.history(conversation, { limit: shown })) show(message)
      await client.markRead(conversation)
    },
    async send(to, text) {
      const sent = client.send(to, text)
      const noted = sent.then(({ id }) => isTyped && printed.add(id))
      sending = noted
      await noted
      const delivery = watch((await sent).id)
      deliveries.add(delivery)
      void delivery.finally(() => deliveries.delete(delivery))
    },
    settled: async () => void (await Promise.all(deliveries))
  }
}
