import { nativeCrypto } from '../crypto/index.ts'
import { createHost } from '../net/index.ts'
import { listenAsBefore, rememberPort } from './peers/listening.ts'
import { openProfile } from './profile/profile.ts'
import { Peer } from './peer.ts'
import type { HostInit } from '../net/index.ts'
import type { Profile } from './profile/profile.ts'
import type { NodeInit, StarlingNode } from './types.ts'

/** Every interface, on a free port. */
const defaultListen = ['/ip4/0.0.0.0/tcp/0']

/**
 * Opens a profile and starts its peer. Resolves once what is stored can be read and written: connections come up behind.
 *
 * @throws ProfileLockedError where another process has it open, ProfileSealedError, WrongPasswordError, StorageError, InvalidInviteError, ListenError
 */
export async function createNode({
  directory,
  bootstrap = [],
  listen = defaultListen,
  announce,
  password,
  usesKeyring = false
}: NodeInit): Promise<StarlingNode> {
  const profile = await openProfile(directory, nativeCrypto, { password, usesKeyring })
  const start = (addresses: string[]): Promise<Peer> =>
    startPeer(profile, bootstrap, { listen: addresses, ...(announce && { announce }) })
  try {
    const asBefore = await listenAsBefore(profile, listen)
    // Where another program has the port by now, any other will do.
    const peer = await start(asBefore).catch((error: unknown) => {
      if (asBefore === listen) throw error
      return start(listen)
    })
    // Only a convenience: what can't be stored says so where it matters.
    if (announce === undefined) await rememberPort(profile, listen, peer.network.addresses).catch(() => {})
    return peer
  } catch (error) {
    await profile.close()
    throw error
  }
}

async function startPeer(
  profile: Profile,
  invites: string[],
  { listen, announce }: Pick<HostInit, 'listen' | 'announce'>
): Promise<Peer> {
  const host = await createHost({
    seed: profile.deviceSeed,
    role: 'peer',
    listen,
    ...(announce && { announce })
  })
  try {
    const peer = await Peer.open({ crypto: nativeCrypto, profile, host })
    for (const invite of invites) await peer.useInvite(invite)
    await peer.start()
    return peer
  } catch (error) {
    await host.stop()
    throw error
  }
}
