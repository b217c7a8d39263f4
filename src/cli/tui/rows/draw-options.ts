import type { Colour } from '../../../node/index.ts'

/** What the look of a message depends on, besides the message. */
export interface DrawOptions {
  columns: number
  /** Name of the account: what counts as a mention. */
  me: string
  /** Columns of the names beside the texts; 0 where the pane is too narrow and names stand above. */
  nameColumns: number
  /** Whether spoilers are open. */
  reveal: boolean
  /** Chosen by people, by their account ids. */
  colours: ReadonlyMap<string, Colour>
}

/** Panes below this have no room for names beside the texts. */
const minColumnsBeside = 60

/** `longest` is the longest name that may have to fit. */
export function drawOptions(
  columns: number,
  me: string,
  longest: number,
  reveal: boolean,
  colours: DrawOptions['colours'] = new Map()
): DrawOptions {
  const most = columns < 76 ? 10 : 14
  const nameColumns = columns < minColumnsBeside ? 0 : Math.min(most, Math.max(5, longest))
  return { columns, me, nameColumns, reveal, colours }
}
