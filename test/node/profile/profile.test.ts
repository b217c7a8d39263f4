import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { ProfileLockedError } from '../../../src/errors.ts'
import { openProfile } from '../../../src/node/profile/profile.ts'
import { temporaryDirectory } from '../../support/index.ts'

test('a profile keeps its secrets', async (t) => {
  const directory = await temporaryDirectory(t)
  const first = await openProfile(directory, crypto)
  const { deviceSeed, indexKey } = first
  expect([deviceSeed.length, indexKey.length]).toEqual([32, 32])
  expect(deviceSeed).not.toEqual(indexKey)
  await first.close()
  const again = await openProfile(directory, crypto)
  t.onTestFinished(() => again.close())
  expect([again.deviceSeed, again.indexKey].map((bytes) => [...bytes])).toEqual([
    [...deviceSeed],
    [...indexKey]
  ])
})

test('two profiles share no secret', async (t) => {
  const profiles = await Promise.all([1, 2].map(async () => openProfile(await temporaryDirectory(t), crypto)))
  const [one, other] = profiles
  for (const profile of profiles) t.onTestFinished(() => profile.close())
  expect(one!.deviceSeed).not.toEqual(other!.deviceSeed)
})

test('one directory is open once', async (t) => {
  const directory = await temporaryDirectory(t)
  const first = await openProfile(directory, crypto)
  await expect(openProfile(directory, crypto)).rejects.toThrow(ProfileLockedError)
  await first.close()
  await (await openProfile(directory, crypto)).close()
})

test('a profile whose keystore is gone says so, and is whole again with it', async (t) => {
  const directory = await temporaryDirectory(t)
  const first = await openProfile(directory, crypto)
  await first.close()
  const [here, away] = [join(directory, 'keystore.json'), join(directory, 'elsewhere')]
  await rename(here, away)
  await expect(openProfile(directory, crypto)).rejects.toThrow('keystore.json is gone')
  await rename(away, here)
  const again = await openProfile(directory, crypto)
  expect(again.deviceSeed).toEqual(first.deviceSeed)
  await again.close()
})
