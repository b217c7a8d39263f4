import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { Keystore } from '../../../src/node/profile/keystore.ts'
import { temporaryDirectory } from '../../support/index.ts'

const fileOf = (directory: string): string => join(directory, 'keystore.json')

test('a new profile opens without a password, and only its owner reads the key', async (t) => {
  const directory = await temporaryDirectory(t)
  const { storageKey, isOpen } = await Keystore.open(directory, crypto)
  expect(isOpen).toBe(true)
  expect((await Keystore.open(directory, crypto)).storageKey).toEqual(storageKey)
  expect((await stat(fileOf(directory))).mode & 0o777).toBe(0o600)
})

test('with a password it opens by that alone, and the key is nowhere in the file', async (t) => {
  const directory = await temporaryDirectory(t)
  const keystore = await Keystore.open(directory, crypto)
  await keystore.setPassword('four words', false)
  const text = await readFile(fileOf(directory), 'utf8')
  expect(text).not.toContain(Buffer.from(keystore.storageKey).toString('base64url'))

  await expect(Keystore.open(directory, crypto)).rejects.toMatchObject({ name: 'ProfileSealedError' })
  await expect(Keystore.open(directory, crypto, { password: '' })).rejects.toMatchObject({
    name: 'ProfileSealedError'
  })
  await expect(Keystore.open(directory, crypto, { password: 'four' })).rejects.toMatchObject({
    name: 'WrongPasswordError'
  })
  const opened = await Keystore.open(directory, crypto, { password: 'four words' })
  expect(opened.storageKey).toEqual(keystore.storageKey)
  expect(opened.isOpen).toBe(false)
})

test('it can be remembered and locked again, and the password stays what it was', async (t) => {
  const directory = await temporaryDirectory(t)
  const { storageKey } = await Keystore.open(directory, crypto).then(async (keystore) => {
    await keystore.setPassword('four words', true)
    return keystore
  })
  const open = await Keystore.open(directory, crypto)
  expect(open.storageKey).toEqual(storageKey)
  await open.remember(false)
  await expect(Keystore.open(directory, crypto)).rejects.toThrow('This profile is locked.')
  const again = await Keystore.open(directory, crypto, { password: 'four words' })
  await again.remember(true)
  expect((await Keystore.open(directory, crypto)).storageKey).toEqual(storageKey)
})

test('before there is a password nothing can be locked', async (t) => {
  const directory = await temporaryDirectory(t)
  const keystore = await Keystore.open(directory, crypto)
  await keystore.remember(false)
  expect(keystore.isOpen).toBe(true)
  await Keystore.open(directory, crypto)
})

test('another password takes the place of the one before', async (t) => {
  const directory = await temporaryDirectory(t)
  const keystore = await Keystore.open(directory, crypto)
  await keystore.setPassword('the first', false)
  await keystore.setPassword('the second', false)
  await expect(Keystore.open(directory, crypto, { password: 'the first' })).rejects.toMatchObject({
    code: 'WRONG_PASSWORD'
  })
  expect((await Keystore.open(directory, crypto, { password: 'the second' })).storageKey).toEqual(
    keystore.storageKey
  )
})

test('the same letters typed on another system are the same password', async (t) => {
  const directory = await temporaryDirectory(t)
  const keystore = await Keystore.open(directory, crypto)
  await keystore.setPassword('ｃafe\u0301', false)
  expect((await Keystore.open(directory, crypto, { password: 'caf\u00e9' })).isOpen).toBe(false)
})

test.for([
  '',
  '{',
  '[]',
  '{"version":1}',
  '{"version":2,"key":"AA"}',
  '{"version":1,"key":"AA"}',
  '{"version":1,"wrapped":{}}',
  '{"version":1,"wrapped":{"salt":"AA","sealed":"AA","memorySize":1e99,"iterations":1,"parallelism":1}}'
])('a file with %s is damage, and never made anew', async (text, t) => {
  const directory = await temporaryDirectory(t)
  await writeFile(fileOf(directory), text)
  await expect(Keystore.open(directory, crypto, { password: 'any' })).rejects.toMatchObject({
    name: 'StorageError',
    message: expect.stringContaining('is damaged. Restore it from a copy') as string
  })
  expect(await readFile(fileOf(directory), 'utf8')).toBe(text)
})

test('one that is lost is never made anew over what it encrypted', async (t) => {
  const directory = await temporaryDirectory(t)
  await expect(Keystore.open(directory, crypto, { isUsed: true })).rejects.toMatchObject({
    name: 'StorageError',
    message: expect.stringContaining('is gone') as string
  })
  await expect(readFile(fileOf(directory))).rejects.toMatchObject({ code: 'ENOENT' })
})
