import { expect, test } from 'vitest'
import { createComposer } from '../../../../src/cli/tui/composer/composer.ts'
import { slashCommands } from '../../../../src/cli/tui/slash/index.ts'
import type { Composer } from '../../../../src/cli/tui/composer/composer.ts'

function composerOf(): Composer {
  const composer = createComposer(() => ({
    commands: slashCommands,
    people: ['bob', 'bobby', 'carol'],
    rooms: ['#dev']
  }))
  composer.open('#lobby')
  return composer
}

const text = (composer: Composer): string => composer.get().draft.text

test('each conversation keeps its text', () => {
  const composer = composerOf()
  composer.type('for the lobby')
  composer.open('bob')
  expect(composer.get()).toMatchObject({ conversation: 'bob', draft: { text: '' } })
  composer.type('for bob')
  composer.open('#lobby')
  expect(text(composer)).toBe('for the lobby')
})

test('each conversation keeps its history', () => {
  const composer = composerOf()
  composer.type('said in the lobby')
  expect(composer.take()).toBe('said in the lobby')
  expect(text(composer)).toBe('')
  composer.edit('previous')
  expect(text(composer)).toBe('said in the lobby')
  composer.open('bob')
  composer.edit('previous')
  expect(text(composer)).toBe('')
})

test('up goes through the rows of a text before it goes back in history', () => {
  const composer = composerOf()
  composer.type('older')
  composer.take()
  composer.type('one\ntwo')
  composer.edit('previous')
  expect(composer.get().draft).toMatchObject({ text: 'one\ntwo', cursor: 3 })
  composer.edit('previous')
  expect(text(composer)).toBe('older')
  composer.edit('next')
  expect(text(composer)).toBe('one\ntwo')
})

test('ctrl-p goes back at once', () => {
  const composer = composerOf()
  composer.type('older')
  composer.take()
  composer.type('one\ntwo')
  composer.edit('olderText')
  expect(text(composer)).toBe('older')
})

test('long rows count as rows', () => {
  const composer = composerOf()
  composer.setColumns(4)
  composer.type('abcdef')
  composer.edit('previous')
  expect(composer.get().draft.cursor).toBe(2)
})

test('a short paste goes in, a long one is asked about', () => {
  const composer = composerOf()
  composer.paste('a\nb\nc\nd\ne\n')
  expect(text(composer)).toBe('a\nb\nc\nd\ne')
  composer.clear()
  composer.paste('1\n2\n3\n4\n5\n6')
  expect(composer.get()).toMatchObject({ paste: '1\n2\n3\n4\n5\n6', draft: { text: '' } })
  composer.answerPaste('text')
  expect(composer.get()).toMatchObject({ paste: undefined, draft: { text: '1\n2\n3\n4\n5\n6' } })
})

test('a long paste can become a code block, or nothing', () => {
  const composer = composerOf()
  composer.type('look:')
  composer.paste('1\n2\n3\n4\n5\n6')
  composer.answerPaste('code')
  expect(text(composer)).toBe('look:\n```\n1\n2\n3\n4\n5\n6\n```\n')
  composer.paste('1\n2\n3\n4\n5\n6')
  const before = text(composer)
  composer.answerPaste('no')
  expect(composer.get()).toMatchObject({ paste: undefined, draft: { text: before } })
})

test('a paste cannot bring escapes in', () => {
  const composer = composerOf()
  composer.paste('a\x1b[31mb\r\nc')
  expect(text(composer)).toBe('a[31mb\nc')
})

test('Tab takes the first proposal, and goes on to the others', () => {
  const composer = composerOf()
  composer.type('hi @b')
  expect(composer.get().completion).toMatchObject({ selected: undefined, items: [{}, {}] })
  composer.edit('complete')
  expect(text(composer)).toBe('hi @bob ')
  composer.edit('complete')
  expect(text(composer)).toBe('hi @bobby ')
  composer.edit('complete')
  expect(text(composer)).toBe('hi @bob ')
  composer.edit('completeBack')
  expect(text(composer)).toBe('hi @bobby ')
  composer.type('!')
  expect(composer.get().completion).toBeUndefined()
  expect(text(composer)).toBe('hi @bobby !')
})

test('shift-Tab begins at the end', () => {
  const composer = composerOf()
  composer.type('@b')
  composer.edit('completeBack')
  expect(text(composer)).toBe('@bobby ')
})

test('a single proposal closes the list', () => {
  const composer = composerOf()
  composer.type('car')
  composer.edit('complete')
  expect(composer.get()).toMatchObject({ completion: undefined, draft: { text: '@carol ' } })
})

test('Tab with nothing to propose changes nothing', () => {
  const composer = composerOf()
  composer.type('hello zzz')
  composer.edit('complete')
  expect(text(composer)).toBe('hello zzz')
})

test('the list of proposals can be closed', () => {
  const composer = composerOf()
  composer.type('/')
  composer.closeCompletion()
  expect(composer.get().completion).toBeUndefined()
})

test('a text that comes back stands before what was written since', () => {
  const composer = composerOf()
  composer.type('first')
  composer.take()
  composer.type('second')
  composer.putBack('#lobby', 'first', { tone: 'error', text: 'Not sent.' })
  expect(composer.get()).toMatchObject({
    draft: { text: 'first\nsecond' },
    remark: { tone: 'error', text: 'Not sent.' }
  })
})

test('a text comes back where it was written, though another conversation is open', () => {
  const composer = composerOf()
  composer.type('for the lobby')
  composer.take()
  composer.open('bob')
  composer.putBack('#lobby', 'for the lobby', { tone: 'error', text: 'Not sent.' })
  expect(composer.get()).toMatchObject({ draft: { text: '' }, remark: undefined })
  composer.open('#lobby')
  expect(composer.get()).toMatchObject({ draft: { text: 'for the lobby' }, remark: { text: 'Not sent.' } })
})

test('a remark goes with the next key', () => {
  const composer = composerOf()
  composer.remark({ tone: 'hint', text: 'ctrl-c again quits.' })
  composer.type('x')
  expect(composer.get().remark).toBeUndefined()
})

test('what was cut in one text can be pasted in the next', () => {
  const composer = composerOf()
  composer.type('one two')
  composer.edit('deleteWordLeft')
  composer.take()
  composer.edit('yank')
  expect(text(composer)).toBe('two')
})

test('listeners hear of every change, until they stop', () => {
  const composer = composerOf()
  let heard = 0
  const stop = composer.subscribe(() => heard++)
  composer.type('a')
  stop()
  composer.type('b')
  expect(heard).toBe(1)
})
