import { BlockedError, InvalidNicknameError, SafetyNumberError } from '../../errors.ts'
import { nameOf } from '../conversations/message.ts'
import {
  base32,
  base64,
  encodeProfile,
  fromBase32,
  isDisplayName,
  isUsername,
  maxDisplayName,
  millisecondsOf,
  readPicture,
  safetyNumber
} from '../../protocol/index.ts'
import { abortable } from './abortable.ts'
import { changedProfile } from './profile-change.ts'
import { profileFields, toPerson } from './person.ts'
import type { AbortOptions } from '../../abort.ts'
import type { Crypto } from '../../protocol/index.ts'
import type { KnownAccount, People } from '../people/people.ts'
import type { Messaging } from '../messaging.ts'
import type { PeopleApi, Person, PersonProfile, ProfileChange, Verification } from '../people/types.ts'
import type { Finder } from './finder.ts'
import type { PersonContext } from './person.ts'

export interface PeopleApiInit extends PersonContext {
  crypto: Crypto
  people: People
  messaging: Messaging
  find: Finder
  /** What is known of somebody changed. */
  onChange: (known: KnownAccount) => void
}

/** Statuses in the order in which people are listed. */
const rank = { online: 0, away: 1, offline: 2 } as const

export class NodePeople implements PeopleApi {
  readonly #init: PeopleApiInit
  /** Changes of one's own profile, one after the other. */
  #changing: Promise<unknown> = Promise.resolve()

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

  async verification(username: string, options: AbortOptions = {}): Promise<Verification> {
    return this.#verification(await this.#init.find.person(username, options))
  }

  async trust(username: string, number: string, as: 'verified' | 'unverified'): Promise<Verification> {
    const { find, trusted, messaging, onChange } = this.#init
    const known = await find.person(username)
    if (number.replace(/\s/g, '') !== this.#verification(known).safety_number)
      throw new SafetyNumberError(
        `This is not the safety number of ${known.name} and you. Look at both again; where they differ, the account ` +
          'that you see is not theirs: write nothing private, and ask them on another way.'
      )
    await trusted.set(known, as === 'verified')
    await messaging.redirect(known.id)
    onChange(known)
    return this.#verification(known)
  }

  async profile(username: string, options: AbortOptions = {}): Promise<PersonProfile> {
    const { find, messaging } = this.#init
    const known = await find.person(username, options)
    await abortable(messaging.exchange.refresh(known), options.signal)
    return this.#profile(known)
  }

  setProfile(change: ProfileChange): Promise<PersonProfile> {
    const changing = this.#changing.then(() => this.#setProfile(change))
    this.#changing = changing.catch(() => {})
    return changing
  }

  async block(username: string, options: AbortOptions = {}): Promise<Person> {
    const { find, account, messaging } = this.#init
    const known = await find.person(username, options)
    if (known.key === account.required.key) throw new BlockedError('Nobody can block themselves.')
    await messaging.own.block(known.id, true)
    return this.#person(known)
  }

  async unblock(username: string, options: AbortOptions = {}): Promise<Person> {
    const known = await this.#init.find.person(username, options)
    void this.#init.account.required
    await this.#init.messaging.own.block(known.id, false)
    return this.#person(known)
  }

  async blocked(): Promise<Pick<Person, 'name' | 'id'>[]> {
    const { people, messaging } = this.#init
    const ids = messaging.relations.blocked()
    return Promise.all(ids.map(async (id) => ({ name: await nameOf(people, id), id: base32(id) })))
  }

  async rename(username: string, nickname: string, options: AbortOptions = {}): Promise<Person> {
    const { find, account, people, messaging } = this.#init
    const known = await find.person(username, options)
    void account.required
    const other = nickname.trim()
    if (other !== '' && !isDisplayName(other))
      throw new InvalidNicknameError(
        `A nickname has up to ${maxDisplayName} letters and digits, with single spaces and . , - ' between them.`
      )
    const namesake = isUsername(other.toLowerCase()) ? await people.byName(other.toLowerCase()) : undefined
    if (namesake !== undefined && namesake.key !== known.key)
      throw new InvalidNicknameError(
        `Somebody else here has the username ${namesake.name}: the two would look the same. Take another nickname.`
      )
    await messaging.own.rename(known.id, other)
    return this.#person(known)
  }

  setStatus(status: 'online' | 'away'): void {
    this.#init.network.setStatus(status)
  }

  async #setProfile(change: ProfileChange): Promise<PersonProfile> {
    const { account, profiles, messaging } = this.#init
    const self = account.required
    const body = changedProfile(await profiles.whole(self.id), change)
    await messaging.own.state!.setProfile(encodeProfile(body))
    return this.#profile(self)
  }

  async #profile(known: KnownAccount): Promise<PersonProfile> {
    const { profiles } = this.#init
    const said = profiles.of(known.key)
    const bytes = (await profiles.whole(known.id))?.picture
    const picture = bytes && readPicture(bytes)
    return {
      name: known.name,
      id: known.key,
      ...profileFields(this.#init, known),
      ...(picture && { picture: { ...picture, data: base64(bytes) } }),
      ...(said && { changed: new Date(millisecondsOf(said.time)).toISOString() })
    }
  }

  #verification(known: KnownAccount): Verification {
    const { crypto, account, trusted } = this.#init
    return {
      name: known.name,
      id: known.key,
      safety_number: safetyNumber(crypto, account.required.entry, known.entry),
      trust: trusted.of(known)
    }
  }

  #person(known: KnownAccount): Person {
    return toPerson(this.#init, known)
  }
}
