import type { RegistryReply } from '../../protocol/index.ts'
import type { StoredAccount } from './accounts.ts'
import type { RegistryContext } from './context.ts'

/** What was proven on a stream: a password or a recovery code, as long as it is the account's. */
export interface Proven {
  username: string
  account: Uint8Array
  /** The account's when it was proven: a change of password or code ends what the old one was good for. */
  opaqueRecord: string
}

/** Backup, certificate and entry, for whoever proved to be the account's owner. */
export async function handOut(
  { accounts, certificates }: RegistryContext,
  account: StoredAccount,
  device: Uint8Array
): Promise<{ reply: RegistryReply; proof: Proven }> {
  // Listed already where the answer to its registration or entry was lost.
  await accounts.bind(device, account)
  const { username, entry, backup, opaqueRecord } = account
  const certificate = await certificates.of(account)
  return {
    reply: { loggedIn: { backup, account: { certificate, entry: entry.bytes } } },
    proof: { username, account: entry.account, opaqueRecord }
  }
}
