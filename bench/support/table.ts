/** Drawn as Markdown, which reads well on a terminal too. Numbers are set right. */
export interface Table {
  columns: string[]
  rows: (string | number)[][]
}

export function drawTable({ columns, rows }: Table): string {
  const isNumeric = columns.map((_, index) => rows.every((row) => typeof row[index] === 'number'))
  const cells = [columns, ...rows].map((row) => row.map(cell))
  const widths = columns.map((_, index) => Math.max(3, ...cells.map((row) => row[index]!.length)))
  const line = (row: string[]): string =>
    `| ${row.map((text, index) => pad(text, widths[index]!, isNumeric[index]!)).join(' | ')} |`
  const rule = widths.map((width, index) => '-'.repeat(width - 1) + (isNumeric[index] ? ':' : '-'))
  return [line(cells[0]!), line(rule), ...cells.slice(1).map(line)].join('\n')
}

const pad = (text: string, width: number, right: boolean): string =>
  right ? text.padStart(width) : text.padEnd(width)

function cell(value: string | number): string {
  return typeof value === 'string' ? value : rounded(value)
}

/** Three digits that count, more where the number is whole. */
export function rounded(value: number): string {
  if (!Number.isFinite(value)) return '-'
  const whole = Math.abs(value) >= 100 || Number.isInteger(value)
  return (whole ? Math.round(value) : Number(value.toPrecision(3))).toLocaleString('en')
}
