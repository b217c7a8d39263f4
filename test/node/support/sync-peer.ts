import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { createHost } from '../../../src/net/index.ts'
import { ConversationLog } from '../../../src/node/events/conversation-log.ts'
import { Authors } from '../../../src/node/people/authors.ts'
import { RegistryClient } from '../../../src/node/registry/registry-client.ts'
import { Servers } from '../../../src/node/registry/servers.ts'
import { catchUp } from '../../../src/node/sync/catch-up.ts'
import { Intake } from '../../../src/node/sync/intake.ts'
import { SyncClient } from '../../../src/node/sync/sync-client.ts'
import { serveSync } from '../../../src/node/sync/sync-service.ts'
import { equalBytes } from '../../../src/protocol/index.ts'
import { loopback } from '../../support/index.ts'
import { makeAccount } from './accounts.ts'
import { introduce, openPeople } from './people.ts'
import { temporaryProfile } from './profile.ts'
import type { Host } from '../../../src/net/index.ts'
import type { EventContext } from '../../../src/node/events/context.ts'
import type { JudgeContext } from '../../../src/node/judging/judge.ts'
import type { People } from '../../../src/node/people/people.ts'
import type { CaughtUp } from '../../../src/node/sync/catch-up.ts'
import type { FetchOptions } from '../../../src/node/sync/fetch.ts'
import type { SignedRecord } from '../../../src/protocol/index.ts'
import type { Lifetime } from '../../support/index.ts'
import type { TestAccount, TestRegistry } from './accounts.ts'

/** A device that knows accounts and syncs any conversation opened on it: a real profile and host, and no registry. */
export interface SyncPeer extends EventContext, JudgeContext {
  account: TestAccount
  host: Host
  people: People
  authors: Authors
  sync: SyncClient
  intake: Intake
  /** What its intake stored, in that order. */
  stored: SignedRecord[]
  /** What others said that they hold. */
  acknowledged: { ids: Uint8Array[]; peer: string }[]
  /** Peers that said they hold the same. */
  same: string[]
  /** Called for each request that it answers. */
  onRequest: () => void
  open: (conversation: Uint8Array, members?: Uint8Array[]) => Promise<ConversationLog>
  /** Connects, and fetches from the other. */
  catchUp: (
    from: Pick<SyncPeer, 'host'>,
    conversation: Uint8Array,
    options?: FetchOptions
  ) => Promise<CaughtUp>
}

export async function startSyncPeer(t: Lifetime, registry: TestRegistry, name = 'alice'): Promise<SyncPeer> {
  const context = await temporaryProfile(t)
  const { profile } = context
  const account = await makeAccount(registry, name, [profile.deviceSeed])
  const host = await createHost({ seed: profile.deviceSeed, role: 'peer', listen: [loopback] })
  t.onTestFinished(() => host.stop())
  const people = openPeople(context, registry)
  await introduce([{ people }], [account])
  const sync = new SyncClient(host)
  const authors = new Authors(people, sync, new RegistryClient(host, await Servers.load(crypto, profile)))
  const logs: ConversationLog[] = []
  const logOf = (id: Uint8Array): ConversationLog | undefined => logs.find((log) => equalBytes(log.id, id))
  const stored: SignedRecord[] = []
  const intake = new Intake({
    crypto,
    people,
    authors,
    sync,
    onStored: (_, record) => void stored.push(record)
  })
  const acknowledged: SyncPeer['acknowledged'] = []
  const same: string[] = []
  await serveSync(host, {
    crypto,
    people,
    viewFor: async (id) => {
      peer.onRequest()
      const log = logOf(id)
      return log && { log, since: 0n }
    },
    onPast: () => undefined,
    onVaultKey: () => undefined,
    onProfiles: () => Promise.resolve(undefined),
    onStored: (_, ids, peer) => void acknowledged.push({ ids, peer }),
    onSame: (_, peer) => void same.push(peer)
  })
  await host.start()

  const open = async (conversation: Uint8Array, members?: Uint8Array[]): Promise<ConversationLog> => {
    const log = logOf(conversation) ?? (await ConversationLog.open(context, conversation, members))
    if (!logs.includes(log)) logs.push(log)
    return log
  }
  const peer: SyncPeer = {
    ...context,
    account,
    host,
    people,
    authors,
    sync,
    intake,
    stored,
    acknowledged,
    same,
    onRequest: () => {},
    open,
    catchUp: async (from, conversation, options) => {
      await host.connect({ peer: from.host.peer, addresses: from.host.addresses() })
      return catchUp({ crypto, sync, intake }, from.host.peer, await open(conversation), options)
    }
  }
  return peer
}

/** Puts records straight into a peer's log. */
export async function give({ open }: SyncPeer, records: SignedRecord[]): Promise<ConversationLog> {
  const log = await open(records[0]!.conversation)
  await Promise.all(records.map((record) => log.add(record)))
  return log
}
