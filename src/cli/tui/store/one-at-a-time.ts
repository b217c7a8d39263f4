/**
 * Calls during the work lead to one more round of it, not to one each; rounds begin at least `space` ms apart. A round
 * that waits does not keep the process alive.
 */
export function oneAtATime(work: () => Promise<void>, space: number): () => void {
  let running = false
  let again = false

  const round = async (): Promise<void> => {
    running = true
    again = false
    const begun = Date.now()
    await work()
    const wait = again ? begun + space - Date.now() : 0
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait).unref())
    if (again) await round()
    running = false
  }

  return () => {
    if (running) again = true
    else void round()
  }
}
