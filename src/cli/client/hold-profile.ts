import { AlreadyLoggedInError, ProfileSealedError } from '../../errors.ts'
import { createNode } from '../../node/index.ts'
import { createLocalClient } from './local-client.ts'
import { createOwnNetwork, hasOwnNetwork } from './own-network.ts'
import { serveClient } from './socket-server.ts'
import type { StarlingNode } from '../../node/index.ts'
import type { ClientEvent, Lifetime, ProfileClient } from './types.ts'

export interface HoldInit {
  directory: string
  /** Where others attach. */
  path: string
  lifetime: Lifetime
  /** Asks this process to end: then nobody else is waited for. */
  signal: AbortSignal
  /** The password of a locked profile; undefined where nobody can be asked. */
  unlock: () => Promise<string | undefined>
  onEvent?: ((event: ClientEvent) => void) | undefined
}

/** How long a short command stays for those who attached to it meanwhile, ms. */
const patience = 60_000

/**
 * Opens a profile in this process, with the network that it runs, and lets other processes attach.
 *
 * @throws ProfileLockedError where another process has it open; ProfileSealedError, WrongPasswordError, StorageError, ListenError
 */
export async function holdProfile(init: HoldInit): Promise<ProfileClient> {
  const { directory, path, lifetime, signal, unlock, onEvent } = init
  const network = createOwnNetwork(directory)
  let node: StarlingNode | undefined
  try {
    if (hasOwnNetwork(directory)) await network.start()
    node = await openNode(directory, unlock)
    // At once, or what comes in meanwhile is never told.
    const local = createLocalClient(node)
    if (onEvent !== undefined) local.subscribe(onEvent)
    if (network.invite !== undefined) await useOwn(node, network.invite)
    const client: ProfileClient = { ...local, startNetwork: () => network.start(), close }
    const server = await serveClient({ path, client, lifetime })
    const stop = [
      () => server.drain('The Starling that held this profile was stopped.', endOfPatience(lifetime, signal)),
      () => server.retire(),
      () => local.close(),
      () => node?.stop(),
      () => network.stop(),
      // Last, so that who waits for the end finds the profile free.
      () => server.close()
    ]
    let closing: Promise<void> | undefined
    async function close(): Promise<void> {
      await (closing ??= inOrder(stop))
    }
    return client
  } catch (error) {
    await node?.stop()
    await network.stop()
    throw error
  }
}

/** The password is asked for only where the profile needs one. */
async function openNode(directory: string, unlock: () => Promise<string | undefined>): Promise<StarlingNode> {
  const usesKeyring = process.env.STARLING_KEYRING !== 'off'
  try {
    return await createNode({ directory, usesKeyring })
  } catch (error) {
    const password = error instanceof ProfileSealedError ? await unlock() : undefined
    if (password === undefined) throw error
    return createNode({ directory, password, usesKeyring })
  }
}

const endOfPatience = (lifetime: Lifetime, signal: AbortSignal): AbortSignal =>
  lifetime === 'long' ? AbortSignal.abort() : AbortSignal.any([signal, AbortSignal.timeout(patience)])

/** Its addresses may be others than last time. A profile that found another network stays there. */
async function useOwn(node: StarlingNode, invite: string): Promise<void> {
  try {
    await node.useInvite(invite)
  } catch (error) {
    if (!(error instanceof AlreadyLoggedInError)) throw error
  }
}

async function inOrder(steps: (() => unknown)[]): Promise<void> {
  const failures: unknown[] = []
  for (const step of steps) {
    try {
      await step()
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}
