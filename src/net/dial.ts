import { peerIdFromString } from '@libp2p/peer-id'
import { multiaddr } from '@multiformats/multiaddr'
import { UnreachableError, WrongPeerError } from '../errors.ts'
import { dialTimeout } from './limits.ts'
import type { Connection, Libp2p } from '@libp2p/interface'
import type { Multiaddr } from '@multiformats/multiaddr'
import type { AbortOptions } from '../abort.ts'
import type { PeerAddress } from './types.ts'

/** Dials the addresses one after the other; without any, those that libp2p has heard of. */
export async function dial(
  libp2p: Libp2p,
  { peer, addresses }: PeerAddress,
  { signal }: AbortOptions = {}
): Promise<Connection> {
  const usable = addresses.flatMap((address) => parse(address, peer))
  if (usable.length === 0 && addresses.length > 0)
    throw unreachable(peer, addresses, 'none of them is usable')
  const timeout = AbortSignal.timeout(dialTimeout)
  try {
    return await libp2p.dial(usable.length > 0 ? usable : peerIdFromString(peer), {
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout])
    })
  } catch (error) {
    signal?.throwIfAborted()
    throw dialError(error, peer, addresses)
  }
}

/** The address with the peer id at its end; nothing where it is no address, or one of another peer. */
function parse(address: string, peer: string): Multiaddr[] {
  try {
    const parsed = multiaddr(address)
    const id = parsed.getComponents().findLast(({ name }) => name === 'p2p')?.value
    if (id === undefined) return [parsed.encapsulate(`/p2p/${peer}`)]
    return id === peer ? [parsed] : []
  } catch {
    return []
  }
}

function dialError(error: unknown, peer: string, addresses: string[]): Error {
  const causes: unknown[] = error instanceof AggregateError ? error.errors : [error]
  // Noise says it in words only.
  if (causes.some((cause) => cause instanceof Error && cause.message.includes('does not match expected')))
    return new WrongPeerError(
      `Somebody else than ${peer} answers at ${addresses.join(', ')}. Ask for the current address.`,
      { cause: error }
    )
  return unreachable(peer, addresses, causes.map(reason).join('; '), error)
}

function unreachable(peer: string, addresses: string[], why: string, cause?: unknown): UnreachableError {
  const tried = addresses.length === 0 ? 'No address is known' : `Tried ${addresses.join(', ')}`
  return new UnreachableError(`Nobody answers for ${peer}. ${tried}: ${why}.`, { cause })
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message || cause.name : String(cause)
}
