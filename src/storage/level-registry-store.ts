import { openStore } from './open-store.ts'
import { claims } from './registry/claims.ts'
import { commitQueue } from './registry/commit-queue.ts'
import { logs } from './registry/logs.ts'
import { presence } from './registry/presence.ts'
import type { RegistryStore } from './registry-store.ts'

/**
 * The registry of one server process, in a directory of its own. Whatever it answers is on the disk: writes that come
 * at once share one sync.
 *
 * @throws ProfileLockedError where it is open already; StorageError where it can't be used
 */
export async function openRegistryStore(directory: string): Promise<RegistryStore> {
  const store = await openStore(directory)
  const queue = commitQueue(store)
  const present = presence()

  return {
    ...claims(store, queue),
    ...logs(store, queue),
    backup: (directory) => store.copyTo(directory),
    lease: (ttl) => present.lease(ttl),
    presence: (key) => present.presence(key),
    watch: (signal) => present.watch(signal),
    [Symbol.asyncDispose]: async () => {
      await present.close()
      await queue.close()
      await store.close()
    }
  }
}
