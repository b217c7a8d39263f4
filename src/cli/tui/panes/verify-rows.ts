import { digitRows, qrRows, trustSentence } from '../../safety-lines.ts'
import { safeLine } from '../text/safe-text.ts'
import { wrapSpans } from '../text/wrap.ts'
import type { Verification } from '../../../node/index.ts'
import type { Role } from '../themes/types.ts'
import type { Row } from '../text/spans.ts'

const tone = { unverified: 'dim', verified: 'online', changed: 'warning' } as const

/** The safety number of somebody and oneself: a code above the digits where there is room. */
export function verifyRows(verification: Verification, columns: number, height: number): Row[] {
  const name = safeLine(verification.name)
  const say = (text: string, role: Role): Row[] => wrapSpans([{ text, role }], columns)
  const digits = digitRows(verification)
  const code = qrRows(verification)
  const words = [
    ...say(trustSentence[verification.trust](name), tone[verification.trust]),
    [],
    ...digits.map((text): Row => [{ text, role: 'accent' }]),
    [],
    ...say(`Compare with what ${name} sees, by voice or face to face: /verify there shows the same.`, 'dim')
  ]
  const hasRoom = height >= words.length + code.length + 1
  return hasRoom ? [...code.map((text): Row => [{ text, role: 'qr' }]), [], ...words] : words
}
