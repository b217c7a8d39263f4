import { useEffect, useState } from 'react'
import { anchorAtTop, scroll, scrollTop, windowRows } from '../rows/window.ts'
import type { Anchor, Window, WindowInput } from '../rows/window.ts'

export interface Scroll {
  window: Window
  /** Whether somebody reads back: new messages do not move what is in sight. */
  scrolled: boolean
  /** Messages behind the one that was newest when the reading back began. */
  newer: number
  by(rows: number): void
  toTop(): void
  toBottom(): void
  toMessage(id: string): void
}

interface Place {
  conversation: string
  anchor: Anchor
  /** The newest message when the reading back began. */
  newest: string | undefined
}

/** Where in the open conversation one reads. Another conversation begins at its bottom. */
export function useScroll(input: Omit<WindowInput, 'anchor'>): Scroll {
  const { name } = input.conversation
  const { timeline } = input.blocks
  const [place, setPlace] = useState<Place | undefined>()
  useEffect(() => setPlace(undefined), [name])
  const hereOf = (one: Place | undefined): Place | undefined => (one?.conversation === name ? one : undefined)
  const here = hereOf(place)
  const last = timeline.entries.length - 1
  const newest = here?.newest === undefined ? -1 : timeline.indexOf(here.newest)

  // Each step begins where the one before it ended, also when several come before the next frame.
  const move = (step: (from: WindowInput) => Anchor): void =>
    setPlace((before) => {
      const from = hereOf(before)
      const anchor = step({ ...input, anchor: from?.anchor })
      const newest = from?.newest ?? timeline.entries[last]?.message.id
      return anchor === undefined ? undefined : { conversation: name, anchor, newest }
    })
  return {
    window: windowRows({ ...input, anchor: here?.anchor }),
    scrolled: here !== undefined,
    newer: newest < 0 ? 0 : last - newest,
    by: (rows) => move((from) => scroll(from, rows)),
    toTop: () => move(scrollTop),
    toBottom: () => move(() => undefined),
    toMessage: (id) => move((from) => anchorAtTop(from, id))
  }
}
