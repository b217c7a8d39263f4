/** Minutes without a key, until somebody counts as away. */
export const awayAfter = 10 * 60_000

export interface Idle {
  /** A key was pressed. */
  touch(): void
  stop(): void
}

/** Says when nobody has touched the keyboard for `after` ms, and when somebody is back. */
export function createIdle(after: number, onChange: (away: boolean) => void): Idle {
  let away = false
  const leave = (): void => {
    away = true
    onChange(true)
  }
  const timer = setTimeout(leave, after).unref()

  return {
    touch() {
      timer.refresh()
      if (!away) return
      away = false
      onChange(false)
    },
    stop: () => clearTimeout(timer)
  }
}
