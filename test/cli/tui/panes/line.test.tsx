import '../force-colour.ts'
import { renderToString } from 'ink'
import { expect, test } from 'vitest'
import { Line, Lines } from '../../../../src/cli/tui/panes/line.tsx'
import { ThemeContext } from '../../../../src/cli/tui/themes/context.ts'
import { themes } from '../../../../src/cli/tui/themes/index.ts'
import type { Row } from '../../../../src/cli/tui/text/spans.ts'
import type { ThemeName } from '../../../../src/cli/tui/themes/index.ts'

const draw = (row: Row, theme: ThemeName = 'dark'): string =>
  renderToString(
    <ThemeContext value={themes[theme]}>
      <Line row={row} />
    </ThemeContext>,
    { columns: 60 }
  )

test('styles are drawn as styles', () => {
  expect(draw([{ text: 'bold', bold: true }])).toBe('\x1b[1mbold\x1b[22m')
  expect(draw([{ text: 'struck', strike: true }])).toBe('\x1b[9mstruck\x1b[29m')
  expect(draw([{ text: 'slanted', italic: true }])).toBe('\x1b[3mslanted\x1b[23m')
})

test('a person has the colour of the theme, and weight where there is none', () => {
  expect(draw([{ text: 'bob', hue: 0 }])).toContain('\x1b[38;2;255;143;143m')
  expect(draw([{ text: 'bob', hue: 0 }], 'mono')).toBe('\x1b[1mbob\x1b[22m')
})

test('a role looks as its theme says', () => {
  expect(draw([{ text: 'x', role: 'mentions' }])).toContain('\x1b[48;2;255;212;121m')
  expect(draw([{ text: 'x', role: 'mentions' }], 'mono')).toContain('\x1b[7m')
})

test('links are links, on their own text alone', () => {
  const url = 'https://example.org/'
  const drawn = draw([
    { text: 'see ' },
    { text: 'https://example.org', link: url, role: 'link' },
    { text: ' end' }
  ])
  expect(drawn.indexOf(url)).toBeGreaterThan(drawn.indexOf('see'))
  expect(drawn.indexOf(' end')).toBeGreaterThan(drawn.lastIndexOf('\x1b]8;;'))
})

test('rows stand below one another, empty ones too', () => {
  const rows: Row[] = [[{ text: 'a' }], [{ text: ' ' }], [{ text: 'b' }]]
  expect(renderToString(<Lines rows={rows} />, { columns: 20 })).toBe('a\n\nb')
})
