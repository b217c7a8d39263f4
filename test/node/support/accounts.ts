import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import {
  accountIdOf,
  certificateLife,
  peerIdOf,
  readEntry,
  registryIdOf,
  signCertificate,
  signEntry
} from '../../../src/protocol/index.ts'
import type { Registry } from '../../../src/protocol/index.ts'

export interface TestDevice {
  seed: Uint8Array
  key: Uint8Array
  peer: string
}

/** An account as a registration leaves it, without the registration. */
export interface TestAccount {
  id: Uint8Array
  name: string
  accountSeed: Uint8Array
  devices: TestDevice[]
  /** SignedEntry and SignedCertificate. */
  entry: Uint8Array
  certificate: Uint8Array
}

export interface TestRegistry extends Registry {
  seed: Uint8Array
}

export function makeRegistry(): TestRegistry {
  const seed = crypto.randomBytes(32)
  const key = crypto.publicKey(seed)
  return { seed, key, id: registryIdOf(crypto, key) }
}

export function makeDevice(seed = crypto.randomBytes(32)): TestDevice {
  const key = crypto.publicKey(seed)
  return { seed, key, peer: peerIdOf(key) }
}

/** An account that the registry calls `name`, with the devices of these seeds. */
export async function makeAccount(
  registry: TestRegistry,
  name: string,
  seeds: Uint8Array[] = [crypto.randomBytes(32)],
  leaf = 0
): Promise<TestAccount> {
  const accountSeed = crypto.randomBytes(32)
  const accountKey = crypto.publicKey(accountSeed)
  const id = accountIdOf(crypto, accountKey)
  const devices = seeds.map(makeDevice)
  const entry = await signEntry(crypto, accountSeed, {
    account: id,
    number: 1,
    previous: new Uint8Array(),
    time: Date.now(),
    accountKey,
    devices: devices.map(({ key }) => key),
    backup: crypto.randomBytes(32)
  })
  const certificate = await signCertificate(crypto, registry.seed, {
    registry: registry.id,
    username: name,
    account: id,
    entryNumber: 1,
    entryHash: (await readEntry(crypto, entry))!.hash,
    issued: Date.now(),
    expires: Date.now() + certificateLife,
    leaf
  })
  return { id, name, accountSeed, devices, entry, certificate }
}

/** `count` accounts of one device each, named `person0` and so on. */
export const makeAccounts = (registry: TestRegistry, count: number): Promise<TestAccount[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => makeAccount(registry, `person${index}`)))
