/**
 * One libp2p host for peers and servers alike. The only folder that imports libp2p.
 *
 * @packageDocumentation
 */
export { createHost } from './create-host.ts'
export { createRequestClient } from './request-client.ts'
export { serveRequests } from './requests.ts'
export type { RequestClient } from './request-client.ts'
export type { RequestProtocol } from './requests.ts'
export type {
  Discovery,
  Frames,
  FramesHandler,
  Gossip,
  GossipEvents,
  Host,
  HostEvents,
  HostInit,
  PeerAddress,
  ProtocolOptions,
  Validator,
  Verdict
} from './types.ts'
