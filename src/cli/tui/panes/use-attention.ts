import { useEffect, useState } from 'react'
import { useTerminal } from '../terminal/context.ts'
import type { ChatStore } from '../store/chat-store.ts'

/** Tells the store whether somebody looks at the newest messages. Terminals without focus reports count as focused. */
export function useAttention(store: ChatStore, atBottom: boolean): void {
  const terminal = useTerminal()
  const [focused, setFocused] = useState(true)
  useEffect(() => terminal.onFocus(setFocused), [terminal])
  useEffect(() => store.attend({ focused, atBottom }), [store, focused, atBottom])
}
