import { expect, test } from 'vitest'
import { complete } from '../../../../src/cli/tui/composer/completion.ts'
import { slashCommands } from '../../../../src/cli/tui/slash/index.ts'

const sources = {
  commands: slashCommands,
  people: ['bob', 'bobby', 'carol', 'dave'],
  rooms: ['#dev', '#lobby', '#music']
}

const inserts = (text: string, asked = false): string[] =>
  complete(text, text.length, sources, asked)?.items.map(({ insert }) => insert) ?? []

test('a slash offers every command, letters fewer', () => {
  expect(inserts('/')).toHaveLength(slashCommands.length)
  expect(inserts('/l')).toEqual(['/leave '])
  expect(inserts('/x')).toEqual([])
})

test('a slash inside a text is none', () => {
  expect(inserts('and /')).toEqual([])
})

test('names after @, anywhere', () => {
  expect(inserts('@')).toHaveLength(4)
  expect(inserts('hi @bo')).toEqual(['@bob ', '@bobby '])
  expect(inserts('(@car')).toEqual(['@carol '])
  expect(inserts('@BO')).toEqual(['@bob ', '@bobby '])
})

test('letters in the middle of a name do where none begins so', () => {
  expect(inserts('@arl')).toEqual(['@carol '])
})

test('the first word is a name only where Tab asks for one', () => {
  expect(inserts('bo')).toEqual([])
  expect(inserts('bo', true)).toEqual(['@bob ', '@bobby '])
  expect(inserts('hello bo', true)).toEqual([])
  expect(inserts('', true)).toEqual([])
})

test('rooms after #', () => {
  expect(inserts('see #l')).toEqual(['#lobby '])
  expect(inserts('#')).toEqual([])
})

test('emoji after two letters', () => {
  expect(inserts('yes :thumbs')).toEqual(['👍 ', '👎 '])
  expect(inserts('so :t')).toEqual([])
  expect(inserts('at 10:30')).toEqual([])
})

test('arguments of commands', () => {
  expect(inserts('/msg bo')).toEqual(['bob ', 'bobby '])
  expect(inserts('/msg @car')).toEqual(['carol '])
  expect(inserts('/join de')).toEqual(['#dev '])
  expect(inserts('/join #mu')).toEqual(['#music '])
  expect(inserts('/quit b')).toEqual([])
})

test('says which word it is about', () => {
  expect(complete('hi @bo there', 6, sources, false)).toMatchObject({ from: 3, to: 6 })
})

test('commands say what they do', () => {
  expect(complete('/who', 4, sources, false)!.items[0]).toEqual({
    label: '/who',
    hint: 'who is here, in words',
    insert: '/who '
  })
})

test('never more than anybody looks through', () => {
  const people = Array.from({ length: 100 }, (_, index) => `name${index}`)
  expect(complete('@', 1, { ...sources, people }, false)!.items).toHaveLength(50)
})
