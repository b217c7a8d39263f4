import { setTimeout as delay } from 'node:timers/promises'
import { refusal } from '../../protocol/index.ts'
import { handOut } from './hand-out.ts'
import { refuse } from './refuse.ts'
import type { Recover, RegistryReply } from '../../protocol/index.ts'
import type { RegistryContext } from './context.ts'
import type { Proven } from './hand-out.ts'

/** How long a wrong code waits for its answer, ms. Nobody guesses 128 bits; whoever tries shall not cost much. */
const wrongCodeWait = 1_000

/** Hands out the backup to whoever has the account's recovery code. */
export async function recover(
  context: RegistryContext,
  device: Uint8Array,
  { username, find }: Recover
): Promise<{ reply: RegistryReply; proof?: Proven }> {
  const account = await context.accounts.byFind(find)
  if (account !== undefined && (username === undefined || username === account.username))
    return handOut(context, account, device)
  await delay(wrongCodeWait)
  return { reply: refuse(refusal.wrongRecoveryCode) }
}
