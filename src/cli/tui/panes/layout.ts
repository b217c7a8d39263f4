export interface PaneChoice {
  /** What the person asked for; undefined leaves it to the width. */
  rooms: boolean | undefined
  people: boolean | undefined
  /** Messages alone. */
  bare: boolean
}

export interface Layout {
  columns: number
  rows: number
  /** Columns of each pane without the line beside it; 0 where it is hidden. */
  rooms: number
  main: number
  people: number
  /** Column where the main pane begins. */
  mainLeft: number
  /** Rows between title and status. */
  body: number
  /** 1 where title and status are shown, else 0. */
  bars: 0 | 1
}

/** Terminals below this cannot show a chat. */
export const minSize = { columns: 40, rows: 10 }
/** What a side pane must leave for the messages. */
const minMain = 36

/** Three panes from 100 columns, from 80 without the people, below that messages alone, unless F7 or F8 said otherwise. */
export function screenLayout(columns: number, rows: number, choice: PaneChoice): Layout {
  const bars = choice.bare ? 0 : 1
  const wide = columns >= 140
  const roomsWidth = wide ? 25 : 19
  const peopleWidth = wide ? 22 : 17
  let left = columns
  let rooms = 0
  let people = 0
  if (!choice.bare && (choice.rooms ?? columns >= 80) && left - roomsWidth - 1 >= minMain) {
    rooms = roomsWidth
    left -= rooms + 1
  }
  if (!choice.bare && (choice.people ?? columns >= 100) && left - peopleWidth - 1 >= minMain) {
    people = peopleWidth
    left -= people + 1
  }
  return {
    ...{ columns, rows, rooms, people, bars },
    main: left,
    mainLeft: rooms === 0 ? 0 : rooms + 1,
    body: rows - 2 * bars
  }
}
