import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { createHost } from '../../../src/net/index.ts'
import { Checkpoints } from '../../../src/node/names/checkpoints.ts'
import { People } from '../../../src/node/people/people.ts'
import { RegistryClient } from '../../../src/node/registry/registry-client.ts'
import { Servers } from '../../../src/node/registry/servers.ts'
import { leafOp, signLeaf } from '../../../src/protocol/index.ts'
import { loopback } from '../../support/index.ts'
import { temporaryProfile } from './profile.ts'
import type { Checkpoint } from '../../../src/protocol/index.ts'
import type { Lifetime, PartsOfRegistry } from '../../support/index.ts'
import type { TestAccount } from './accounts.ts'

/** What a peer asks the registry's log with, and the checkpoints that it found to contradict each other. */
export async function startAsker(t: Lifetime, { invite }: { invite: string }, directory?: string) {
  const { profile } = await temporaryProfile(t, directory)
  const servers = await Servers.load(crypto, profile)
  await servers.useInvite(invite, () => {})
  const host = await createHost({ seed: profile.deviceSeed, role: 'peer', listen: [loopback] })
  t.onTestFinished(() => host.stop())
  await host.start()
  const client = new RegistryClient(host, servers)
  const conflicts: [Checkpoint, Checkpoint][] = []
  const onConflict = async (...pair: [Checkpoint, Checkpoint]): Promise<void> => void conflicts.push(pair)
  const checkpoints = new Checkpoints({ crypto, profile, servers, client, onConflict })
  await checkpoints.load()
  const people = new People({
    crypto,
    profile,
    registry: () => servers.registry,
    onLearned: () => {},
    isFormer: () => false,
    onFraud: () => {}
  })
  return { crypto, profile, servers, host, client, conflicts, onConflict, checkpoints, people }
}

export type Asker = Awaited<ReturnType<typeof startAsker>>

/** A leaf that registers a name for a new account, or for the one given. */
export async function leafFor(
  { registry }: Pick<PartsOfRegistry, 'registry'>,
  username: string,
  changed: { account?: Pick<TestAccount, 'id'>; op?: number; registry?: Uint8Array; seed?: Uint8Array } = {}
): Promise<Uint8Array> {
  const seed = changed.seed ?? crypto.randomBytes(32)
  const accountKey = crypto.publicKey(seed)
  return signLeaf(crypto, seed, {
    registry: changed.registry ?? registry.id,
    username,
    account: crypto.sha256(accountKey),
    signer: accountKey,
    op: changed.op ?? leafOp.register,
    entryNumber: 1,
    entryHash: crypto.randomBytes(32),
    time: Date.now()
  })
}

/** Adds leaves of new accounts to the registry's log. */
export async function addLeaves(parts: PartsOfRegistry, ...names: string[]): Promise<void> {
  for (const name of names) {
    const leaf = await leafFor(parts, name)
    await parts.names.append(crypto.sha256(leaf).toString(), leaf)
  }
}
