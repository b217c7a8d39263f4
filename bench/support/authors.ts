import { nativeCrypto } from '../../dist/crypto/index.js'
import { loadSecrets } from '../../dist/bootstrap/secrets.js'
import {
  accountIdOf,
  certificateLife,
  readEntry,
  registryIdOf,
  signCertificate,
  signEntry
} from '../../dist/protocol/index.js'
import type { Registry } from '../../dist/protocol/index.js'

/** Somebody who wrote in a room, with one device. */
export interface Author {
  account: Uint8Array
  deviceSeed: Uint8Array
  device: Uint8Array
  /** What the registry would have signed for it. */
  entry: Uint8Array
  certificate: Uint8Array
}

/** Accounts of a bootstrap server's registry, without the password work of real ones. */
export async function makeAuthors(
  bootstrapDirectory: string,
  count: number
): Promise<{ registry: Registry; authors: Author[] }> {
  const { registrySeed } = await loadSecrets(bootstrapDirectory, nativeCrypto)
  const key = nativeCrypto.publicKey(registrySeed)
  const registry = { id: registryIdOf(nativeCrypto, key), key }
  const authors = Array.from({ length: count }, (_, index) => makeAuthor(registry, registrySeed, index))
  return { registry, authors: await Promise.all(authors) }
}

async function makeAuthor(registry: Registry, registrySeed: Uint8Array, index: number): Promise<Author> {
  const [accountSeed, deviceSeed] = [nativeCrypto.randomBytes(32), nativeCrypto.randomBytes(32)]
  const accountKey = nativeCrypto.publicKey(accountSeed)
  const account = accountIdOf(nativeCrypto, accountKey)
  const device = nativeCrypto.publicKey(deviceSeed)
  const issued = Date.now()
  const entry = await signEntry(nativeCrypto, accountSeed, {
    account,
    number: 1,
    previous: new Uint8Array(),
    time: issued,
    accountKey,
    devices: [device],
    backup: new Uint8Array(32)
  })
  const certificate = await signCertificate(nativeCrypto, registrySeed, {
    registry: registry.id,
    username: `author_${index}`,
    account,
    entryNumber: 1,
    entryHash: (await readEntry(nativeCrypto, entry))!.hash,
    issued,
    expires: issued + certificateLife,
    leaf: index
  })
  return { account, deviceSeed, device, entry, certificate }
}
