import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../src/crypto/index.ts'
import {
  concatBytes,
  equalBytes,
  hex,
  makeVault,
  maxVaultParts,
  openVault,
  readVaultHead,
  utf8,
  vaultPart,
  vaultParts,
  vaultRoom
} from '../../src/protocol/index.ts'
import { SignedVault, VaultHead as Head } from '../../src/protocol/pb/vault.ts'
import { vectorFile, vectorText } from '../vectors/json.ts'
import { bitFlips, mutations, truncations } from './mutations.ts'
import { seededCrypto } from './seeded-crypto.ts'
import type { SealedVault } from '../../src/protocol/index.ts'

const account = crypto.randomBytes(32)
const seed = crypto.randomBytes(32)
const vaultKey = { key: crypto.randomBytes(32), backup: crypto.randomBytes(32) }

const make = (registers: Uint8Array[] = [utf8('one')], number = 1): Promise<SealedVault> =>
  makeVault(crypto, seed, { account, number }, vaultKey, registers)

test('a vault opens to what was put in, says who made it, and its size says little', async () => {
  for (const registers of [[], [utf8('one'), utf8('two')], [crypto.randomBytes(20_000)]]) {
    const { head: bytes, sealed } = await make(registers)
    const head = (await readVaultHead(crypto, bytes))!
    const parts = registers.length === 1 ? 3 : 1
    expect(head).toMatchObject({ account, number: 1, backup: vaultKey.backup, parts, bytes })
    expect(head.device).toEqual(crypto.publicKey(seed))
    expect(sealed.length).toBe(parts * vaultPart)
    expect(concatBytes(...vaultParts(sealed))).toEqual(sealed)
    expect(openVault(crypto, vaultKey.key, head, sealed)).toEqual(registers)
  }
})

test('whatever has room makes no more than the most parts', async () => {
  const packet = (vaultRoom >> 4) - 4
  const registers = Array.from({ length: 16 }, () => new Uint8Array(packet))
  const { head: bytes, sealed } = await make(registers)
  const head = (await readVaultHead(crypto, bytes))!
  expect(head.parts).toBe(maxVaultParts)
  expect(openVault(crypto, vaultKey.key, head, sealed)).toEqual(registers)
  const { head: beyond } = await make([...registers, new Uint8Array(packet)])
  expect(await readVaultHead(crypto, beyond)).toBeUndefined()
})

test('another key, number, account or backup opens nothing', async () => {
  const { head: bytes, sealed } = await make()
  const head = (await readVaultHead(crypto, bytes))!
  expect(openVault(crypto, crypto.randomBytes(32), head, sealed)).toBeUndefined()
  const others = [{ number: 2 }, { account: crypto.randomBytes(32) }, { backup: crypto.randomBytes(32) }]
  for (const other of others)
    expect(openVault(crypto, vaultKey.key, { ...head, ...other }, sealed)).toBeUndefined()
})

test('a head with any bit changed, cut short or in another spelling is none', async () => {
  const { head } = await make()
  for (const bytes of [...truncations(head), ...bitFlips(head)])
    expect(await readVaultHead(crypto, bytes)).toBeUndefined()
  await fc.assert(
    fc.asyncProperty(mutations(head), async (bytes) => {
      if (!equalBytes(bytes, head)) expect(await readVaultHead(crypto, bytes)).toBeUndefined()
    }),
    { numRuns: 1000 }
  )
})

test('a head that breaks a limit is none, however well it is signed', async () => {
  const fields = {
    account,
    number: 1,
    device: crypto.publicKey(seed),
    backup: account,
    parts: 1,
    hash: account
  }
  const signed = async (changed: Partial<typeof fields>): Promise<Uint8Array> => {
    const head = Head.encode({ ...fields, ...changed })
    const signature = await crypto.sign(seed, concatBytes(utf8('starling/vault/v1\0'), head))
    return SignedVault.encode({ head, signature })
  }
  expect(await readVaultHead(crypto, await signed({}))).toMatchObject(fields)
  const short = new Uint8Array(31)
  const wrong = [{ account: short }, { backup: short }, { hash: short }, { number: 0 }]
  for (const changed of [...wrong, { parts: 0 }, { parts: maxVaultParts + 1 }, { hash: new Uint8Array(600) }])
    expect(await readVaultHead(crypto, await signed(changed))).toBeUndefined()
})

test('sealed bytes that were cut, changed or made up open to nothing', async () => {
  const { head: bytes, sealed } = await make()
  const head = (await readVaultHead(crypto, bytes))!
  for (const length of [0, 1, 23, 40, sealed.length - 1])
    expect(openVault(crypto, vaultKey.key, head, sealed.subarray(0, length))).toBeUndefined()
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
      const changed = sealed.slice()
      changed[place]! ^= change
      expect(openVault(crypto, vaultKey.key, head, changed)).toBeUndefined()
    })
  )
})

test('whatever the key’s holder may have sealed, reading it ends', async () => {
  const { head: bytes } = await make()
  const head = (await readVaultHead(crypto, bytes))!
  const { number, backup } = head
  const place = new Uint8Array(8)
  new DataView(place.buffer).setBigUint64(0, BigInt(number))
  const context = concatBytes(utf8('starling/vault-seal/v1\0'), account, place, backup)
  const reading = (plain: Uint8Array) =>
    openVault(crypto, vaultKey.key, head, crypto.seal(vaultKey.key, plain, context))
  expect(reading(concatBytes(Uint8Array.of(0, 0, 0, 3, 10, 1, 7), new Uint8Array(9)))).toEqual([
    Uint8Array.of(7)
  ])
  for (const plain of [new Uint8Array(), new Uint8Array(3), Uint8Array.of(0, 0, 0, 9, 1)])
    expect(reading(plain)).toBeUndefined()
  // As many empty registers as nobody can have.
  const many = new Uint8Array(4 + 2 * 3000).map((_, at) => (at < 4 || at % 2 === 1 ? 0 : 10))
  new DataView(many.buffer).setUint32(0, many.length - 4)
  expect(reading(many)).toBeUndefined()
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (plain) => void reading(plain)))
})

test('the vectors hold', async () => {
  const fixed = seededCrypto('vault')
  const draw = (count: number): Uint8Array[] => Array.from({ length: count }, () => fixed.randomBytes(32))
  const [accountId, deviceSeed, key, backup] = draw(4) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array]
  const registers = [utf8('a packet'), utf8('another packet')]
  const made = await makeVault(
    fixed,
    deviceSeed,
    { account: accountId, number: 7 },
    { key, backup },
    registers
  )
  const head = (await readVaultHead(crypto, made.head))!
  expect(openVault(crypto, key, head, made.sealed)).toEqual(registers)
  const vectors = {
    account: hex(accountId),
    deviceSeed: hex(deviceSeed),
    key: hex(key),
    backup: hex(backup),
    number: 7,
    registers: registers.map(hex),
    head: hex(made.head),
    sealed: hex(made.sealed)
  }
  await expect(await vectorText(vectors)).toMatchFileSnapshot(vectorFile('vault'))
})
