import { useEffect, useState } from 'react'
import { createComposer } from './composer/composer.ts'
import { Chat } from './panes/chat.tsx'
import { slashCommands } from './slash/index.ts'
import { createChatStore } from './store/chat-store.ts'
import { sentence } from './text/sentence.ts'
import type { AccountInfo } from '../../node/index.ts'
import type { Client, Status } from '../client/types.ts'
import type { CompletionSources } from './composer/completion.ts'
import type { ChatStore } from './store/chat-store.ts'

interface ChatScreenProps {
  client: Client
  status: Status
  me: AccountInfo
  size: { columns: number; rows: number }
  /** To be shown first. */
  warning: string | undefined
  redraw: () => void
}

/** The chat of an account: its store and composer live as long as it is shown. */
export function ChatScreen({ client, status, me, size, warning, redraw }: ChatScreenProps) {
  const [{ store, composer }] = useState(() => {
    const store = createChatStore(client, status, me)
    return { store, composer: createComposer(() => sourcesOf(store)) }
  })
  useEffect(() => {
    if (warning !== undefined) store.warn(warning)
    store.start().catch((error: unknown) => store.warn(sentence(error)))
    return () => store.stop()
  }, [store])
  return <Chat {...{ store, composer, size, redraw }} />
}

function sourcesOf(store: ChatStore): CompletionSources {
  const { conversations, people } = store.get()
  return {
    commands: slashCommands,
    people: people.filter(({ me }) => !me).map(({ name }) => name),
    rooms: conversations.filter(({ kind }) => kind === 'room').map(({ name }) => name)
  }
}
