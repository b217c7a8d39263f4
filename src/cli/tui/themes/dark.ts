import type { Look, Theme } from './types.ts'

const bar = '#262a3d'
const ink = '#d5d9ea'
const grey = '#868cab'

/** For dark backgrounds. Each hue has a contrast of 4.5 or more on black and on dark grey. */
export const dark: Theme = {
  name: 'dark',
  looks: {
    text: {},
    dim: { color: grey },
    faint: { color: '#4a4f69' },
    accent: { color: '#7cb7ff' },
    name: { color: '#7cb7ff' },
    mention: { color: '#ffd479', bold: true },
    link: { color: '#7cb7ff', underline: true },
    code: { color: '#e6c384', backgroundColor: '#262a3d' },
    codeBlock: { color: '#c8cde6', backgroundColor: '#1d2030' },
    quote: { color: '#a4abc8' },
    quoteBar: { color: '#5b6185' },
    mentionBar: { color: '#ffd479' },
    spoiler: { color: '#5b6185' },
    system: { color: grey, italic: true },
    qr: { color: '#ffffff', backgroundColor: '#000000' },
    bar: { color: ink, backgroundColor: bar },
    barTitle: { color: '#ffffff', backgroundColor: bar, bold: true },
    barDim: { color: '#9aa0be', backgroundColor: bar },
    rule: { color: '#3b405a' },
    border: { color: '#5b6185' },
    heading: { color: grey, bold: true },
    selected: { color: '#ffffff', backgroundColor: '#3a4370', bold: true },
    key: { color: '#7cb7ff' },
    field: { color: '#ffffff', backgroundColor: '#262a3d' },
    online: { color: '#7fd88f' },
    away: { color: '#e6c384' },
    offline: { color: '#6b7090' },
    unread: { bold: true },
    mentions: { color: '#1a1b26', backgroundColor: '#ffd479', bold: true },
    marker: { color: '#ff8f73' },
    warning: { color: '#e6c384' },
    error: { color: '#ff8f8f' },
    waiting: { color: '#e6c384' },
    delivered: { color: '#6b7090' }
  },
  hues: [
    '#ff8f8f',
    '#ffa066',
    '#e6c384',
    '#c3d06a',
    '#8fd88f',
    '#6fd6b0',
    '#6fd3e0',
    '#7cb7ff',
    '#9aa5ff',
    '#c39bff',
    '#e895e0',
    '#ff93bd'
  ].map((color): Look => ({ color }))
}
