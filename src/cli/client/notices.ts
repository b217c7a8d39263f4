import { safeLine } from '../tui/text/safe-text.ts'
import type { Output } from '../output.ts'
import type { ClientEvent } from './types.ts'

/** Puts what the node has to tell the person on stderr. */
export const noticesTo =
  (output: Output): ((event: ClientEvent) => void) =>
  (event) => {
    if (event.type === 'notice') output.note(`starling: ${safeLine(event.text)}`)
  }
