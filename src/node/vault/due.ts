/** Work that is due some time: at the earliest that was asked for since it was done. */
export class Due {
  readonly #work: () => void
  #timer: NodeJS.Timeout | undefined
  /** ms since 1970. */
  #at = Infinity

  constructor(work: () => void) {
    this.#work = work
  }

  get isSet(): boolean {
    return this.#timer !== undefined
  }

  /** Within so many ms from now. */
  within(milliseconds: number): void {
    const at = Date.now() + milliseconds
    if (at >= this.#at) return
    this.clear()
    this.#at = at
    this.#timer = setTimeout(() => {
      this.clear()
      this.#work()
    }, milliseconds)
  }

  clear(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#at = Infinity
  }
}
