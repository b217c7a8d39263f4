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

/** An account as the operator sees it. */
export interface RegisteredAccount {
  name: string
  /** Account id, base32. */
  id: string
  devices: number
  suspended: boolean
}

/** What the operator of a server may do while it runs. */
export interface BootstrapAdmin {
  /** In the order of their names, from the one after `after` (empty: from the first). */
  accounts(after: string, limit: number): Promise<RegisteredAccount[]>
  /** No login, no certificate, no presence any more. @throws UnknownNameError, StorageError */
  suspend(username: string): Promise<void>
  /** @throws UnknownNameError, StorageError */
  resume(username: string): Promise<void>
  /** Copies everything, secrets too, into a directory that does not exist. @throws StorageError */
  backup(directory: string): Promise<void>
  /**
   * Puts a copy in the registry's place, and goes on with it. `goBack` says that names may get lost.
   *
   * @throws RestoreError where it is no copy of this registry, or an older one without `goBack`; StorageError,
   * ProfileLockedError where a server runs in the copy
   */
  restore(directory: string, goBack: boolean): Promise<{ lost: string[] }>
}

/** A bootstrap server: names, login, presence. */
export interface Bootstrap extends AsyncDisposable {
  /** One line to hand to friends: registry id and server addresses, signed. */
  readonly invite: string
  /** base32. */
  readonly registryId: string
  readonly peer: string
  readonly addresses: string[]
  readonly admin: BootstrapAdmin
  /** Ends connections, writes what is open, closes the registry. May be called twice. */
  stop(): Promise<void>
}
