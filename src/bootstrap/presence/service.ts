import { base32, deviceKeyOf, presenceProtocol } from '../../protocol/index.ts'
import { PresentRecord } from '../pb/stored.ts'
import type { PresenceHub } from './hub.ts'
import { PresenceSession } from './session.ts'
import type { Frames, Host } from '../../net/index.ts'
import type { Lease } from '../../storage/index.ts'
import type { Accounts } from '../registry/accounts.ts'

const away = 1

/** Answers `/starling/presence/1`: one stream per connected device, open as long as the device is present. */
export async function servePresence(
  host: Host,
  accounts: Accounts,
  lease: Lease,
  hub: PresenceHub
): Promise<void> {
  await host.handle(presenceProtocol.id, (frames) => serve(frames, accounts, lease, hub), presenceProtocol)
}

async function serve(frames: Frames, accounts: Accounts, lease: Lease, hub: PresenceHub): Promise<void> {
  const device = deviceKeyOf(frames.peer)
  const account = device && (await accounts.byDevice(device))
  if (device === undefined || account === undefined) return
  const session = new PresenceSession(frames, base32(device), base32(account.entry.account), hub)
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
