import { multiaddr } from '@multiformats/multiaddr'
import { maxAddressBytes } from './limits.ts'

/** Multiaddrs as the wire has them: binary, and without the peer id that everybody knows from elsewhere. */
export const encodeAddresses = (addresses: string[]): Uint8Array[] =>
  addresses.map((address) => multiaddr(address.replace(/\/p2p\/[^/]+$/, '')).bytes)

/** As text; what is no multiaddr, or longer than any is, is left out. */
export const decodeAddresses = (addresses: Uint8Array[]): string[] =>
  addresses.filter(({ length }) => length <= maxAddressBytes).flatMap(textOf)

// In binary, a name may hold anything: line breaks and escape sequences would end up on somebody's terminal.
const printable = /^(\/[!-.0-~]+)+$/

function textOf(address: Uint8Array): string[] {
  try {
    const text = multiaddr(address).toString()
    return printable.test(text) && multiaddr(text).toString() === text ? [text] : []
  } catch {
    return []
  }
}
