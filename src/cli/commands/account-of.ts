import { NotLoggedInError } from '../../errors.ts'
import type { AccountInfo } from '../../node/index.ts'
import type { Client } from '../client/types.ts'

/** @throws NotLoggedInError */
export async function accountOf(client: Client): Promise<AccountInfo> {
  const { account } = await client.status()
  if (account === null)
    throw new NotLoggedInError(
      'Nobody is logged in here. Register or log in first: "starling register NAME".'
    )
  return account
}
