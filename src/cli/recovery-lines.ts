const perRow = 4

/** The 12 words, numbered, as rows to copy from. */
export function codeRows(code: string): string[] {
  const words = code.split(' ').map((word, index) => `${String(index + 1).padStart(2)} ${word.padEnd(9)}`)
  return Array.from({ length: Math.ceil(words.length / perRow) }, (_, row) =>
    words
      .slice(row * perRow, (row + 1) * perRow)
      .join(' ')
      .trimEnd()
  )
}

/** What a recovery code is for. */
export const codeMeaning = (name: string): string =>
  'These words get your account back where the password is lost: ' +
  `"starling recover ${name}". Whoever has them has your account. Nobody can show them again.`

/** A new recovery code, told in lines. */
export const codeLines = (name: string, code: string): string[] => [
  '',
  'Your recovery code. Write it down, on paper, now:',
  '',
  ...codeRows(code),
  '',
  codeMeaning(name)
]
