/**
 * How well the letters of `query` appear in `text`, in order: higher is better, undefined where they do not. The start
 * of the text, starts of words and letters side by side count more.
 */
export function fuzzyScore(query: string, text: string): number | undefined {
  const letters = text.toLowerCase()
  let score = 0
  let at = -1
  for (const letter of query.toLowerCase()) {
    const found = letters.indexOf(letter, at + 1)
    if (found < 0) return undefined
    if (found === at + 1) score += found === 0 ? 10 : 5
    else if (/[^a-z0-9]/.test(letters[found - 1]!)) score += 4
    else score -= Math.min(3, found - at - 1)
    at = found
  }
  return score - letters.length / 100
}

/** Those that match, best first; all in their order where the query is empty. */
export function fuzzySort<T>(query: string, items: readonly T[], textOf: (item: T) => string): T[] {
  if (query === '') return [...items]
  return items
    .flatMap((item) => {
      const score = fuzzyScore(query, textOf(item))
      return score === undefined ? [] : [{ item, score }]
    })
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item)
}

/** The nearest of `words`, for "did you mean"; undefined where none is near. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const ranked = words
    .map((candidate) => ({ candidate, steps: editDistance(word, candidate) }))
    .sort((a, b) => a.steps - b.steps)
  const best = ranked[0]
  return best !== undefined && best.steps <= Math.max(1, Math.floor(word.length / 2))
    ? best.candidate
    : undefined
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      row[j] = Math.min(swap, previous[j]! + 1, row[j - 1]! + 1)
    }
    previous = row
  }
  return previous[b.length]!
}
