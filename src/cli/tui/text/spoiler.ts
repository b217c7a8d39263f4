const mark = '||'

/** Where in a list of texts a spoiler begins or ends. */
export interface SpoilerMark {
  text: number
  offset: number
}

/**
 * Pairs of `||` around something hidden, in the texts of one paragraph. No space stands on their inner sides, so that
 * `a || b || c` stays code. A plain scan, because markdown-it's text rule does not stop at a bar.
 */
export function spoilerMarks(texts: readonly string[]): SpoilerMark[] {
  const pairs: SpoilerMark[] = []
  let open: SpoilerMark | undefined
  texts.forEach((content, text) => {
    for (let offset = content.indexOf(mark); offset >= 0; offset = content.indexOf(mark, offset + 2)) {
      const before = content[offset - 1] ?? '|'
      const after = content[offset + 2] ?? '|'
      if (open === undefined && after !== ' ') open = { text, offset }
      else if (open !== undefined && before !== ' ' && !adjoin(open, { text, offset })) {
        pairs.push(open, { text, offset })
        open = undefined
      }
    }
  })
  return pairs
}

const adjoin = (open: SpoilerMark, close: SpoilerMark): boolean =>
  open.text === close.text && close.offset === open.offset + mark.length
