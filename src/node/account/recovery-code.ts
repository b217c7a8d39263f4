import { InvalidRecoveryCodeError } from '../../errors.ts'
import { readRecoveryCode, recoveryCodeWords } from '../../protocol/index.ts'
import type { RecoveryCodeProblem } from '../../protocol/index.ts'

/** The code's bytes. @throws InvalidRecoveryCodeError, which says where it is wrong */
export function readCode(text: string): Uint8Array {
  const code = readRecoveryCode(text)
  if (code instanceof Uint8Array) return code
  throw new InvalidRecoveryCodeError(explain(code))
}

function explain(problem: RecoveryCodeProblem): string {
  switch (problem.problem) {
    case 'length':
      return `A recovery code has ${recoveryCodeWords} words, and these are ${problem.words}. Write all of them, in their order.`
    case 'word': {
      const { word, position, nearest } = problem
      // It is what somebody typed, and ends up on a screen.
      const shown = /^\p{L}{1,20}$/u.test(word) ? ` (“${word}”)` : ''
      return `Word ${position} of the recovery code${shown} is none of its list. Did you mean ${nearest.slice(0, -1).join(', ')} or ${nearest.at(-1)}?`
    }
    case 'checksum':
      return 'These are words of recovery codes, but not one code: a word is another than it should be, or two changed places. Compare each with what you wrote down.'
  }
}
