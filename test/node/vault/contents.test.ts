import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { idsOf, pack } from '../../../src/node/vault/contents.ts'
import {
  base32,
  directId,
  encodeMarker,
  hex,
  makeVault,
  maxVaultParts,
  readRegister,
  readVaultHead
} from '../../../src/protocol/index.ts'
import { makeAccount, makeRegistry } from '../support/accounts.ts'
import { makeRegister } from '../support/registers.ts'
import type { Register } from '../../../src/node/events/registers.ts'

const account = await makeAccount(makeRegistry(), 'alice')
const conversation = directId(crypto, account.id, account.id)

async function register(key: string, value: Uint8Array, time: number): Promise<Register> {
  const record = await makeRegister(conversation, account, { key, value, time: BigInt(time) })
  return { ...readRegister(crypto, record)!, record }
}

const marker = (time: number): Promise<Register> =>
  register(`read/${base32(crypto.randomBytes(32))}`, encodeMarker(1n), time)
const contact = (time: number): Promise<Register> =>
  register(`contact/${base32(crypto.randomBytes(32))}`, Uint8Array.of(1), time)

test('all that fits is in it', async () => {
  const all = [await contact(1), await marker(2), await register('later/thing', new Uint8Array(9), 3)]
  const packed = pack(all)
  expect(new Set(packed.map(({ id }) => id))).toEqual(new Set(all.map(({ record }) => hex(record.id))))
  expect(packed.map(({ isMarker }) => isMarker)).toEqual([false, false, true])
  expect(
    idsOf(
      crypto,
      conversation,
      packed.map(({ bytes }) => bytes)
    )
  ).toEqual(new Set(packed.map(({ id }) => id)))
})

test('where that is too much, the oldest read markers stay out first, and what is in makes a vault', async () => {
  const contacts = await Promise.all(Array.from({ length: 500 }, (_, time) => contact(time)))
  const markers = await Promise.all(Array.from({ length: 500 }, (_, time) => marker(time)))
  const picture = await register('profile', new Uint8Array(20_000), 7)
  const packed = pack([...markers, ...contacts, picture])
  const isIn = new Set(packed.map(({ id }) => id))
  expect(packed.length).toBeLessThan(1001)
  for (const { record } of [...contacts, picture]) expect(isIn.has(hex(record.id))).toBe(true)
  const kept = markers.filter(({ record }) => isIn.has(hex(record.id)))
  expect(kept.length).toBeGreaterThan(100)
  expect(kept).toEqual(markers.slice(-kept.length))

  const key = { key: crypto.randomBytes(32), backup: crypto.randomBytes(32) }
  const bytes = packed.map((one) => one.bytes)
  const made = await makeVault(
    crypto,
    account.devices[0]!.seed,
    { account: account.id, number: 1 },
    key,
    bytes
  )
  expect((await readVaultHead(crypto, made.head))?.parts).toBe(maxVaultParts)
})
