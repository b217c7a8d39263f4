import { UnreachableError } from '../errors.ts'
import { identifyTimeout } from './limits.ts'
import { Waiters } from './waiters.ts'
import type { Connection, IdentifyResult, Libp2p, PeerId } from '@libp2p/interface'

/** Peers that are connected and have said which protocols they speak. */
export interface KnownPeers {
  list(): string[]
  has(peer: string): boolean
  protocols(peer: string): string[]
  /** @throws UnreachableError where the peer goes away, or says nothing, before it is known */
  known(connection: Connection, signal?: AbortSignal): Promise<void>
  /** All are gone: libp2p does not say so when it stops. */
  clear(): void
}

export interface KnownPeersEvents {
  connect(peer: string): void
  disconnect(peer: string): void
}

export function trackPeers(libp2p: Libp2p, events: KnownPeersEvents): KnownPeers {
  const known = new Map<string, string[]>()
  const waiting = new Map<string, Waiters<void>>()

  const settle = (peer: string, error?: UnreachableError): void => {
    const waiters = waiting.get(peer)
    waiting.delete(peer)
    if (error === undefined) waiters?.resolve()
    else waiters?.reject(error)
  }

  const gone = (peer: string): void => {
    settle(peer, closedAtOnce(peer))
    if (known.delete(peer)) events.disconnect(peer)
  }

  libp2p.addEventListener('peer:identify', ({ detail }: CustomEvent<IdentifyResult>) => {
    const peer = detail.peerId.toString()
    // The connection may have closed while its answer was checked.
    if (libp2p.getConnections(detail.peerId).length === 0) return
    const isNew = !known.has(peer)
    known.set(peer, detail.protocols)
    if (isNew) events.connect(peer)
    settle(peer)
  })
  libp2p.addEventListener('peer:disconnect', ({ detail }: CustomEvent<PeerId>) => gone(detail.toString()))

  return {
    list: () => [...known.keys()],
    has: (peer) => known.has(peer),
    protocols: (peer) => known.get(peer) ?? [],
    async known(connection, signal) {
      const peer = connection.remotePeer.toString()
      if (known.has(peer)) return
      if (connection.status !== 'open') throw closedAtOnce(peer)
      const waiters = waiting.get(peer) ?? new Waiters<void>()
      waiting.set(peer, waiters)
      const giveUp = (): void => {
        settle(peer, new UnreachableError(`${peer} does not say which protocols it speaks.`))
        connection.abort(new Error('not identified in time'))
      }
      const timer = setTimeout(giveUp, identifyTimeout)
      await waiters.wait(signal).finally(() => clearTimeout(timer))
    },
    clear() {
      for (const peer of [...known.keys(), ...waiting.keys()]) gone(peer)
    }
  }
}

const closedAtOnce = (peer: string): UnreachableError =>
  new UnreachableError(`${peer} closed the connection at once; it may be full. Try again later.`)
