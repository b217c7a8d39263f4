/** Texts written in one conversation, and where one stands among them. The text not yet sent is the newest. */
export interface History {
  add(text: string): void
  /** The text before (-1) or behind (1) the current one; undefined at the ends. `current` is kept for the way back. */
  move(by: -1 | 1, current: string): string | undefined
  reset(): void
}

const maxTexts = 100

export function createHistory(): History {
  let texts: string[] = []
  let pending = ''
  let at: number | undefined

  return {
    add(text) {
      if (texts.at(-1) !== text) texts = [...texts, text].slice(-maxTexts)
      at = undefined
    },
    move(by, current) {
      const from = at ?? texts.length
      const to = from + by
      if (to < 0 || to > texts.length) return undefined
      if (at === undefined) pending = current
      at = to === texts.length ? undefined : to
      return texts[to] ?? pending
    },
    reset() {
      at = undefined
    }
  }
}
