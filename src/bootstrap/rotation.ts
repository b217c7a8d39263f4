import { RotationError, StorageError } from '../errors.ts'
import { base32, maxSuccessors, registryOf, signSuccessor } from '../protocol/index.ts'
import { nameLog } from './registry/name-log.ts'
import { readSecrets, writeSecrets } from './secrets.ts'
import type { Crypto, Registry } from '../protocol/index.ts'
import type { RegistryStore } from '../storage/index.ts'
import type { ServerSecrets } from './secrets.ts'

/**
 * Makes the registry's next key, signed by the newest and by itself. The key takes over when the server starts next,
 * whatever happens until then.
 *
 * @throws RotationError where there were too many; StorageError
 */
export async function beginRotation(directory: string, crypto: Crypto): Promise<void> {
  const secrets = (await readSecrets(directory))!
  const { id, former = [] } = await registryBy(crypto, secrets)
  const number = former.length + 1
  if (number > maxSuccessors)
    throw new RotationError(
      `The registry has had ${maxSuccessors} keys after its first one, which is the most.`
    )
  const seed = crypto.randomBytes(32)
  // What was signed until now counts.
  const time = Math.max(Date.now(), (former.at(-1)?.until ?? 0) + 1)
  const successor = await signSuccessor(crypto, secrets.registrySeed, seed, { registry: id, number, time })
  await writeSecrets(directory, { ...secrets, next: { seed, successor } })
}

/**
 * Writes every successor into the log of names, then lets the newest take over. Each step may be repeated after a crash:
 * until the last one the secrets hold both keys.
 *
 * @throws StorageError
 */
export async function finishRotation(
  directory: string,
  store: RegistryStore,
  crypto: Crypto,
  { next, ...secrets }: ServerSecrets
): Promise<ServerSecrets> {
  const { firstKey } = secrets.chain
  const successors = [...secrets.chain.successors, ...(next ? [next.successor] : [])]
  // A registry that was put back may lack some.
  for (const successor of successors) await store.append(nameLog, base32(crypto.sha256(successor)), successor)
  if (next === undefined) return secrets
  const newest = { ...secrets, registrySeed: next.seed, chain: { firstKey, successors } }
  await writeSecrets(directory, newest)
  return newest
}

/** @throws StorageError where the keys don't follow each other up to the seed's */
export async function registryBy(crypto: Crypto, { registrySeed, chain }: ServerSecrets): Promise<Registry> {
  const registry = await registryOf(crypto, chain.firstKey, chain.successors)
  if (registry !== undefined && base32(registry.key) === base32(crypto.publicKey(registrySeed)))
    return registry
  throw new StorageError(
    'The registry’s keys in secrets.json don’t follow each other. Restore it from a backup.'
  )
}
