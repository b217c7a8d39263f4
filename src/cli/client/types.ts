import type {
  AccountInfo,
  AuditReport,
  Conversation,
  Credentials,
  Device,
  Message,
  MessageState,
  NetworkStatus,
  PasswordChange,
  Person,
  PersonProfile,
  ProfileChange,
  Recovery,
  RecoveryCode,
  Removed,
  Registration,
  Revocation,
  Verification
} from '../../node/index.ts'

/** What a client is told, as it happens. */
export type ClientEvent =
  | { type: 'message'; message: Message }
  | { type: 'state'; id: string; conversation: string; state: MessageState; stored_by: number }
  | ({ type: 'removed' } & Removed)
  | { type: 'conversation'; conversation: Conversation; left: boolean }
  | { type: 'presence'; person: Person }
  | { type: 'network'; network: NetworkStatus }
  | { type: 'notice'; level: 'info' | 'warning'; text: string }
  /** The node behind this client is gone; nothing more comes. */
  | { type: 'closed'; reason: string }

export interface Status {
  account: AccountInfo | null
  network: NetworkStatus
  invite: string | null
}

/**
 * The one interface between a running node and whatever shows it: the terminal interface, the commands and plain mode
 * speak to it alike, in this process or over the profile's socket. Plain JSON values only.
 *
 * Conversations are named `#room` or by a username.
 */
export interface Client {
  status(): Promise<Status>
  useInvite(invite: string): Promise<void>
  register(registration: Registration): Promise<AccountInfo & RecoveryCode>
  login(credentials: Credentials): Promise<AccountInfo>
  recover(recovery: Recovery): Promise<AccountInfo & RecoveryCode>
  changePassword(change: PasswordChange): Promise<AccountInfo & RecoveryCode>
  devices(): Promise<Device[]>
  revoke(revocation: Revocation): Promise<AccountInfo>

  /** Gives the name up, for good. */
  release(credentials: Omit<Revocation, 'device'>): Promise<void>
  /** Keeps the name that the operator takes away. */
  cancelReset(): Promise<void>
  /** Whether the profile opens without its password from now on. */
  remember(isRemembered: boolean): Promise<void>
  conversations(): Promise<Conversation[]>
  /** The newest messages before the one with that id, oldest first. */
  history(conversation: string, options: { limit: number; before?: string }): Promise<Message[]>
  people(conversation: string): Promise<Person[]>
  /** @throws UnknownNameError */
  find(username: string): Promise<Person>
  profile(username: string): Promise<PersonProfile>
  setProfile(change: ProfileChange): Promise<PersonProfile>
  verification(username: string): Promise<Verification>
  trust(username: string, safetyNumber: string, as: 'verified' | 'unverified'): Promise<Verification>
  /** Hides somebody everywhere, or no more. */
  block(username: string, isBlocked: boolean): Promise<Person>
  blocked(): Promise<Pick<Person, 'name' | 'id'>[]>
  /** An empty nickname takes it away. */
  rename(username: string, nickname: string): Promise<Person>
  /** Reads and checks the registry's whole log of names. */
  audit(options: { accept: boolean }): Promise<AuditReport>
  send(conversation: string, text: string): Promise<Message>
  /** Waits until another device holds the message; false when `timeout` ms have passed. */
  delivered(id: string, timeout: number): Promise<boolean>
  join(room: string): Promise<void>
  leave(room: string): Promise<void>
  /** Gives another own device what was written before it came; resolves to its name. */
  allow(device: string): Promise<string>
  markRead(conversation: string): Promise<void>
  setStatus(status: 'online' | 'away'): Promise<void>

  /** Returns the function that ends it. */
  subscribe(listener: (event: ClientEvent) => void): () => void
  /** Lets go of the node: stops it where this client runs it, detaches otherwise. */
  close(): Promise<void>
}

/** A client of a profile on this computer. */
export interface ProfileClient extends Client {
  /** Starts a network of one's own in the profile, or finds it running; resolves to its invite. */
  startNetwork(): Promise<string>
}

/** How long a process means to hold a profile: for one command, or until somebody stops it. */
export type Lifetime = 'short' | 'long'
