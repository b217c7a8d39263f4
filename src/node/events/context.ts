import type { Crypto } from '../../protocol/index.ts'
import type { Profile } from '../profile/profile.ts'

/** What the events of a profile are read and written with. */
export interface EventContext {
  crypto: Crypto
  profile: Profile
}

/** The key of a record in the index of ids. */
export const indexKey = ({ crypto, profile }: EventContext, id: Uint8Array): Uint8Array =>
  crypto.hmac(profile.indexKey, id).subarray(0, 16)
