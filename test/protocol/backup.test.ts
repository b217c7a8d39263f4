import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../src/crypto/index.ts'
import { concatBytes, domain, hex, makeBackup, maxBackup, openBackup } from '../../src/protocol/index.ts'
import { Backup, Secrets } from '../../src/protocol/pb/account.ts'
import { vectorFile, vectorText } from '../vectors/json.ts'
import { bitFlips, mutations, truncations } from './mutations.ts'
import { seededCrypto } from './seeded-crypto.ts'
import type { AccountSecrets, Crypto } from '../../src/protocol/index.ts'

const account = crypto.randomBytes(32)
const exportKey = crypto.randomBytes(64)
const secrets = { accountSeed: crypto.randomBytes(32), vaultKey: crypto.randomBytes(32) }

const make = (): Uint8Array => makeBackup(crypto, exportKey, account, secrets)
const open = (bytes: Uint8Array): AccountSecrets | undefined => openBackup(crypto, exportKey, account, bytes)

/** What `makeBackup` would make of these secrets, however long they are, and of further wraps. */
function forge(accountKey: Uint8Array, vaultKey: Uint8Array, wraps: Backup['wraps'] = []): Uint8Array {
  const backupKey = crypto.randomBytes(32)
  const under = crypto.hkdf(exportKey, 'starling/backup-wrap/v1')
  const wrap = crypto.seal(under, backupKey, concatBytes(domain('backup-wrap'), account))
  const plain = Secrets.encode({ accountKey, vaultKey })
  const sealed = crypto.seal(backupKey, plain, concatBytes(domain('backup'), account))
  return Backup.encode({ sealed, wraps: [...wraps, { kind: 1, sealed: wrap }] })
}

test('a backup opens to what was put in, and leaves that alone', () => {
  const before = { accountSeed: secrets.accountSeed.slice(), vaultKey: secrets.vaultKey.slice() }
  expect(open(make())).toEqual(before)
  expect(secrets).toEqual(before)
})

test('any secrets come back under any key', () => {
  const key = fc.uint8Array({ minLength: 32, maxLength: 32 })
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 64 }),
      key,
      key,
      key,
      (exported, id, seed, vault) => {
        const whole = { accountSeed: seed, vaultKey: vault }
        expect(openBackup(crypto, exported, id, makeBackup(crypto, exported, id, whole))).toEqual(whole)
      }
    )
  )
})

test('two backups of the same have nothing in common', () => {
  const [one, two] = [Backup.decode(make()), Backup.decode(make())]
  expect(one.sealed).not.toEqual(two.sealed)
  expect(one.wraps[0]!.sealed).not.toEqual(two.wraps[0]!.sealed)
})

test('another password’s key or another account opens nothing', () => {
  const bytes = make()
  expect(openBackup(crypto, crypto.randomBytes(64), account, bytes)).toBeUndefined()
  expect(openBackup(crypto, new Uint8Array(), account, bytes)).toBeUndefined()
  expect(openBackup(crypto, exportKey, crypto.randomBytes(32), bytes)).toBeUndefined()
})

test('the parts of two backups don’t mix', () => {
  const [one, two] = [Backup.decode(make()), Backup.decode(make())]
  expect(open(Backup.encode({ sealed: one.sealed, wraps: two.wraps }))).toBeUndefined()
  expect(open(Backup.encode({ sealed: one.wraps[0]!.sealed, wraps: one.wraps }))).toBeUndefined()
})

test('no truncation opens', () => {
  for (const bytes of truncations(make())) expect(open(bytes)).toBeUndefined()
})

// The log holds the hash of the very bytes; here it matters that nobody's change yields other secrets.
test('with a bit changed it opens to nothing, or to the same', () => {
  for (const bytes of bitFlips(make())) expect(open(bytes) ?? secrets).toEqual(secrets)
})

test('garbage opens to nothing, or to the same', () => {
  fc.assert(
    fc.property(mutations(make()), (bytes) => {
      expect(open(bytes) ?? secrets).toEqual(secrets)
    }),
    { numRuns: 3000 }
  )
})

test('secrets of another length are none', () => {
  const whole = crypto.randomBytes(32)
  expect(open(forge(whole, whole))).toEqual({ accountSeed: whole, vaultKey: whole })
  expect(open(forge(whole.subarray(1), whole))).toBeUndefined()
  expect(open(forge(whole, new Uint8Array(33)))).toBeUndefined()
  expect(open(forge(new Uint8Array(), whole))).toBeUndefined()
})

test('wraps of kinds that come later are passed over, four in all', () => {
  const whole = crypto.randomBytes(32)
  const later = { kind: 2, sealed: crypto.randomBytes(72) }
  expect(open(forge(whole, whole, [later, later, later]))).toBeDefined()
  expect(open(forge(whole, whole, [later, later, later, later]))).toBeUndefined()
  const { sealed } = Backup.decode(make())
  expect(open(Backup.encode({ sealed, wraps: [later] }))).toBeUndefined()
  expect(open(Backup.encode({ sealed }))).toBeUndefined()
})

test('4 KiB is the most', () => {
  const whole = crypto.randomBytes(32)
  const padded = (length: number): Uint8Array =>
    forge(whole, whole, [{ kind: 9, sealed: new Uint8Array(length) }])
  const rest = maxBackup - padded(3000).length + 3000
  expect(open(padded(rest))).toBeDefined()
  expect(open(padded(rest + 1))).toBeUndefined()
})

test('the key between leaves no trace in memory', () => {
  const drawn: Uint8Array[] = []
  const watched: Crypto = {
    ...crypto,
    randomBytes: (length) => {
      const bytes = crypto.randomBytes(length)
      drawn.push(bytes)
      return bytes
    }
  }
  expect(open(makeBackup(watched, exportKey, account, secrets))).toEqual(secrets)
  expect(drawn).toEqual([new Uint8Array(32)])
})

test('the vectors are those of this code', async () => {
  const seeded = seededCrypto('backup')
  const [account, exportKey] = [seeded.randomBytes(32), seeded.randomBytes(64)]
  const secrets = { accountSeed: seeded.randomBytes(32), vaultKey: seeded.randomBytes(32) }
  const bytes = makeBackup(seeded, exportKey, account, secrets)
  expect(openBackup(seeded, exportKey, account, bytes)).toEqual(secrets)
  const vector = {
    account: hex(account),
    exportKey: hex(exportKey),
    accountSeed: hex(secrets.accountSeed),
    vaultKey: hex(secrets.vaultKey),
    backup: hex(bytes),
    hash: hex(seeded.sha256(bytes))
  }
  await expect(await vectorText([vector])).toMatchFileSnapshot(vectorFile('backup'))
})
