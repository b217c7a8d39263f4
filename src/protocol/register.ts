import { equalBytes, utf8 } from './bytes.ts'
import { maxRegisterKey, maxRegisterValue } from './limits.ts'
import { RegisterContent } from './pb/content.ts'
import { saltLength } from './record.ts'
import type { Crypto } from './crypto.ts'
import type { HybridTime } from './hybrid-time.ts'
import type { SignedRecord } from './record.ts'

/** What a register says: one value under one key. */
export interface RegisterBody {
  /** As in `read/...`, 1 to 128 bytes of UTF-8. */
  key: string
  /** 20 KiB at most; what it means, the key says. */
  value: Uint8Array
}

/** The content of a register, without the salt. */
export const encodeRegister = (body: RegisterBody): Uint8Array => RegisterContent.encode(body)

/** What a register's header has as `prev`: whoever knows the key finds the register. */
export const registerLink = (crypto: Crypto, key: string): Uint8Array => crypto.sha256(utf8(key))

/** What a register says, or undefined where it breaks the limits or is signed under another key's hash. */
export function readRegister(crypto: Crypto, { header, content }: SignedRecord): RegisterBody | undefined {
  if (content === undefined) return undefined
  try {
    const { key, value } = RegisterContent.decode(content.subarray(saltLength))
    const size = utf8(key).length
    const isWithin = size > 0 && size <= maxRegisterKey && value.length <= maxRegisterValue
    const isLinked = key.isWellFormed() && equalBytes(registerLink(crypto, key), header.prev)
    return isWithin && isLinked ? { key, value } : undefined
  } catch {
    return undefined
  }
}

/** Where a register stands among those under one key: the greatest (time, id) is the current one. */
export interface RegisterVersion {
  time: HybridTime
  id: Uint8Array
}
