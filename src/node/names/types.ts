import type { AbortOptions } from '../../abort.ts'

/** What an audit of the registry's log of names verified. */
export interface AuditReport {
  /** Registry id, base32. */
  registry: string
  /** Lines of the log: each was read, and is signed by its account. */
  leaves: number
  /** Names that have a holder, each exactly one. */
  names: number
  /** Keys that the registry has had, each signed by the one before, and in the log. */
  keys: number
  /** Of the tree over all leaves, base64. */
  root: string
  /** The registry's signed note that states size and root; it follows from every one seen before. */
  checkpoint: string
  /** Where one's own name stands; null where nobody is logged in. */
  own: { name: string; leaf: number } | null
  /** Files with signed notes that contradict each other, from earlier alarms. */
  evidence: string[]
}

/** Names, as the registry's log has them. */
export interface NamesApi {
  /**
   * Reads and checks the registry's whole log of names: about 250 bytes for each name.
   *
   * `accept` forgets first what the log was, after an alarm that its operator has explained: from then on it is compared
   * with what it is now.
   *
   * @throws AuditError with the first thing that is wrong; UntrustedRegistryError where the log is not the one that was
   * shown before; RegistryUnreachableError
   */
  audit(options?: AbortOptions & { accept?: boolean }): Promise<AuditReport>
}
