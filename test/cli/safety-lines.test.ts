import { expect, test } from 'vitest'
import decodeQR from 'qr/decode.js'
import { digitRows, qrRows } from '../../src/cli/safety-lines.ts'
import { verifyRows } from '../../src/cli/tui/panes/verify-rows.ts'
import { lines } from './tui/messages.ts'

const safety_number = '300354477692869396892869876765458257569162576843440918079131'
const verification = { name: 'bob', id: 'b', safety_number, trust: 'unverified' } as const

test('digits stand in groups of five', () => {
  expect(digitRows(verification)).toEqual([
    '30035 44776 92869 39689',
    '28698 76765 45825 75691',
    '62576 84344 09180 79131'
  ])
})

test('the code on the screen is read as the digits', () => {
  expect(decodeQR(imageOf(qrRows(verification)))).toBe(safety_number)
})

test('a small screen has the digits without the code', () => {
  const small = lines(verifyRows(verification, 52, 20))
  const large = lines(verifyRows(verification, 52, 46))
  expect(small).toEqual(large.slice(-small.length))
  expect(large.length).toBeGreaterThan(small.length + 10)
  for (const row of digitRows(verification)) expect(small).toContain(row)
})

/** What a camera sees: half blocks are light, on a dark screen. */
function imageOf(rows: string[]): { width: number; height: number; data: Uint8Array } {
  const pixels = rows.flatMap((row) => [
    [...row].map((cell) => '█▀'.includes(cell)),
    [...row].map((cell) => '█▄'.includes(cell))
  ])
  const [zoom, border] = [4, 8]
  const side = pixels[0]!.length * zoom + 2 * border
  const height = pixels.length * zoom + 2 * border
  const data = new Uint8Array(side * height * 4).fill(255)
  for (const [y, line] of pixels.entries())
    for (const [x, light] of line.entries())
      for (let dy = 0; dy < zoom; dy++)
        for (let dx = 0; dx < zoom; dx++) {
          const at = 4 * ((y * zoom + dy + border) * side + x * zoom + dx + border)
          if (!light) data.fill(0, at, at + 3)
        }
  return { width: side, height, data }
}
