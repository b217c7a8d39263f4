import { createContext, use } from 'react'
import type { Terminal } from './terminal.ts'

export const TerminalContext = createContext<Terminal | undefined>(undefined)

export function useTerminal(): Terminal {
  const terminal = use(TerminalContext)
  if (terminal === undefined) throw new Error('no terminal')
  return terminal
}
