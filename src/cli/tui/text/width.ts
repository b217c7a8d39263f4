import stringWidth from 'string-width'

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
const printableAscii = /^[ -~]*$/

/** Columns that a text takes in a terminal. The only measure: two that disagree tear a screen apart. */
export const width = (text: string): number => stringWidth(text)

/** What a person calls characters: a cursor never stands inside one, and a row never ends inside one. */
export function graphemes(text: string): string[] {
  if (printableAscii.test(text)) return text.split('')
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

/** Cuts to at most `columns`, with … where something is missing. */
export function truncate(text: string, columns: number): string {
  if (width(text) <= columns) return text
  if (columns < 1) return ''
  let kept = ''
  let used = 1
  for (const grapheme of graphemes(text)) {
    used += width(grapheme)
    if (used > columns) break
    kept += grapheme
  }
  return kept + '…'
}

/** Exactly `columns` wide: cut or filled up. */
export function fit(text: string, columns: number, align: 'left' | 'right' = 'left'): string {
  const cut = truncate(text, columns)
  const space = ' '.repeat(Math.max(0, columns - width(cut)))
  return align === 'left' ? cut + space : space + cut
}
