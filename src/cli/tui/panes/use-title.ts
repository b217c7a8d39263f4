import { useEffect } from 'react'
import { useTerminal } from '../terminal/context.ts'
import type { ChatState } from '../store/model.ts'

/** `(3) #lobby - starling`: what is unread, and where one is. */
export function useTitle({ conversations, active }: ChatState): void {
  const terminal = useTerminal()
  const unread = conversations.reduce((sum, one) => sum + one.unread, 0)
  const title = [unread > 0 ? `(${unread})` : '', active ?? '', active === undefined ? '' : '-', 'starling']
  const text = title.filter((part) => part !== '').join(' ')
  useEffect(() => terminal.setTitle(text), [terminal, text])
}
