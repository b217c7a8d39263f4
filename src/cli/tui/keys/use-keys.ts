import { useInput, usePaste } from 'ink'
import { useEffect, useEffectEvent } from 'react'
import { useTerminal } from '../terminal/context.ts'
import { keyPress } from './key-press.ts'
import type { KeyPress } from './key-press.ts'

interface KeyHandlers {
  onKey: (press: KeyPress) => void
  onPaste?: (text: string) => void
  active: boolean
}

/** Keys of Ink and those that Ink cannot tell apart, in one stream. */
export function useKeys({ onKey, onPaste, active }: KeyHandlers): void {
  const terminal = useTerminal()
  useInput(
    (input, key) => {
      const press = keyPress(input, key)
      if (press !== undefined) onKey(press)
    },
    { isActive: active }
  )
  usePaste((text) => onPaste?.(text), { isActive: active })
  const onSpecial = useEffectEvent((key: string) => onKey({ key }))
  useEffect(() => (active ? terminal.onKey((key) => onSpecial(key)) : undefined), [terminal, active])
}
