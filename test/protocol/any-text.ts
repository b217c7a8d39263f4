import fc from 'fast-check'

const codePoint = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 0x7f }) },
  fc.integer({ min: 0, max: 0xd7ff }),
  fc.integer({ min: 0xe000, max: 0x10ffff }),
  fc.constantFrom(0, 0xfeff, 0x2028, 0xfffd, 0x10ffff)
)

/** Text of any characters that Unicode has. */
export const anyText = (maxLength = 30): fc.Arbitrary<string> =>
  fc.array(codePoint, { maxLength }).map((points) => String.fromCodePoint(...points))
