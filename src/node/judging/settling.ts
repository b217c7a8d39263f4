import { hex } from '../../protocol/index.ts'
import type { SignedRecord } from '../../protocol/index.ts'
import type { ConversationLog } from '../events/conversation-log.ts'
import type { Authors } from '../people/authors.ts'
import type { People } from '../people/people.ts'
import type { Profiles } from '../people/profiles.ts'
import type { Profile } from '../profile/profile.ts'

export interface SettlingInit {
  profile: Profile
  people: People
  authors: Authors
  profiles: Profiles
  /** Logs that may hold something of one of these devices. */
  logsOf: (devices: Uint8Array[]) => Promise<ConversationLog[]>
  /** Events that were held count no more, and are gone. */
  onVoid: (log: ConversationLog, records: SignedRecord[]) => Promise<void>
  onStorageError: (error: unknown) => void
}

/**
 * Takes out what was held and counts no more: an account's log says that it dropped a device, or a close how far that
 * device's events count. Accounts stay noted as unsettled until that is done, through crashes and gaps in the log.
 */
export class Settling {
  readonly #init: SettlingInit
  /** One after the other: each goes by what is known when its turn comes. */
  #settling: Promise<void> = Promise.resolve()
  #isStopped = false

  constructor(init: SettlingInit) {
    this.#init = init
  }

  /** What is under way then may fail, and is done after the next start. */
  stop(): void {
    this.#isStopped = true
  }

  /** What waits: after a start, and when the registry is there, which knows all logs. */
  async settleAll(): Promise<void> {
    const { tables, aliases } = this.#init.profile
    for await (const alias of tables.unsettled.keys()) await this.settle(aliases.id('account', alias))
  }

  /** Something new is known of an account's log, or a close of it was stored. */
  settle(account: Uint8Array): Promise<void> {
    this.#settling = this.#settling
      .then(() => this.#settle(account))
      .catch((error: unknown) => {
        if (!this.#isStopped) this.#init.onStorageError(error)
      })
    return this.#settling
  }

  async #settle(account: Uint8Array): Promise<void> {
    if (this.#isStopped) return
    const { profile, people, authors, profiles, logsOf, onVoid } = this.#init
    const entries = await people.log(account)
    const devices = new Map(entries.flatMap((entry) => entry.devices).map((device) => [hex(device), device]))
    for (const log of await logsOf([...devices.values()])) {
      for (const device of devices.values()) {
        const gone = await log.limit(await people.log(account), device)
        if (gone.length > 0) await onVoid(log, gone)
      }
    }
    await profiles.settle(account, entries)
    // What comes of that is settled anew.
    if (await people.hasGap(account)) void authors.complete(account)
    else if ((await people.log(account)) === entries)
      await profile.journal.write((batch) => {
        batch.delete(profile.tables.unsettled, profile.aliases.of('account', account))
      })
  }
}
