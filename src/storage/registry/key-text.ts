/** Two texts as one key that no other two texts have, and that begins with the first. */
export function joined(first: string, second: string): string {
  return `${plain(first)}\0${wellFormed(second)}`
}

/** A text that may be the first of two. @throws RangeError where it may not */
export function plain(text: string): string {
  if (text.includes('\0')) throw new RangeError('A zero character in a namespace or log')
  return wellFormed(text)
}

// Checked before the work is queued: in the queue it would fail a whole round.
function wellFormed(text: string): string {
  if (!text.isWellFormed()) throw new RangeError('A lone surrogate in a key')
  return text
}

/** As text that sorts as the numbers do. */
export const sortable = (number: bigint | number, digits: number): string =>
  number.toString(16).padStart(digits, '0')
