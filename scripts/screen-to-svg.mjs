// Draws the screen of an @xterm/headless terminal as SVG.

const base16 = [
  '#1e1e2e',
  '#f38ba8',
  '#a6e3a1',
  '#f9e2af',
  '#89b4fa',
  '#cba6f7',
  '#94e2d5',
  '#bac2de',
  '#585b70',
  '#f38ba8',
  '#a6e3a1',
  '#f9e2af',
  '#89b4fa',
  '#f5c2e7',
  '#94e2d5',
  '#ffffff'
]
const [background, foreground] = ['#11111b', '#cdd6f4']
const [cellWidth, cellHeight, padding, fontSize, baseline] = [8.43, 18, 12, 14, 13.5]

/** The screen as it is now. */
export function screenToSvg(terminal) {
  const { cols, rows, buffer } = terminal
  const cells = [...cellsOf(buffer.active, rows, cols)]
  const [width, height] = [Math.ceil(cols * cellWidth + 2 * padding), rows * cellHeight + 2 * padding]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="${fontSize}">`,
    `<rect width="100%" height="100%" rx="8" fill="${background}"/>`,
    ...runs(cells, 'bg')
      .filter(({ bg }) => bg !== background)
      .map(backgroundOf),
    ...runs(cells, 'style')
      .filter(({ text }) => text.trim() !== '')
      .map(textOf),
    '</svg>',
    ''
  ].join('\n')
}

function* cellsOf(buffer, rows, cols) {
  for (let y = 0; y < rows; y++) {
    const line = buffer.getLine(buffer.viewportY + y)
    for (let x = 0; x < cols; x++) {
      const cell = line?.getCell(x)
      if (cell !== undefined && cell.getWidth() > 0) yield describe(cell, x, y)
    }
  }
}

function describe(cell, x, y) {
  let fg = cell.isFgRGB()
    ? rgb(cell.getFgColor())
    : cell.isFgPalette()
      ? palette(cell.getFgColor())
      : foreground
  let bg = cell.isBgRGB()
    ? rgb(cell.getBgColor())
    : cell.isBgPalette()
      ? palette(cell.getBgColor())
      : background
  if (cell.isInverse()) [fg, bg] = [bg, fg]
  const style = [
    `fill="${fg}"`,
    cell.isBold() ? 'font-weight="bold"' : '',
    cell.isItalic() ? 'font-style="italic"' : '',
    cell.isDim() ? 'opacity="0.55"' : '',
    cell.isUnderline()
      ? 'text-decoration="underline"'
      : cell.isStrikethrough()
        ? 'text-decoration="line-through"'
        : ''
  ]
  return {
    x,
    y,
    width: cell.getWidth(),
    text: cell.getChars() || ' ',
    bg,
    style: style.filter(Boolean).join(' ')
  }
}

/** Neighbours that agree in one property, as one. Wide characters stand alone, for fonts that draw them narrower. */
function runs(cells, property) {
  const found = []
  for (const cell of cells) {
    const last = found.at(-1)
    const joins =
      last !== undefined &&
      last.y === cell.y &&
      last.x + last.width === cell.x &&
      last[property] === cell[property]
    if (joins && (property === 'bg' || (last.plain && cell.width === 1))) {
      last.width += cell.width
      last.text += cell.text
    } else found.push({ ...cell, plain: cell.width === 1 })
  }
  return found
}

const left = (x) => (padding + x * cellWidth).toFixed(2)

const backgroundOf = ({ x, y, width, bg }) =>
  `<rect x="${left(x)}" y="${padding + y * cellHeight}" width="${(width * cellWidth).toFixed(2)}" height="${cellHeight}" fill="${bg}"/>`

const textOf = ({ x, y, width, text, style }) =>
  `<text x="${left(x)}" y="${padding + y * cellHeight + baseline}" textLength="${(width * cellWidth).toFixed(2)}" xml:space="preserve" ${style}>${escape(text)}</text>`

const escape = (text) =>
  text.replace(
    /[&<>"]/g,
    (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character]
  )

const rgb = (color) => `#${color.toString(16).padStart(6, '0')}`

function palette(index) {
  if (index < 16) return base16[index]
  if (index >= 232) return rgb((8 + (index - 232) * 10) * 0x010101)
  const level = (value) => (value === 0 ? 0 : 55 + value * 40)
  const cube = index - 16
  return rgb((level(Math.floor(cube / 36)) << 16) + (level(Math.floor(cube / 6) % 6) << 8) + level(cube % 6))
}
