import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { encodeRegister, hybridTime, kind, registerLink, signRecord } from '../../../src/protocol/index.ts'
import type { SignedRecord } from '../../../src/protocol/index.ts'
import type { TestAccount, TestDevice } from './accounts.ts'

export interface RegisterOptions {
  key?: string
  value?: Uint8Array
  time?: bigint
  /** The key whose hash the header has, where it is not the content's. */
  linked?: string
  device?: TestDevice
  content?: Uint8Array
}

/** One signed register of an account: `room/flock`, unless told otherwise. */
export function makeRegister(
  conversation: Uint8Array,
  { id: account, devices }: TestAccount,
  options: RegisterOptions = {}
): Promise<SignedRecord> {
  const { key = 'room/flock', value = Uint8Array.of(1), device = devices[0]! } = options
  const header = {
    kind: kind.ownState,
    number: 0,
    time: options.time ?? hybridTime(Date.now()),
    account,
    device: device.key,
    prev: registerLink(crypto, options.linked ?? key),
    heads: []
  }
  return signRecord(
    crypto,
    device.seed,
    conversation,
    header,
    options.content ?? encodeRegister({ key, value })
  )
}
