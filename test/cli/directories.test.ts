import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { bootstrapDirectory, profileDirectory } from '../../src/cli/directories.ts'

test('what is given is taken, as an absolute path', () => {
  expect(profileDirectory('somewhere')).toBe(resolve('somewhere'))
  expect(bootstrapDirectory('/srv/starling')).toBe(resolve('/srv/starling'))
})

test('each has a place of its own otherwise', () => {
  for (const nothing of [undefined, '']) {
    expect(profileDirectory(nothing)).toMatch(/starling.+default$/i)
    expect(bootstrapDirectory(nothing)).toMatch(/starling.+bootstrap$/i)
  }
})
