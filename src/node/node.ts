import { nativeCrypto } from '../crypto/index.ts'
import { createHost } from '../net/index.ts'
import { openProfile } from './profile/profile.ts'
import { Peer } from './peer.ts'
import type { NodeInit, StarlingNode } from './types.ts'

/** Every interface, on a free port. */
const defaultListen = ['/ip4/0.0.0.0/tcp/0']

/**
 * Opens a profile and starts its peer. Resolves once what is stored can be read and written: connections come up behind.
 *
 * @throws ProfileLockedError where another process has it open, StorageError, InvalidInviteError, ListenError
 */
export async function createNode({
  directory,
  bootstrap = [],
  listen,
  announce
}: NodeInit): Promise<StarlingNode> {
  const profile = await openProfile(directory, nativeCrypto)
  try {
    const host = await createHost({
      seed: profile.deviceSeed,
      role: 'peer',
      listen: listen ?? defaultListen,
      ...(announce && { announce })
    })
    const peer = await Peer.open({ crypto: nativeCrypto, profile, host })
    for (const invite of bootstrap) await peer.useInvite(invite)
    await peer.start()
    return peer
  } catch (error) {
    await profile.close()
    throw error
  }
}
