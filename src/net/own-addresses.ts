import type { Libp2pEvents, TypedEventTarget } from '@libp2p/interface'
import type { Multiaddr } from '@multiformats/multiaddr'

/** What it uses of libp2p's components. */
interface Components {
  events: TypedEventTarget<Libp2pEvents>
  addressManager: {
    getAddressesWithMetadata(): { multiaddr: Multiaddr; type: string; verified: boolean }[]
    confirmObservedAddr(address: Multiaddr, options: { type: 'transport'; ttl: number }): void
  }
}

/**
 * Tells others of the public addresses that this computer's own interfaces have. libp2p hides them until AutoNAT has
 * confirmed them, which would leave a server on the internet unreachable.
 */
export function ownAddresses({ events, addressManager }: Components): object {
  events.addEventListener('transport:listening', () => {
    for (const { multiaddr, type, verified } of addressManager.getAddressesWithMetadata())
      if (type === 'transport' && !verified)
        addressManager.confirmObservedAddr(multiaddr, { type: 'transport', ttl: Infinity })
  })
  return {}
}
