// Rows come from level in blocks: one hop to its thread for up to so many rows or bytes, whichever is reached first.
const blockRows = 1000
const blockBytes = 256 * 1024

interface Rows<R> {
  nextv(size: number): Promise<R[]>
  close(): Promise<void>
}

/** Everything that an iterator of level finds, as it was when reading began. Leaving the loop early closes it. */
export async function* scan<R, T>(
  open: (options: { highWaterMarkBytes: number }) => Rows<R>,
  read: (row: R) => T,
  fail: (error: unknown) => Error
): AsyncGenerator<T, void, undefined> {
  let rows: Rows<R> | undefined
  try {
    rows = open({ highWaterMarkBytes: blockBytes })
    for (;;) {
      const block = await rows.nextv(blockRows)
      if (block.length === 0) return
      for (const row of block) yield read(row)
    }
  } catch (error) {
    throw fail(error)
  } finally {
    await rows?.close()
  }
}
