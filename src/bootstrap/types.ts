/** What a bootstrap server is made from. */
export interface BootstrapInit {
  /** Identity and registry live here. Made where it does not exist; one server at a time. */
  directory: string
  /**
   * Multiaddrs to listen on; TCP on 7827 and WebSocket on 7828 of all interfaces where absent. A port 0 is chosen the
   * first time and kept from then on, so that invites stay valid.
   */
  listen?: string[]
  /** Multiaddrs to tell others instead of the ones listened on: needed behind NAT and on a public address. */
  announce?: string[]
}

/** A bootstrap server: names, login, presence. */
export interface Bootstrap extends AsyncDisposable {
  /** One line to hand to friends: registry id and server addresses, signed. */
  readonly invite: string
  /** base32. */
  readonly registryId: string
  readonly peer: string
  readonly addresses: string[]
  /** Ends connections, writes what is open, closes the registry. May be called twice. */
  stop(): Promise<void>
}
