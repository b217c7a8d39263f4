import {
  base64url,
  equalBytes,
  followsEntry,
  listsDevice,
  maxClockAhead,
  readEntry,
  refusal
} from '../../protocol/index.ts'
import { refuse } from './refuse.ts'
import type { AccountEntry, AppendEntry, RegistryReply } from '../../protocol/index.ts'
import type { NextAccount, StoredAccount } from './accounts.ts'
import type { RegistryContext } from './context.ts'
import type { Proven } from './hand-out.ts'

/** The one way in which an account moves on: devices, backup, password and recovery code change in one write. */
export async function appendEntry(
  context: RegistryContext,
  proof: Proven,
  device: Uint8Array,
  request: AppendEntry
): Promise<{ reply: RegistryReply; proof: Proven }> {
  const { accounts, certificates, crypto } = context
  const refused = (error: Parameters<typeof refuse>[0]) => ({ reply: refuse(error), proof })
  const current = await accounts.account(proof.account)
  const entry = await readEntry(crypto, request.entry)
  if (current === undefined || entry === undefined || !listsDevice(entry, device))
    return refused(refusal.forged)
  if (current.opaqueRecord !== proof.opaqueRecord) return refused(refusal.wrongPassword)
  const next = nextAccount(context, current, entry, request)
  if (next === undefined) return refused(refusal.badRequest)
  if (!equalBytes(crypto.sha256(next.backup), entry.backup)) return refused(refusal.forged)
  if (equalBytes(entry.hash, current.entry.hash)) {
    // The same again succeeds; another password with an entry that was taken already was never stored.
    if (!isSame(current, next)) return refused(refusal.conflict)
  } else {
    if (Math.abs(Date.now() - entry.time) > maxClockAhead) return refused(refusal.clock)
    if (!(await followsEntry(crypto, current.entry, entry))) return refused(refusal.conflict)
    if (!(await accounts.replace(current, next))) return refused(refusal.conflict)
    context.onEntry(entry)
  }
  const account = { ...next, revision: current.revision }
  await accounts.bind(device, account)
  return {
    reply: { account: { certificate: await certificates.of(account), entry: entry.bytes } },
    proof: { ...proof, opaqueRecord: next.opaqueRecord }
  }
}

/** Undefined where the parts of a change of password are not all there. */
function nextAccount(
  { opaqueSetupId }: RegistryContext,
  current: StoredAccount,
  entry: AccountEntry,
  { backup, opaqueRecord, find }: AppendEntry
): NextAccount | undefined {
  const { username, leaf } = current
  const kept = { username, leaf, entry, backup: backup ?? current.backup }
  if (opaqueRecord === undefined && find === undefined) {
    const { opaqueRecord, opaqueSetup, find } = current
    return { ...kept, opaqueRecord, opaqueSetup, find }
  }
  if (opaqueRecord === undefined || find === undefined || backup === undefined) return undefined
  return { ...kept, opaqueRecord: base64url(opaqueRecord), opaqueSetup: opaqueSetupId, find }
}

const isSame = (one: NextAccount, other: NextAccount): boolean =>
  one.opaqueRecord === other.opaqueRecord &&
  equalBytes(one.find, other.find) &&
  equalBytes(one.backup, other.backup)
