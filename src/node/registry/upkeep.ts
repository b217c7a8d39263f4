import { UnknownNameError } from '../../errors.ts'
import { clockProblem } from './clock.ts'
import type { AbortOptions } from '../../abort.ts'
import type { Account } from '../account/account.ts'
import type { RegistryClient } from './registry-client.ts'

/** A certificate is renewed when less than this remains of its 72 h, ms. */
const renewBefore = 48 * 3_600_000

export interface UpkeepInit {
  client: RegistryClient
  account: Account
  onNotice: (text: string) => void
}

/** What a device asks its registry again and again; what turns out to be wrong is told once. */
export class Upkeep {
  readonly #init: UpkeepInit
  #toldOfClock = false
  #toldOfExpiry = false
  #toldOfLoss = false

  constructor(init: UpkeepInit) {
    this.#init = init
  }

  /** What the registry says of itself, and one's own certificate where it is getting old. */
  async refresh(signal: AbortSignal): Promise<void> {
    const { client, account, onNotice } = this.#init
    const { time } = await client.info({ signal })
    const problem = clockProblem(time)
    if (problem !== undefined && !this.#toldOfClock) onNotice(problem.message)
    this.#toldOfClock = problem !== undefined
    const { self } = account
    if (self !== undefined && self.certificate.expires - Date.now() < renewBefore)
      await this.renew({ signal })
  }

  /** Gets the own account's newest entry and a fresh certificate. */
  async renew(options?: AbortOptions): Promise<void> {
    try {
      await this.#init.account.renew(options)
    } catch (error) {
      if (error instanceof UnknownNameError) this.#tellOfLoss()
      throw error
    }
  }

  /** A name's certificate that ran out while the registry is away holds one back from strangers. */
  away(): void {
    const { account, onNotice } = this.#init
    const isExpired = account.self !== undefined && account.self.certificate.expires < Date.now()
    if (!isExpired || this.#toldOfExpiry) return
    this.#toldOfExpiry = true
    onNotice(
      'The certificate of your name has run out, and the registry does not answer. People who know you see your ' +
        'messages; others will once the registry is back.'
    )
  }

  #tellOfLoss(): void {
    if (this.#toldOfLoss) return
    this.#toldOfLoss = true
    this.#init.onNotice(
      'The registry does not know your account any more, as after an old backup was put back. Ask its operator. To have ' +
        'your name again, register it in a new profile before somebody else does ("--profile DIR"), and have people ' +
        'compare safety numbers with you. This profile keeps what it has, and people who know you still get what you write.'
    )
  }
}
