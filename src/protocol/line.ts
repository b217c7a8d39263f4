const lineForm = /^\S(.*\S)?$/u
const control = /[\p{Cc}\u2028\u2029]/u

/** Characters as people count them, so far as code points are. */
export const lengthOf = (text: string): number => [...text].length

/** Whether a text is one line of up to `max` characters, without space around it. */
export const isLine = (text: string, max: number): boolean =>
  lengthOf(text) <= max && text.isWellFormed() && lineForm.test(text) && !control.test(text)
