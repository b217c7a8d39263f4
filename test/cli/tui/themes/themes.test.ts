import { expect, test } from 'vitest'
import { hueCount } from '../../../../src/cli/tui/text/hue.ts'
import { themeOf, themeOn, themes } from '../../../../src/cli/tui/themes/index.ts'
import type { Look } from '../../../../src/cli/tui/themes/index.ts'

/** WCAG 2: relative luminance and contrast. */
function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light! + 0.05) / (dark! + 0.05)
}

const backgrounds = { dark: ['#000000', '#1e1e1e', '#1e1e2e'], light: ['#ffffff', '#fafafa', '#fdf6e3'] }

test.each(['dark', 'light'] as const)('every hue of %s can be read on its backgrounds', (name) => {
  const { hues } = themes[name]
  expect(hues).toHaveLength(hueCount)
  expect(new Set(hues.map(({ color }) => color)).size).toBe(hueCount)
  for (const { color } of hues) {
    for (const background of backgrounds[name]) {
      expect(contrast(color!, background), `${color} on ${background}`).toBeGreaterThan(4.5)
    }
  }
})

test.each(['dark', 'light'] as const)('what %s paints on its own backgrounds can be read', (name) => {
  for (const [role, { color, backgroundColor }] of Object.entries(themes[name].looks)) {
    if (color === undefined || backgroundColor === undefined) continue
    expect(contrast(color, backgroundColor), role).toBeGreaterThan(4.5)
  }
})

test.each(['dark', 'light'] as const)('texts of %s can be read', (name) => {
  const { looks } = themes[name]
  for (const role of [
    'dim',
    'accent',
    'name',
    'link',
    'quote',
    'system',
    'error',
    'warning',
    'marker'
  ] as const) {
    expect(contrast(looks[role].color!, backgrounds[name][0]!), role).toBeGreaterThan(4.5)
  }
})

test('mono has no colour at all', () => {
  const looks: readonly Look[] = [...Object.values(themes.mono.looks), ...themes.mono.hues]
  for (const look of looks) {
    expect(look.color).toBeUndefined()
    expect(look.backgroundColor).toBeUndefined()
  }
  expect(themes.mono.hues).toHaveLength(hueCount)
})

test('mono still tells apart what matters', () => {
  const { looks } = themes.mono
  for (const role of ['mentions', 'selected', 'unread', 'marker', 'mention'] as const) {
    expect(looks[role]).not.toEqual(looks.text)
  }
  expect(looks.mentions).not.toEqual(looks.unread)
})

test('NO_COLOR is obeyed, unless it is empty', () => {
  expect(themeOf({ NO_COLOR: '1', COLORFGBG: '0;15' })).toBe('mono')
  expect(themeOf({ NO_COLOR: '' })).toBeUndefined()
})

test('COLORFGBG says what the background is', () => {
  expect(themeOf({ COLORFGBG: '0;15' })).toBe('light')
  expect(themeOf({ COLORFGBG: '15;default;0' })).toBe('dark')
  expect(themeOf({ COLORFGBG: 'nonsense' })).toBeUndefined()
  expect(themeOf({})).toBeUndefined()
})

test('the theme follows how bright the background is', () => {
  expect(themeOn([1, 1, 1])).toBe('light')
  expect(themeOn([0.99, 0.96, 0.89])).toBe('light')
  expect(themeOn([0, 0, 0])).toBe('dark')
  expect(themeOn([0, 0, 1])).toBe('dark')
})
