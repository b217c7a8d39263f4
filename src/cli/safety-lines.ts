import encodeQR from 'qr'
import type { Trust, Verification } from '../node/index.ts'

/** What trust means for the person, in a sentence. */
export const trustSentence: Readonly<Record<Trust, (name: string) => string>> = {
  unverified: (name) => `You have not verified ${name} yet.`,
  verified: (name) => `You have verified ${name}.`,
  changed: (name) =>
    `The account key of ${name} is another than the one you last looked at. Nothing is sent until you say so.`
}

/** The number in groups of five digits, four in a row. */
export function digitRows({ safety_number }: Verification): string[] {
  const groups = safety_number.match(/.{5}/g) ?? []
  return [0, 4, 8].map((at) => groups.slice(at, at + 4).join(' '))
}

/** The number as a QR code for a dark background: any scanner shows the digits. */
export const qrRows = ({ safety_number }: Verification): string[] =>
  encodeQR(safety_number, 'ascii', { ecc: 'low', border: 1 }).trimEnd().split('\n')
