import { expect, test } from 'vitest'
import { bindingGroups, commandOf, keyLabel } from '../../../../src/cli/tui/keys/bindings.ts'

const bindings = bindingGroups.flatMap((group) => group.bindings)

test('no key does two things', () => {
  const keys = bindings.flatMap((binding) => binding.keys)
  expect(new Set(keys).size).toBe(keys.length)
})

test('no command stands twice in the table', () => {
  const commands = bindings.map(({ command }) => command)
  expect(new Set(commands).size).toBe(commands.length)
})

test('every line of help fits on a narrow screen', () => {
  for (const { keys, help } of bindings) {
    expect(help).not.toBe('')
    expect(help.length).toBeLessThan(60)
    expect(keys.length).toBeGreaterThan(0)
  }
})

test('finds what a key does', () => {
  expect(commandOf('ctrl+k')).toBe('switch')
  expect(commandOf('alt+m')).toBe('private')
  expect(commandOf('alt+7')).toBe('goto')
  expect(commandOf('ctrl+q')).toBeUndefined()
})

test('sending, private messages and help have keys', () => {
  expect(commandOf('enter')).toBe('send')
  expect(commandOf('alt+m')).toBe('private')
  expect(commandOf('f1')).toBe('help')
})

test('keys are written as people write them', () => {
  expect(keyLabel(['ctrl+k'])).toBe('ctrl-k')
  expect(keyLabel(['alt+enter', 'ctrl+j'])).toBe('alt-Enter, ctrl-j')
  expect(keyLabel(['pageup'])).toBe('PgUp')
  expect(keyLabel(['f7'])).toBe('F7')
  expect(keyLabel(['alt+1', 'alt+2', 'alt+3', 'alt+4', 'alt+5'])).toBe('alt-1 … alt-5')
})
