import { decodeAddresses, encodeAddresses } from './addresses.ts'
import { base58, concatBytes, domain, equalBytes, fromBase58 } from './bytes.ts'
import { maxAddresses, maxInvite, maxSuccessors } from './limits.ts'
import { ServerList, SignedServerList } from './pb/account.ts'
import { deviceKeyOf, peerIdOf } from './peer-id.ts'
import { registryOf } from './succession.ts'
import type { Crypto } from './crypto.ts'
import type { Registry } from './registry.ts'

const scheme = 'starling:'
const signedDomain = domain('servers')
const maxServers = 16

/** A registry's servers, as an invite or the registry itself tells them. */
export interface RegistryServers {
  registry: Registry
  /** Of two lists with the same keys the one with the greater number replaces the other. */
  number: number
  servers: { peer: string; addresses: string[] }[]
  /** The SignedServerList as received. */
  bytes: Uint8Array
}

/** A registry's first key and what followed it, SignedSuccessors. */
export interface KeyChain {
  firstKey: Uint8Array
  successors: Uint8Array[]
}

/** The SignedServerList, by the newest registry key's seed. Addresses are multiaddrs without `/p2p`. */
export async function signServers(
  crypto: Crypto,
  registrySeed: Uint8Array,
  { number, servers }: Pick<RegistryServers, 'number' | 'servers'>,
  { firstKey, successors }: KeyChain = { firstKey: crypto.publicKey(registrySeed), successors: [] }
): Promise<Uint8Array> {
  const list = ServerList.encode({
    number,
    servers: servers.map(({ peer, addresses }) => ({
      key: deviceKeyOf(peer)!,
      addresses: encodeAddresses(addresses)
    }))
  })
  const signature = await crypto.sign(registrySeed, concatBytes(signedDomain, list))
  return SignedServerList.encode({ servers: list, signature, registryKey: firstKey, successors })
}

/** The servers, or undefined where layout or signature are wrong. */
export async function readServers(crypto: Crypto, bytes: Uint8Array): Promise<RegistryServers | undefined> {
  if (bytes.length > maxInvite) return undefined
  try {
    const signed = SignedServerList.decode(bytes, { limits: { successors: maxSuccessors } })
    // One spelling of each signed list, for every implementation.
    if (!equalBytes(SignedServerList.encode(signed), bytes)) return undefined
    const { servers: list, signature, registryKey: firstKey, successors } = signed
    if (firstKey.length !== 32 || !crypto.isSoundKey(firstKey)) return undefined
    const registry = await registryOf(crypto, firstKey, successors)
    if (registry === undefined) return undefined
    if (!(await crypto.verify(registry.key, concatBytes(signedDomain, list), signature))) return undefined
    const limits = { servers: maxServers, servers$: { addresses: maxAddresses } }
    const { number, servers } = ServerList.decode(list, { limits })
    if (!Number.isSafeInteger(number)) return undefined
    if (servers.length === 0 || servers.some((server) => server.key.length !== 32)) return undefined
    return {
      registry,
      number,
      servers: servers.map((server) => ({
        peer: peerIdOf(server.key),
        addresses: decodeAddresses(server.addresses)
      })),
      bytes
    }
  } catch {
    return undefined
  }
}

/** One paste-able line: `starling:` and the SignedServerList in base58btc. */
export const inviteOf = (signedServers: Uint8Array): string => scheme + base58(signedServers)

/** What the invite says, or undefined where it is none. White space around and within it is forgiven. */
export async function readInvite(crypto: Crypto, invite: string): Promise<RegistryServers | undefined> {
  const text = invite.replace(/\s+/g, '')
  if (!text.startsWith(scheme) || text.length > 2 * maxInvite) return undefined
  try {
    return await readServers(crypto, fromBase58(text.slice(scheme.length)))
  } catch {
    return undefined
  }
}
