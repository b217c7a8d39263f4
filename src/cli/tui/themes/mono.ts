import type { Look, Theme } from './types.ts'

const plain: Look = {}
const dim: Look = { dimColor: true }
const bold: Look = { bold: true }

/** Without colour, for NO_COLOR: weight, underline and inverse say what colours say elsewhere. */
export const mono: Theme = {
  name: 'mono',
  looks: {
    text: plain,
    dim,
    faint: dim,
    accent: bold,
    name: bold,
    mention: { inverse: true },
    link: { underline: true },
    code: { underline: true },
    codeBlock: plain,
    quote: dim,
    quoteBar: dim,
    mentionBar: bold,
    spoiler: dim,
    system: { dimColor: true, italic: true },
    qr: plain,
    bar: { inverse: true },
    barTitle: { inverse: true, bold: true },
    barDim: { inverse: true },
    rule: dim,
    border: plain,
    heading: bold,
    selected: { inverse: true },
    key: bold,
    field: { underline: true },
    online: plain,
    away: plain,
    offline: dim,
    unread: bold,
    mentions: { inverse: true, bold: true },
    marker: bold,
    warning: bold,
    error: bold,
    waiting: plain,
    delivered: dim
  },
  hues: Array.from({ length: 12 }, () => bold)
}
