import { expect, test } from 'vitest'
import { readLine, slashCommands } from '../../../../src/cli/tui/slash/index.ts'

const read = (text: string) => readLine(text, slashCommands)

test('text is text, without the space around it', () => {
  expect(read('hello')).toEqual({ type: 'text', text: 'hello' })
  expect(read('\n\nhello \n')).toEqual({ type: 'text', text: 'hello' })
  expect(read('  indented')).toEqual({ type: 'text', text: '  indented' })
})

test('nothing is nothing', () => {
  for (const text of ['', ' ', '\n \n']) expect(read(text)).toEqual({ type: 'empty' })
})

test('a command and what follows it', () => {
  expect(read('/join #dev ')).toMatchObject({ type: 'command', command: { name: 'join' }, args: '#dev' })
  expect(read('/WHO')).toMatchObject({ type: 'command', command: { name: 'who' }, args: '' })
  expect(read('/msg bob one\ntwo')).toMatchObject({ args: 'bob one\ntwo' })
})

test('an unknown command is an error that helps', () => {
  expect(read('/jion #dev')).toEqual({
    type: 'unknown',
    problem: 'There is no command /jion. Did you mean /join? To send it as text, write //'
  })
  expect(read('/usr/bin/env')).toMatchObject({ type: 'unknown' })
  expect(read('/')).toMatchObject({ type: 'unknown' })
})

test('two slashes escape', () => {
  expect(read('//join')).toEqual({ type: 'text', text: '/join' })
  expect(read('///')).toEqual({ type: 'text', text: '//' })
})

test('a command behind a space is guarded, a path is not', () => {
  expect(read(' /join #dev')).toMatchObject({ type: 'guard', text: ' /join #dev' })
  expect(read('  /msg bob hi')).toMatchObject({ type: 'guard' })
  expect(read(' /usr/bin')).toMatchObject({ type: 'text' })
  expect(read('look at /join')).toMatchObject({ type: 'text' })
})
