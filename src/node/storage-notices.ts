/** Between two notices of the same trouble, ms. */
const interval = 60_000

/** Tells the person that nothing can be stored: once in a while, however often it fails. */
export function storageNotices(onNotice: (text: string) => void): (error: unknown) => void {
  /** ms since 1970. */
  let told = 0
  return (error) => {
    if (Date.now() - told < interval) return
    told = Date.now()
    const why = error instanceof Error ? error.message : String(error)
    onNotice(`Messages can't be stored, so none are acknowledged or shown. ${why}`)
  }
}
