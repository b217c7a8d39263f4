import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { createHost } from '../../../src/net/index.ts'
import { Account } from '../../../src/node/account/account.ts'
import { Author } from '../../../src/node/events/author.ts'
import { ConversationLog } from '../../../src/node/events/conversation-log.ts'
import { Authors } from '../../../src/node/people/authors.ts'
import { NameMoves } from '../../../src/node/names/moves.ts'
import { People } from '../../../src/node/people/people.ts'
import { RegistryClient } from '../../../src/node/registry/registry-client.ts'
import { Servers } from '../../../src/node/registry/servers.ts'
import { Intake } from '../../../src/node/sync/intake.ts'
import { SyncClient } from '../../../src/node/sync/sync-client.ts'
import { Vault } from '../../../src/node/vault/vault.ts'
import { VaultKeys } from '../../../src/node/vault/vault-keys.ts'
import { directId, hex, kind } from '../../../src/protocol/index.ts'
import { loopback } from '../../support/index.ts'
import { temporaryProfile } from './profile.ts'
import type { Register } from '../../../src/node/events/registers.ts'
import type { Lifetime } from '../../support/index.ts'

/** A device of an account that keeps registers and a vault, and never meets another device. */
export async function startVaultDevice(t: Lifetime, { invite }: { invite: string }) {
  const { profile } = await temporaryProfile(t)
  const servers = await Servers.load(crypto, profile)
  await servers.useInvite(invite, () => {})
  const host = await createHost({ seed: profile.deviceSeed, role: 'peer', listen: [loopback] })
  t.onTestFinished(() => host.stop())
  await host.start()
  const client = new RegistryClient(host, servers)
  const registry = () => servers.registry
  const people = new People({
    crypto,
    profile,
    registry,
    onLearned: () => {},
    isFormer: () => false,
    onFraud: () => {}
  })
  const sync = new SyncClient(host)
  const authors = new Authors(people, sync, client)
  let log: ConversationLog | undefined
  const keys = new VaultKeys(profile, () => {})
  const account = new Account({
    ...{ crypto, profile, people, servers, client },
    vaultKeys: keys,
    moves: new NameMoves(profile),
    onNameless: () => {},
    prove: async () => {},
    onLoggedIn: async () => {
      const { id } = account.required
      log = await ConversationLog.open({ crypto, profile }, directId(crypto, id, id), [id])
    },
    own: () => ({
      allow: async () => '',
      book: { list: async () => [], unlooked: [] }
    }),
    onNotice: () => {}
  })
  const notices: string[] = []
  const stored: Register[] = []
  const vault = new Vault({
    ...{ crypto, profile, host, account, client, sync, authors, keys },
    intake: new Intake({ crypto, people, authors, sync, onStored: () => {} }),
    own: () => ({ log, devices: { isOwn: () => false, connected: () => [] } }),
    isUp: () => true,
    onStorageError: (error) => notices.push(String(error)),
    onNotice: (text) => notices.push(text)
  })
  t.onTestFinished(() => vault.stop())
  const author = new Author({ crypto, profile, device: account.device, account: () => account.required.id })
  return {
    ...{ profile, client, account, people, keys, vault, notices, stored },
    get log(): ConversationLog {
      return log!
    },
    write: async (key: string, value: Uint8Array, kindNumber: number = kind.ownState): Promise<Register> => {
      const register = (await author.writeRegister(log!, kindNumber, { key, value }))!
      vault.changed(register, true)
      return register
    },
    /** Takes what the registry has; what lacks there is put when that is due. */
    take: () => vault.entered(),
    /** Takes what the registry has, and puts what lacks there. */
    exchange: () => {
      vault.rekeyed()
      return vault.entered()
    },
    /** What is held: ids by key, hex. */
    held: (): Record<string, string> =>
      Object.fromEntries(Array.from(log!.registers.all(), ({ key, record }) => [key, hex(record.id)]))
  }
}

export type VaultDevice = Awaited<ReturnType<typeof startVaultDevice>>
