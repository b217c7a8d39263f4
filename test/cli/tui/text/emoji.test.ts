import { expect, test } from 'vitest'
import { emoji } from '../../../../src/cli/tui/text/emoji.ts'
import { safeText } from '../../../../src/cli/tui/text/safe-text.ts'

test('every short code gives one code point that passes unchanged', () => {
  expect(emoji.size).toBeGreaterThan(80)
  for (const [code, picture] of emoji) {
    expect(code).toMatch(/^[a-z_]+$/)
    expect([...picture]).toHaveLength(1)
    expect(safeText(picture)).toBe(picture)
  }
})
