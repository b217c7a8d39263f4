import { RegistryRefusedError, RegistryUnreachableError } from '../../errors.ts'
import { equalBytes, signEntry } from '../../protocol/index.ts'
import type { AbortOptions } from '../../abort.ts'
import type { Account, AppendEntry } from '../../protocol/index.ts'
import type { AccountContext } from './context.ts'
import type { Unlocked } from './unlock.ts'

/** Two devices that change the account at the same moment: one is asked to do it again. */
const attempts = 3

/** Tries again from the start what came too late for the account as it was. */
export async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof RegistryRefusedError) || attempt === attempts) throw error
    }
  }
}

/** Signs the account's next entry, with these devices, and has it written with whatever else changes. */
export async function moveOn(
  { crypto, client }: AccountContext,
  { entry, secrets }: Unlocked,
  devices: Uint8Array[],
  changed: Omit<AppendEntry, 'entry'>,
  options: AbortOptions
): Promise<Account> {
  const { account, number, hash, accountKey, time, backup } = entry
  const next = await signEntry(crypto, secrets.accountSeed, {
    account,
    number: number + 1,
    previous: hash,
    time: Math.max(Date.now(), time + 1),
    accountKey,
    devices,
    backup: changed.backup === undefined ? backup : crypto.sha256(changed.backup)
  })
  try {
    return await client.appendEntry({ entry: next, ...changed }, options)
  } catch (error) {
    if (!(error instanceof RegistryUnreachableError)) throw error
    // The answer was lost: perhaps after the entry was written.
    const stands = await client.lookup({ account }, options).catch(() => undefined)
    if (stands === undefined || !equalBytes(stands.entry, next)) throw error
    return stands
  }
}
