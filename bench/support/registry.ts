import { join } from 'node:path'
import { nativeCrypto as crypto } from '../../dist/crypto/index.js'
import { Accounts } from '../../dist/bootstrap/registry/accounts.js'
import { Attempts } from '../../dist/bootstrap/registry/attempts.js'
import { Certificates } from '../../dist/bootstrap/registry/certificates.js'
import { Leavings } from '../../dist/bootstrap/registry/leavings.js'
import { NameLog } from '../../dist/bootstrap/registry/name-log.js'
import { Suspensions } from '../../dist/bootstrap/registry/suspensions.js'
import { Vaults } from '../../dist/bootstrap/registry/vaults.js'
import { RegistrationWork } from '../../dist/bootstrap/registry/work.js'
import { loadSecrets } from '../../dist/bootstrap/secrets.js'
import { registryIdOf } from '../../dist/protocol/index.js'
import { openRegistryStore } from '../../dist/storage/index.js'
import type { RegistryContext } from '../../dist/bootstrap/registry/context.js'
import type { RegistryStore } from '../../dist/storage/index.js'
import type { Lifetime } from './lifetime.ts'

export interface OpenRegistry {
  context: RegistryContext
  store: RegistryStore
  /** May be called twice. */
  close(): Promise<void>
}

/** A server's registry in its directory, without the server. It asks no work, however many register. */
export async function openRegistry(life: Lifetime, directory: string): Promise<OpenRegistry> {
  const { registrySeed, opaqueSetup, opaqueSetupId } = await loadSecrets(directory, crypto)
  const store = await openRegistryStore(join(directory, 'registry'))
  const close = async (): Promise<void> => store[Symbol.asyncDispose]()
  life.onEnd(close)
  const key = crypto.publicKey(registrySeed)
  const own = { id: registryIdOf(crypto, key), key }
  const names = new NameLog(store, crypto, own, registrySeed)
  const work = new RegistrationWork(crypto)
  work.count = () => {}
  const accounts = new Accounts(store, crypto, names)
  const certificates = new Certificates(crypto, own, registrySeed, new Suspensions(store))
  const context: RegistryContext = {
    crypto,
    accounts,
    certificates,
    names,
    vaults: new Vaults(store, crypto, accounts, certificates),
    leavings: new Leavings({ store, crypto, registry: own, registrySeed, names, accounts }),
    opaqueSetup,
    opaqueSetupId,
    attempts: new Attempts(),
    work,
    addressOf: () => undefined,
    onEntry: () => {},
    onNameless: () => {},
    servers: () => new Uint8Array()
  }
  return { context, store, close }
}
