import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../src/crypto/index.ts'
import {
  concatBytes,
  domain,
  hex,
  makeBackup,
  maxBackup,
  openBackup,
  passwordWrap,
  recoveryFind,
  recoveryWords,
  recoveryWrap,
  requiresRecoveryCode
} from '../../src/protocol/index.ts'
import { Backup, Secrets } from '../../src/protocol/pb/account.ts'
import { vectorFile, vectorText } from '../vectors/json.ts'
import { bitFlips, mutations, truncations } from './mutations.ts'
import { seededCrypto } from './seeded-crypto.ts'
import type { AccountSecrets, Crypto } from '../../src/protocol/index.ts'

const account = crypto.randomBytes(32)
const exportKey = crypto.randomBytes(64)
const code = crypto.randomBytes(16)
const recoveryKey = recoveryWrap(crypto, code).key
const secrets = { accountSeed: crypto.randomBytes(32), vaultKey: crypto.randomBytes(32), recoveryKey }
const wrap = passwordWrap(crypto, exportKey)

const make = (): Uint8Array => makeBackup(crypto, account, secrets, wrap)
const open = (bytes: Uint8Array): AccountSecrets | undefined => openBackup(crypto, account, bytes, wrap)

/** What `makeBackup` would make of these secrets, however long they are, and of further wraps. */
function forge(accountKey: Uint8Array, vaultKey: Uint8Array, wraps: Backup['wraps'] = []): Uint8Array {
  const backupKey = crypto.randomBytes(32)
  const under = crypto.hkdf(exportKey, 'starling/backup-wrap/v1')
  const wrap = crypto.seal(under, backupKey, concatBytes(domain('backup-wrap'), account))
  const plain = Secrets.encode({ accountKey, vaultKey, recoveryKey })
  const sealed = crypto.seal(backupKey, plain, concatBytes(domain('backup'), account))
  return Backup.encode({ sealed, wraps: [...wraps, { kind: 1, sealed: wrap }] })
}

test('a backup opens to what was put in, and leaves that alone', () => {
  const before = structuredClone(secrets)
  expect(open(make())).toEqual(before)
  expect(secrets).toEqual(before)
})

test('the vault key before comes back with the rest, and not half of it', () => {
  const formerVault = { key: crypto.randomBytes(32), backup: crypto.randomBytes(32) }
  const whole = { ...secrets, formerVault }
  expect(open(makeBackup(crypto, account, whole, wrap))).toEqual(whole)
  const short = { ...formerVault, backup: new Uint8Array(31) }
  expect(open(makeBackup(crypto, account, { ...secrets, formerVault: short }, wrap))).toBeUndefined()
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
        const whole = { accountSeed: seed, vaultKey: vault, recoveryKey }
        const under = passwordWrap(crypto, exported)
        expect(openBackup(crypto, id, makeBackup(crypto, id, whole, under), under)).toEqual(whole)
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
  for (const other of [crypto.randomBytes(64), new Uint8Array()])
    expect(openBackup(crypto, account, bytes, passwordWrap(crypto, other))).toBeUndefined()
  expect(openBackup(crypto, crypto.randomBytes(32), bytes, wrap)).toBeUndefined()
  expect(openBackup(crypto, account, bytes, { ...wrap, kind: 2 })).toBeUndefined()
})

test('the recovery code opens it too, and no other code', () => {
  expect(openBackup(crypto, account, make(), recoveryWrap(crypto, code))).toEqual(secrets)
  const other = recoveryWrap(crypto, crypto.randomBytes(16))
  expect(openBackup(crypto, account, make(), other)).toBeUndefined()
})

test('where the code is required, the password alone opens nothing', () => {
  const both = passwordWrap(crypto, exportKey, code)
  const bytes = makeBackup(crypto, account, secrets, both)
  expect([requiresRecoveryCode(bytes), requiresRecoveryCode(make())]).toEqual([true, false])
  expect(requiresRecoveryCode(crypto.randomBytes(200))).toBe(false)
  expect(openBackup(crypto, account, bytes, both)).toEqual(secrets)
  expect(openBackup(crypto, account, bytes, recoveryWrap(crypto, code))).toEqual(secrets)
  const without = [
    wrap,
    { ...wrap, kind: both.kind },
    passwordWrap(crypto, exportKey, crypto.randomBytes(16))
  ]
  for (const key of without) expect(openBackup(crypto, account, bytes, key)).toBeUndefined()
})

test('the parts of two backups don’t mix', () => {
  const [one, two] = [Backup.decode(make()), Backup.decode(make())]
  expect(open(Backup.encode({ sealed: one.sealed, wraps: two.wraps }))).toBeUndefined()
  expect(open(Backup.encode({ sealed: one.wraps[0]!.sealed, wraps: one.wraps }))).toBeUndefined()
})

test('a truncation opens to nothing, or to the same where only the recovery code’s wrap is gone', () => {
  const opened = truncations(make())
    .map(open)
    .filter((result) => result !== undefined)
  expect(opened).toEqual([secrets])
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
  expect(open(forge(whole, whole))).toEqual({ accountSeed: whole, vaultKey: whole, recoveryKey })
  expect(open(forge(whole.subarray(1), whole))).toBeUndefined()
  expect(open(forge(whole, new Uint8Array(33)))).toBeUndefined()
  expect(open(forge(new Uint8Array(), whole))).toBeUndefined()
})

test('wraps of kinds that come later are passed over, four in all', () => {
  const whole = crypto.randomBytes(32)
  const later = { kind: 8, sealed: crypto.randomBytes(72) }
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
  expect(open(makeBackup(watched, account, secrets, wrap))).toEqual(secrets)
  expect(drawn).toEqual([new Uint8Array(32)])
})

test('the vectors are those of this code', async () => {
  const seeded = seededCrypto('backup')
  const [account, exportKey] = [seeded.randomBytes(32), seeded.randomBytes(64)]
  const code = seeded.randomBytes(16)
  const recovery = recoveryWrap(seeded, code)
  const secrets = {
    accountSeed: seeded.randomBytes(32),
    vaultKey: seeded.randomBytes(32),
    recoveryKey: recovery.key
  }
  const vectors = [undefined, code].map((required) => {
    const under = passwordWrap(seeded, exportKey, required)
    const bytes = makeBackup(seeded, account, secrets, under)
    for (const key of [under, recovery]) expect(openBackup(seeded, account, bytes, key)).toEqual(secrets)
    return {
      account: hex(account),
      exportKey: hex(exportKey),
      recoveryCode: recoveryWords(code),
      recoveryRequired: required !== undefined,
      find: hex(recoveryFind(seeded, code)),
      accountSeed: hex(secrets.accountSeed),
      vaultKey: hex(secrets.vaultKey),
      recoveryKey: hex(secrets.recoveryKey),
      backup: hex(bytes),
      hash: hex(seeded.sha256(bytes))
    }
  })
  await expect(await vectorText(vectors)).toMatchFileSnapshot(vectorFile('backup'))
})
