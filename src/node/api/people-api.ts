import { fromBase32 } from '../../protocol/index.ts'
import { toPerson } from './person.ts'
import type { AbortOptions } from '../../abort.ts'
import type { Account } from '../account/account.ts'
import type { Network } from '../network.ts'
import type { KnownAccount, People } from '../people/people.ts'
import type { PeopleApi, Person } from '../types.ts'
import type { Finder } from './finder.ts'

export interface PeopleApiInit {
  account: Account
  network: Network
  people: People
  find: Finder
}

/** Statuses in the order in which people are listed. */
const rank = { online: 0, away: 1, offline: 2 } as const

export class NodePeople implements PeopleApi {
  readonly #init: PeopleApiInit

  constructor(init: PeopleApiInit) {
    this.#init = init
  }

  async list(name: string): Promise<Person[]> {
    const { network, people, account, find } = this.#init
    const conversation = await find.open(name)
    const ids =
      conversation?.room === undefined
        ? [account.required.id, conversation?.account ?? (await find.person(name)).id]
        : network.accountsIn(conversation.log).map(fromBase32)
    const known = await Promise.all(ids.map((id) => people.known(id)))
    const listed = new Map(
      known.filter((one) => one !== undefined).map((one) => [one.key, this.#person(one)])
    )
    return [...listed.values()].sort((a, b) => rank[a.status] - rank[b.status] || (a.name < b.name ? -1 : 1))
  }

  async find(username: string, options: AbortOptions = {}): Promise<Person> {
    return this.#person(await this.#init.find.person(username, options))
  }

  setStatus(status: 'online' | 'away'): void {
    this.#init.network.setStatus(status)
  }

  #person(known: KnownAccount): Person {
    return toPerson(this.#init.network, known, this.#init.account.self?.id)
  }
}
