import type { Ratio } from './bench.ts'
import type { Table } from './table.ts'

export const ratioTable = (ratios: Ratio[]): Table => ({
  columns: ['ratio', 'value', 'aim', 'met'],
  rows: ratios.map(({ what, value, aim = '', met }) => [
    what,
    value,
    aim,
    met === undefined ? '' : met ? 'yes' : 'no'
  ])
})
