import { multiaddr } from '@multiformats/multiaddr'

/** Multiaddrs as the wire has them: binary, and without the peer id that everybody knows from elsewhere. */
export const encodeAddresses = (addresses: string[]): Uint8Array[] =>
  addresses.map((address) => multiaddr(address.replace(/\/p2p\/[^/]+$/, '')).bytes)

/** As text; what is no multiaddr is left out. */
export const decodeAddresses = (addresses: Uint8Array[]): string[] =>
  addresses.flatMap((address) => {
    try {
      return [multiaddr(address).toString()]
    } catch {
      return []
    }
  })
