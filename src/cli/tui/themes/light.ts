import type { Look, Theme } from './types.ts'

const bar = '#e4e7f0'
const ink = '#2b3042'
const grey = '#666c85'

/** For light backgrounds. Each hue has a contrast of 4.5 or more on white and on light grey. */
export const light: Theme = {
  name: 'light',
  looks: {
    text: {},
    dim: { color: grey },
    faint: { color: '#a9aec2' },
    accent: { color: '#1f5fbf' },
    name: { color: '#1f5fbf' },
    mention: { color: '#8a4b00', bold: true },
    link: { color: '#1f5fbf', underline: true },
    code: { color: '#7a4a00', backgroundColor: '#eceef5' },
    codeBlock: { color: '#2b3042', backgroundColor: '#eff1f7' },
    quote: { color: '#555b73' },
    quoteBar: { color: '#9aa0b8' },
    mentionBar: { color: '#a85400' },
    spoiler: { color: '#9aa0b8' },
    system: { color: grey, italic: true },
    qr: { color: '#ffffff', backgroundColor: '#000000' },
    bar: { color: ink, backgroundColor: bar },
    barTitle: { color: '#000000', backgroundColor: bar, bold: true },
    barDim: { color: '#565c75', backgroundColor: bar },
    rule: { color: '#c9cede' },
    border: { color: '#9aa0b8' },
    heading: { color: grey, bold: true },
    selected: { color: '#000000', backgroundColor: '#cfdcf7', bold: true },
    key: { color: '#1f5fbf' },
    field: { color: '#000000', backgroundColor: '#e4e7f0' },
    online: { color: '#1c7a36' },
    away: { color: '#946200' },
    offline: { color: '#8b90a6' },
    unread: { bold: true },
    mentions: { color: '#ffffff', backgroundColor: '#a85400', bold: true },
    marker: { color: '#bf3a1d' },
    warning: { color: '#8a5a00' },
    error: { color: '#b3261e' },
    waiting: { color: '#8a5a00' },
    delivered: { color: '#8b90a6' }
  },
  hues: [
    '#b3261e',
    '#a8480c',
    '#855c00',
    '#5f6b00',
    '#2c7230',
    '#0b7260',
    '#04708a',
    '#1f5fbf',
    '#4b50c6',
    '#7440bf',
    '#9a2f9f',
    '#b0246b'
  ].map((color): Look => ({ color }))
}
