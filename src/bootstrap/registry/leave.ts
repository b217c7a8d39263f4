import { equalBytes, leafOp, listsDevice, maxClockAhead, readLeaf, refusal } from '../../protocol/index.ts'
import { refuse } from './refuse.ts'
import type { NameLeaf, Refusal, RegistryReply, SignedLeafRequest } from '../../protocol/index.ts'
import type { StoredAccount } from './accounts.ts'
import type { RegistryContext } from './context.ts'

/** An account gives its name up, for good. */
export async function release(
  context: RegistryContext,
  device: Uint8Array,
  { leaf }: SignedLeafRequest
): Promise<RegistryReply> {
  const checked = await check(context, device, leaf, leafOp.release)
  if ('refused' in checked) return refuse(checked.refused)
  const { account, named } = checked
  if (!equalBytes(named.signer, account.entry.accountKey)) return refuse(refusal.forged)
  const earlier = await context.leavings.of(named.username, named.account)
  // The same again succeeds.
  if (earlier?.isByOperator === false)
    return equalBytes(earlier.leaf, leaf) ? logged : refuse(refusal.nameless)
  if (account.username !== named.username) return refuse(refusal.nameless)
  if (!(await context.leavings.giveUp(account, leaf, named.time))) return refuse(refusal.conflict)
  context.onNameless(named.account)
  return logged
}

/** A device of the account keeps the name that the operator took away. */
export async function cancelReset(
  context: RegistryContext,
  device: Uint8Array,
  { leaf }: SignedLeafRequest
): Promise<RegistryReply> {
  const checked = await check(context, device, leaf, leafOp.cancel)
  if ('refused' in checked) return refuse(checked.refused)
  const { account, named } = checked
  if (!equalBytes(named.signer, device)) return refuse(refusal.forged)
  return (await context.leavings.cancel(account, leaf)) ? logged : refuse(refusal.noReset)
}

const logged: RegistryReply = { logged: {} }

/** What both have in common: a listed device asks, and the leaf is about its account as it stands now. */
async function check(
  { accounts, certificates, crypto }: RegistryContext,
  device: Uint8Array,
  bytes: Uint8Array,
  op: number
): Promise<{ account: StoredAccount; named: NameLeaf } | { refused: Refusal }> {
  const named = await readLeaf(crypto, bytes)
  const account = named && (await accounts.account(named.account))
  const isRight =
    account !== undefined &&
    named!.op === op &&
    listsDevice(account.entry, device) &&
    equalBytes(named!.registry, certificates.registry.id) &&
    equalBytes(named!.entryHash, account.entry.hash) &&
    (account.username === named!.username || account.username === '')
  if (!isRight) return { refused: refusal.forged }
  if (Math.abs(Date.now() - named!.time) > maxClockAhead) return { refused: refusal.clock }
  return { account, named: named! }
}
