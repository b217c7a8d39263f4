import { isUsername, maxEntry, refusal, registryProtocol } from '../../protocol/index.ts'
import { refuse } from './refuse.ts'
import type { EntriesRequest, Lookup, RegistryReply } from '../../protocol/index.ts'
import type { RegistryContext } from './context.ts'

/** An account's newest entry and certificate, by name or id. Names are public. */
export async function lookup(
  { accounts, certificates }: RegistryContext,
  { username, account: id }: Lookup
): Promise<RegistryReply> {
  if ((username === undefined) === (id === undefined)) return refuse(refusal.badRequest)
  if (username !== undefined && !isUsername(username)) return refuse(refusal.invalidName)
  const account = username === undefined ? await accounts.account(id!) : await accounts.byName(username)
  if (account === undefined) return refuse(refusal.unknownAccount)
  return { account: { certificate: await certificates.of(account), entry: account.entry.bytes } }
}

/** Entries in one answer, whatever they have in them. */
const maxEntries = Math.floor(registryProtocol.maxFrame / (maxEntry + 8))

/** Of an account's log, those before a number, from the greatest down. They are public. */
export async function readEntries(
  { accounts }: RegistryContext,
  { account, before }: EntriesRequest
): Promise<RegistryReply> {
  return { entries: { entries: await accounts.entriesBefore(account, before, maxEntries) } }
}
