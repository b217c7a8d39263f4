import { graphemes, width } from './width.ts'

/** Marks on one letter: real scripts stay below, towers that cover other lines do not. */
const maxMarks = 4
/** Of one character: marks that take room can follow without end, and a row must be able to hold it. */
const maxColumns = 4

const printableAscii = /^[\n -~]*$/
const lineEnds = /\r\n?|\u0085|\u2028|\u2029/g
const broken = /[\p{Cs}\p{Cn}]/gu
/** Parts of syllables that composed to none join without end as well. */
const looseJamo = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/g
const regional = /\p{Regional_Indicator}/u
const pictograph = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u
const skinTones = /[\u{1f3fb}-\u{1f3ff}]/gu
const invisible = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u20e3]/gu
/** Joiners shape words in Persian and Indic scripts; anywhere else they only hide. */
const idleJoiners =
  /(?<![\p{L}\p{M}])[\u200c\u200d]|(?<=[ -~])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}])/gu

/**
 * What of a text may reach the terminal: no control, escape, bidi or invisible characters, line ends as \n, tabs as
 * spaces. Emoji of several code points become their first one, because terminals disagree on how wide the others are,
 * and one that is measured wrongly shifts the rest of its row. Everything shown passes here, whoever wrote it.
 */
export function safeText(text: string): string {
  const spaced = text.replaceAll('\t', '    ')
  if (printableAscii.test(spaced)) return spaced
  const visible = spaced
    .replace(lineEnds, '\n')
    .replace(broken, '\ufffd')
    .replace(skinTones, '')
    .replace(invisible, '')
    .normalize('NFC')
    .replace(looseJamo, '\ufffd')
  // Emoji sequences fall apart before the joiners go, or their parts would stand side by side.
  const whole = graphemes(visible).map(firstPictograph).join('')
  const plain = whole.replace(idleJoiners, '').normalize('NFC')
  return graphemes(plain).map(safeGrapheme).join('')
}

/** The same on one line: names, titles, sentences of errors. */
export const safeLine = (text: string): string => safeText(text).replaceAll('\n', ' ')

function firstPictograph(grapheme: string): string {
  if (!pictograph.test(grapheme)) return grapheme
  if (!regional.test(grapheme)) return String.fromCodePoint(grapheme.codePointAt(0)!)
  const letters = [...grapheme].filter((point) => regional.test(point))
  // A flag is two of them; one alone is one or two columns wide, depending on whom one asks.
  return letters.length >= 2 ? letters.slice(0, 2).join('') : asLetter(letters[0]!)
}

const asLetter = (indicator: string): string =>
  String.fromCharCode(indicator.codePointAt(0)! - 0x1f1e6 + 'A'.charCodeAt(0))

function safeGrapheme(grapheme: string): string {
  if (grapheme === '\n') return grapheme
  let kept = ''
  let marks = 0
  for (const point of grapheme) {
    if (/\p{M}/u.test(point) && ++marks > maxMarks) continue
    if (width(kept + point) > maxColumns) break
    kept += point
  }
  return width(kept) === 0 ? '' : kept
}
