import { expect, test } from 'vitest'
import { fuzzyScore, fuzzySort, nearest } from '../../../../src/cli/tui/text/fuzzy.ts'

const sort = (query: string, items: string[]): string[] => fuzzySort(query, items, (item) => item)

test('letters must come in order', () => {
  expect(fuzzyScore('lby', '#lobby')).toBeDefined()
  expect(fuzzyScore('ybl', '#lobby')).toBeUndefined()
  expect(fuzzyScore('x', '#lobby')).toBeUndefined()
})

test('the beginning of a word is better than its middle, and short is better than long', () => {
  expect(sort('dev', ['#undevoted', '#dev-talk', '#dev'])).toEqual(['#dev', '#dev-talk', '#undevoted'])
  expect(sort('ot', ['#robots', '#off-topic'])[0]).toBe('#off-topic')
})

test('case does not matter', () => {
  expect(sort('BOB', ['bob'])).toEqual(['bob'])
})

test('an empty query keeps everything in its order', () => {
  expect(sort('', ['b', 'a'])).toEqual(['b', 'a'])
})

test('did you mean', () => {
  const commands = ['join', 'msg', 'leave', 'who', 'help']
  expect(nearest('jion', commands)).toBe('join')
  expect(nearest('hlep', commands)).toBe('help')
  expect(nearest('wo', commands)).toBe('who')
  expect(nearest('teleport', commands)).toBeUndefined()
  expect(nearest('x', [])).toBeUndefined()
})
