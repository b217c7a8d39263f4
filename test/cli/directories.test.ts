import { tmpdir } from 'node:os'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { bootstrapDirectory, cacheDirectory, profileDirectory } from '../../src/cli/directories.ts'

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

test('compiled code is kept where only this user writes', () => {
  expect(cacheDirectory()).toMatch(/starling.+compiled$/i)
  expect(cacheDirectory().startsWith(tmpdir())).toBe(false)
})
