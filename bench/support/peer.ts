import { nativeCrypto } from '../../dist/crypto/index.js'
import { createHost } from '../../dist/net/index.js'
import { Peer } from '../../dist/node/peer.js'
import { openProfile } from '../../dist/node/profile/profile.js'
import type { StarlingNode } from 'starling-chat'
import type { Host } from '../../dist/net/index.js'

export const loopback = ['/ip4/127.0.0.1/tcp/0']
const password = 'violet-Anchor-93-muesli-orbit'

/** A peer, and the host inside it. */
export interface OpenPeer {
  node: StarlingNode
  host: Host
}

/** What `createNode` does, with the host handed out: connections are measured by it. */
export async function openPeer(directory: string, invite: string): Promise<OpenPeer> {
  const profile = await openProfile(directory, nativeCrypto)
  const host = await createHost({ seed: profile.deviceSeed, role: 'peer', listen: loopback })
  const node = await Peer.open({ crypto: nativeCrypto, profile, host })
  await node.useInvite(invite)
  await node.start()
  return { node, host }
}

/** Registers unless that was done before. The profile opens without the password from then on. */
export async function enter(node: StarlingNode, username: string): Promise<void> {
  if (node.account.info === undefined) await node.account.register({ username, password, remember: true })
}
