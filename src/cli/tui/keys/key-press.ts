import type { Key } from 'ink'

/** One key: a name such as `ctrl+k`, `alt+1`, `pageup` or `f1`, or text that was typed. */
export type KeyPress = { key: string; text?: never } | { key?: never; text: string }

const named: readonly (readonly [keyof Key, string])[] = [
  ['return', 'enter'],
  ['escape', 'escape'],
  ['tab', 'tab'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end']
]

/** What Ink reports, in one word; undefined for what is no key of ours. */
export function keyPress(input: string, key: Key): KeyPress | undefined {
  // Terminals without the kitty protocol send a line feed for ctrl-j.
  if (input === '\n' && !key.ctrl) return { key: 'ctrl+j' }
  const name = named.find(([flag]) => key[flag] === true)?.[1]
  const modifiers = `${key.ctrl ? 'ctrl+' : ''}${key.meta ? 'alt+' : ''}`
  if (name !== undefined) return { key: `${modifiers}${key.shift ? 'shift+' : ''}${name}` }
  if (input === '') return undefined
  return modifiers === '' ? { text: input } : { key: modifiers + input.toLowerCase() }
}
