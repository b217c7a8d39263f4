import { base32, deviceKeyOf, presenceProtocol } from '../../protocol/index.ts'
import { PresentRecord } from '../pb/stored.ts'
import type { PresenceHub } from './hub.ts'
import { PresenceSession } from './session.ts'
import type { Frames, Host } from '../../net/index.ts'
import type { Lease } from '../../storage/index.ts'
import type { Accounts, StoredAccount } from '../registry/accounts.ts'
import type { Suspensions } from '../registry/suspensions.ts'

const away = 1

/** Answers `/starling/presence/1`: one stream per connected device, open as long as the device is present. */
export async function servePresence(
  host: Host,
  accounts: Accounts,
  suspensions: Suspensions,
  lease: Lease,
  hub: PresenceHub
): Promise<void> {
  await host.handle(
    presenceProtocol.id,
    async (frames) => {
      const account = await accountOf(frames, accounts)
      if (account === undefined || account.username === '' || suspensions.has(account.entry.account)) return
      await serve(frames, account, lease, hub)
    },
    presenceProtocol
  )
}

async function accountOf(frames: Frames, accounts: Accounts): Promise<StoredAccount | undefined> {
  const device = deviceKeyOf(frames.peer)
  return device && accounts.byDevice(device)
}

async function serve(frames: Frames, account: StoredAccount, lease: Lease, hub: PresenceHub): Promise<void> {
  const device = base32(deviceKeyOf(frames.peer)!)
  const session = new PresenceSession(frames, device, base32(account.entry.account), hub)
  hub.add(session)
  try {
    for (let state = await session.read(); state !== undefined; state = await session.read()) {
      hub.follow(session, state.rooms.map(base32), state.watch.map(base32))
      const { addresses, rooms } = state
      // Whatever a newer program may say besides "away", the device is there.
      const status = state.status === away ? away : 0
      const record = PresentRecord.encode({ account: account.entry.account, status, addresses, rooms })
      await lease.set(session.device, record)
    }
  } finally {
    // A newer stream of the same device has taken over where it isn't the last.
    if (hub.remove(session)) await lease.unset(session.device)
  }
}
