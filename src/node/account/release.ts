import { leafOp, signLeaf } from '../../protocol/index.ts'
import { lock, unlock } from './unlock.ts'
import type { AbortOptions } from '../../abort.ts'
import type { AccountEntry, NameLeaf } from '../../protocol/index.ts'
import type { AccountContext } from './context.ts'
import type { Credentials } from './types.ts'

/** Gives the account's name up: a line in the log of names, signed by the account key. */
export async function release(
  context: AccountContext,
  credentials: Credentials,
  options: AbortOptions
): Promise<void> {
  const { crypto, client } = context
  const unlocked = await unlock(context, credentials, options)
  try {
    const { entry, secrets } = unlocked
    const leaf = leafOf(context, credentials.username, entry, leafOp.release, entry.accountKey)
    await client.release({ leaf: await signLeaf(crypto, secrets.accountSeed, leaf) }, options)
  } finally {
    lock(unlocked)
  }
}

/** Keeps the name that the operator takes away: a line signed by this device. */
export async function cancelReset(
  context: AccountContext,
  username: string,
  entry: AccountEntry,
  deviceSeed: Uint8Array,
  options: AbortOptions
): Promise<void> {
  const { crypto, client, device } = context
  const leaf = leafOf(context, username, entry, leafOp.cancel, device)
  await client.cancelReset({ leaf: await signLeaf(crypto, deviceSeed, leaf) }, options)
}

const leafOf = (
  { registry }: AccountContext,
  username: string,
  { account, number, hash }: AccountEntry,
  op: number,
  signer: Uint8Array
): NameLeaf => ({
  registry: registry.id,
  username,
  account,
  signer,
  op,
  entryNumber: number,
  entryHash: hash,
  time: Date.now()
})
