import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { VaultKeys } from '../../../src/node/vault/vault-keys.ts'
import { openProfile } from '../../../src/node/profile/profile.ts'
import { temporaryDirectory } from '../../support/index.ts'

const make = () => ({ key: crypto.randomBytes(32), backup: crypto.randomBytes(32) })

test('the newest key and the one before are kept, through a restart too, and each newest is told of once', async (t) => {
  const directory = await temporaryDirectory(t)
  const profile = await openProfile(directory, crypto)
  let told = 0
  const keys = new VaultKeys(profile, () => void told++)
  await keys.load()
  const [one, two, three] = [make(), make(), make()]
  expect(keys.of(one.backup)).toBeUndefined()
  await keys.keep([one])
  await keys.keep([one])
  await keys.keep([two])
  await keys.keep([three, two])
  expect(told).toBe(3)
  expect(keys.of(one.backup)).toBeUndefined()
  await profile.close()

  const again = await openProfile(directory, crypto)
  t.onTestFinished(() => again.close())
  const read = new VaultKeys(again, () => {})
  await read.load()
  for (const key of [two, three]) expect(read.of(key.backup)).toEqual(key)
  expect(read.of(one.backup)).toBeUndefined()
})
