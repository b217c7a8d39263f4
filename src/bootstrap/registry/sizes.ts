import {
  maxBackup,
  maxCertificate,
  maxEntry,
  maxVaultHead,
  refusal,
  vaultPart
} from '../../protocol/index.ts'
import type { Refusal, RegistryRequest } from '../../protocol/index.ts'

type Size = [least: number, most: number]

/** The fields of a message that are bytes. */
type Sizes<Message> = {
  [Field in keyof Required<Message> as NonNullable<Message[Field]> extends Uint8Array ? Field : never]: Size
}

const hash: Size = [32, 32]
const entry: Size = [1, maxEntry]
const backup: Size = [1, maxBackup]
const opaqueRecord: Size = [192, 192]

/** Of every field of every request that is bytes. OPAQUE's messages have one length each. */
const sizes: { [Asked in keyof Required<RegistryRequest>]: Sizes<NonNullable<RegistryRequest[Asked]>> } = {
  info: {},
  registerStart: { opaqueRequest: [32, 32] },
  registerFinish: {
    opaqueRecord,
    entry,
    backup,
    leaf: [1, maxCertificate],
    find: hash,
    challenge: [41, 41],
    solution: [8, 8],
    resetCode: [16, 16]
  },
  loginStart: { opaqueRequest: [96, 96] },
  loginFinish: { opaqueFinish: [64, 64] },
  appendEntry: { entry, backup, opaqueRecord, find: hash },
  passwordStart: { opaqueRequest: [32, 32] },
  recover: { find: hash },
  lookup: { account: hash },
  prove: {},
  leaves: {},
  cancelReset: { leaf: [1, maxCertificate] },
  release: { leaf: [1, maxCertificate] },
  entries: { account: hash },
  vaultPut: { head: [1, maxVaultHead], part: [1, vaultPart] },
  vaultGet: {}
}

/** Why a request's form alone makes it none, or undefined where it is one question with fields of a right length. */
export function refusalOfForm(request: RegistryRequest): Refusal | undefined {
  const [asked, ...more] = Object.entries(request) as [keyof RegistryRequest, object][]
  if (asked === undefined || more.length > 0) return refusal.badRequest
  const [name, message] = asked
  const fields = Object.entries<Size>(sizes[name])
  const lengths = fields.flatMap(([field, size]) => {
    const value = (message as Record<string, Uint8Array | undefined>)[field]
    return value === undefined ? [] : [{ length: value.length, size }]
  })
  if (lengths.some(({ length, size: [, most] }) => length > most)) return refusal.tooLarge
  return lengths.some(({ length, size: [least] }) => length < least) ? refusal.badRequest : undefined
}
