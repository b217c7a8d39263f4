import type { Trust } from '../../../node/index.ts'
import type { Row } from '../text/spans.ts'

/** What stands behind a name. */
export const trustMark: Readonly<Record<Trust, Row>> = {
  unverified: [],
  verified: [{ text: ' ✓', role: 'online' }],
  changed: [{ text: ' !', role: 'warning' }]
}

export const trustWord: Readonly<Record<Trust, string>> = {
  unverified: '',
  verified: ' · verified',
  changed: ' · key changed'
}
