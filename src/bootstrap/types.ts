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
  /** Where the name leaves the account: by whose act, and from when on somebody else may take it, ISO 8601. */
  leaving?: { by: 'operator' | 'holder'; from: string }
}

/** A name that was reset. */
export interface NameReset {
  /** From when on the name can be registered anew, ISO 8601. */
  from: string
  /** 12 words that are asked for then. */
  reset_code: string
}

/** What the operator of a server may do while it runs. */
export interface BootstrapAdmin {
  /** In the order of their names, from the one after `after` (empty: from the first). */
  accounts(after: string, limit: number): Promise<RegisteredAccount[]>
  /** No login, no certificate, no presence any more. @throws UnknownNameError, StorageError */
  suspend(username: string): Promise<void>
  /** @throws UnknownNameError, StorageError */
  resume(username: string): Promise<void>
  /**
   * Takes a name from its account in 30 days, for whoever lost password, devices and recovery code: they register it anew
   * then, by the code. Any device of the account may cancel it until then.
   *
   * @throws UnknownNameError, NameLeavingError, StorageError
   */
  reset(username: string): Promise<NameReset>
  /** As `reset`, for whoever comes. @throws UnknownNameError, NameLeavingError, StorageError */
  release(username: string): Promise<Pick<NameReset, 'from'>>
  /** Copies everything, secrets too, into a directory that does not exist. @throws StorageError */
  backup(directory: string): Promise<void>
  /**
   * Puts a copy in the registry's place, and goes on with it. `goBack` says that names may get lost.
   *
   * @throws RestoreError where it is no copy of this registry, or an older one without `goBack`; StorageError,
   * ProfileLockedError where a server runs in the copy
   */
  restore(directory: string, goBack: boolean): Promise<{ lost: string[] }>
  /** Puts a new registry key in the place of the newest. Clients follow by themselves. @throws RotationError, StorageError */
  rotateKey(): Promise<void>
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
