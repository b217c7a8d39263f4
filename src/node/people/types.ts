import type { AbortOptions } from '../../abort.ts'
import type { Colour } from '../../protocol/index.ts'

export type { Colour }

/** As shown: `offline` is also whoever was never heard of. */
export type PresenceStatus = 'online' | 'away' | 'offline'

/**
 * `verified`: the safety number was compared. `changed`: the account key is not the one last looked at, and nothing is
 * sent until somebody looks.
 */
export type Trust = 'unverified' | 'verified' | 'changed'

/** What two people compare, by voice or face to face, to know that nobody stands between them. */
export interface Verification {
  name: string
  /** Account id, base32. */
  id: string
  /** 60 digits, the same on both sides. */
  safety_number: string
  trust: Trust
}

/** What somebody says of themselves; each is absent where nothing is said. It proves nothing: names do. */
export interface ProfileFields {
  /** Never to be shown without the username. */
  display_name?: string
  /** One line. */
  status_text?: string
  /** IANA, as in `Europe/Berlin`. */
  time_zone?: string
  /** In which the name may be drawn. */
  colour?: Colour
}

/** A small picture that belongs to a profile. */
export interface Picture {
  type: 'image/png' | 'image/jpeg'
  /** Pixels. */
  width: number
  height: number
  /** Base64. */
  data: string
}

/** All that somebody says of themselves. */
export interface PersonProfile extends ProfileFields {
  name: string
  /** Account id, base32. */
  id: string
  picture?: Picture
  /** ISO 8601, when it was said, by the author's clock; absent where nothing was. */
  changed?: string
}

/** What is to be said of oneself from now on. What is absent stays; an empty text takes away. */
export interface ProfileChange {
  /** Up to 40 letters, digits, spaces and . , - '. */
  displayName?: string
  /** One line of up to 140 characters. */
  statusText?: string
  /** IANA, as in `Europe/Berlin`. */
  timeZone?: string
  /** A `Colour`. */
  colour?: string
  /** PNG or JPEG in base64: up to 8 KiB, and 256 pixels each way. */
  picture?: string
}

/** Somebody who was seen in a conversation, or looked up. */
export interface Person extends ProfileFields {
  name: string
  /** Account id, base32. */
  id: string
  status: PresenceStatus
  /** ISO 8601, when last seen by anyone; absent where never or where online. */
  last_seen?: string
  /** Whether one of their devices is connected to this one, and how. */
  link: 'direct' | 'none'
  trust: Trust
  me: boolean
  /** What this account calls them, on all its devices. */
  nickname?: string
  /** Nothing of them is shown or taken. */
  blocked?: true
}

/** People, and one's own status. */
export interface PeopleApi {
  /** Everyone seen in a conversation: members first seen or heard there, with presence. */
  list(conversation: string): Promise<Person[]>
  /** @throws UnknownNameError */
  find(username: string, options?: AbortOptions): Promise<Person>
  /** The safety number with somebody, and how far they are trusted. @throws UnknownNameError */
  verification(username: string, options?: AbortOptions): Promise<Verification>
  /**
   * Marks somebody as verified, their number having been compared, or as looked at only. Digits count, white space
   * doesn't.
   *
   * @throws SafetyNumberError where the number is another; UnknownNameError
   */
  trust(username: string, safetyNumber: string, as: 'verified' | 'unverified'): Promise<Verification>
  /** What somebody says of themselves, by their own word where they are connected. @throws UnknownNameError */
  profile(username: string, options?: AbortOptions): Promise<PersonProfile>
  /**
   * Says something else of oneself: everybody in the network can see it.
   *
   * @throws InvalidProfileError, NotLoggedInError, StorageError
   */
  setProfile(change: ProfileChange): Promise<PersonProfile>
  /**
   * Hides somebody everywhere, on all devices of this account, and takes no direct message of theirs until `unblock`. They
   * are not told. Nothing is deleted.
   *
   * @throws UnknownNameError, BlockedError of oneself, NotLoggedInError, StorageError
   */
  block(username: string, options?: AbortOptions): Promise<Person>
  /** @throws UnknownNameError, NotLoggedInError, StorageError */
  unblock(username: string, options?: AbortOptions): Promise<Person>
  /** Who is blocked, by name: where that is not known, the account id, shortened. */
  blocked(): Promise<Pick<Person, 'name' | 'id'>[]>
  /**
   * Calls somebody otherwise, on all devices of this account; an empty nickname ends it. Up to 40 letters, digits, spaces
   * and . , - '.
   *
   * @throws InvalidNicknameError, UnknownNameError, NotLoggedInError, StorageError
   */
  rename(username: string, nickname: string, options?: AbortOptions): Promise<Person>
  /** What others are told of this device. */
  setStatus(status: 'online' | 'away'): void
}
