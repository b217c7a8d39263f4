import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concatBytes, maxPicture, readPicture, utf8 } from '../../src/protocol/index.ts'
import { mutations, truncations } from './mutations.ts'
import { jpeg, png } from './pictures.ts'

test('a picture says what it is and how large', () => {
  expect(readPicture(png(64, 48))).toEqual({ type: 'image/png', width: 64, height: 48 })
  expect(readPicture(jpeg(200, 256))).toEqual({ type: 'image/jpeg', width: 200, height: 256 })
  // From the middle of a larger buffer, as protobuf hands it out.
  const within = concatBytes(new Uint8Array(7), png(9, 8)).subarray(7)
  expect(readPicture(within)).toEqual({ type: 'image/png', width: 9, height: 8 })
})

test.each([
  ['no width', png(0, 64)],
  ['no height', png(64, 0)],
  ['too wide', png(257, 64)],
  ['too high', jpeg(64, 257)],
  ['as wide as a number can say', png(0xffffffff, 1)],
  ['too many bytes', concatBytes(png(64, 64), new Uint8Array(maxPicture))],
  ['another chunk first', concatBytes(png(64, 64).subarray(0, 12), utf8('IDAT'), png(64, 64).subarray(16))],
  ['a GIF', utf8('GIF89a' + '\0'.repeat(40))],
  ['SVG', utf8('<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"/>')],
  ['a JPEG without a frame', Uint8Array.of(0xff, 0xd8, 0xff, 0xd9)],
  [
    'a segment that goes nowhere',
    concatBytes(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0), new Uint8Array(40))
  ],
  ['nothing', new Uint8Array()]
])('%s is no picture', (_, bytes) => {
  expect(readPicture(bytes)).toBeUndefined()
})

test('any bytes are a picture within the limits, or none, and soon', () => {
  for (const whole of [png(64, 64), jpeg(64, 64)]) {
    for (const cut of truncations(whole).slice(0, 20)) expect(readPicture(cut)).toBeUndefined()
    fc.assert(
      fc.property(mutations(whole), (bytes) => {
        const picture = readPicture(bytes)
        if (picture === undefined) return
        for (const side of [picture.width, picture.height]) {
          expect(side).toBeGreaterThan(0)
          expect(side).toBeLessThanOrEqual(256)
        }
      })
    )
  }
})
