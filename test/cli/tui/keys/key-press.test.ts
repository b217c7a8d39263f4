import { expect, test } from 'vitest'
import { keyPress } from '../../../../src/cli/tui/keys/key-press.ts'
import type { Key } from 'ink'

const press = (input: string, flags: Partial<Key> = {}) => keyPress(input, flags as Key)

test('text is text', () => {
  expect(press('a')).toEqual({ text: 'a' })
  expect(press('日本')).toEqual({ text: '日本' })
  expect(press('A', { shift: true })).toEqual({ text: 'A' })
  expect(press(' ')).toEqual({ text: ' ' })
})

test('keys have names, with their modifiers in one order', () => {
  expect(press('', { return: true })).toEqual({ key: 'enter' })
  expect(press('\r', { return: true, shift: true })).toEqual({ key: 'shift+enter' })
  expect(press('', { return: true, meta: true })).toEqual({ key: 'alt+enter' })
  expect(press('', { tab: true, shift: true })).toEqual({ key: 'shift+tab' })
  expect(press('', { leftArrow: true, ctrl: true })).toEqual({ key: 'ctrl+left' })
  expect(press('k', { ctrl: true })).toEqual({ key: 'ctrl+k' })
  expect(press('M', { meta: true, shift: true })).toEqual({ key: 'alt+m' })
})

test('ctrl-j is the same with and without the kitty protocol', () => {
  expect(press('\n')).toEqual({ key: 'ctrl+j' })
  expect(press('j', { ctrl: true })).toEqual({ key: 'ctrl+j' })
})

test('what has neither name nor text is no key', () => {
  expect(press('')).toBeUndefined()
})
