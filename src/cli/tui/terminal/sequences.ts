import { safeLine } from '../text/safe-text.ts'

/**
 * No automatic wrapping: without it one emoji that the terminal draws wider than we think tears the whole screen.
 * Reports of focus. The window's title is kept for later.
 */
export const enter = '\x1b[?7l\x1b[?1004h\x1b[22;0t'
export const leave = '\x1b[?7h\x1b[?1004l\x1b[23;0t'
/** Asks for the background's colour. */
export const askBackground = '\x1b]11;?\x1b\\'

export const setTitle = (title: string): string => `\x1b]2;${safeLine(title)}\x1b\\`

/** OSC 52: to the clipboard, of those terminals that allow it. */
export const copy = (text: string): string => `\x1b]52;c;${Buffer.from(text).toString('base64')}\x1b\\`
