import { expect, test } from 'vitest'
import { createHistory } from '../../../../src/cli/tui/composer/history.ts'

function historyOf(...texts: string[]) {
  const history = createHistory()
  for (const text of texts) history.add(text)
  return history
}

test('goes back, and comes back to what was being written', () => {
  const history = historyOf('one', 'two')
  expect(history.move(-1, 'draft')).toBe('two')
  expect(history.move(-1, 'two')).toBe('one')
  expect(history.move(-1, 'one')).toBeUndefined()
  expect(history.move(1, 'one')).toBe('two')
  expect(history.move(1, 'two')).toBe('draft')
  expect(history.move(1, 'draft')).toBeUndefined()
})

test('with nothing written there is nothing to recall', () => {
  expect(createHistory().move(-1, 'draft')).toBeUndefined()
  expect(createHistory().move(1, 'draft')).toBeUndefined()
})

test('the same text twice in a row is one', () => {
  const history = historyOf('one', 'one')
  expect(history.move(-1, '')).toBe('one')
  expect(history.move(-1, 'one')).toBeUndefined()
})

test('typing begins anew at the end', () => {
  const history = historyOf('one', 'two')
  history.move(-1, '')
  history.move(-1, 'two')
  history.reset()
  expect(history.move(-1, 'changed')).toBe('two')
  expect(history.move(1, 'two')).toBe('changed')
})

test('keeps a hundred', () => {
  const history = historyOf(...Array.from({ length: 150 }, (_, index) => String(index)))
  let last: string | undefined
  for (let text = history.move(-1, ''); text !== undefined; text = history.move(-1, text)) last = text
  expect(last).toBe('50')
})
