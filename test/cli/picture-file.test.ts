import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPictureFile } from '../../src/cli/picture-file.ts'
import { temporaryDirectory } from '../support/index.ts'

test('a file becomes base64, no path no picture, and what is far too large is not read', async (t) => {
  const directory = await temporaryDirectory(t)
  const file = async (name: string, bytes: Uint8Array): Promise<string> => {
    await writeFile(join(directory, name), bytes)
    return join(directory, name)
  }
  expect(await readPictureFile(await file('small', Uint8Array.of(1, 2, 255)))).toBe('AQL/')
  expect(await readPictureFile(await file('empty', new Uint8Array()))).toBe('')
  expect(await readPictureFile('')).toBe('')
  const large = await file('large', new Uint8Array(64 * 1024 + 1))
  await expect(readPictureFile(large)).rejects.toThrow('far too large')
  await expect(readPictureFile(directory)).rejects.toThrow("can't be read (EISDIR)")
  await expect(readPictureFile(join(directory, 'none'))).rejects.toMatchObject({ code: 'USAGE' })
})
