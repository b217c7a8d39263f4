import { createNode } from '../../src/node/index.ts'
import { loopback } from './bootstrap.ts'
import { temporaryDirectory } from './temporary-directory.ts'
import type { NodeInit, StarlingNode } from '../../src/node/index.ts'
import type { Lifetime } from './lifetime.ts'

/** Strong enough for the password check. */
export const password = 'violet-Anchor-93-muesli-orbit'

export interface NodeOptions extends Partial<NodeInit> {
  /** The username to register with `password`; nobody is logged in where absent. */
  name?: string
}

/**
 * A peer on 127.0.0.1, in a new directory unless one is given; stops with the test.
 *
 *     const server = await startBootstrap(t)
 *     const alice = await startNode(t, { name: 'alice', bootstrap: [server.invite] })
 */
export async function startNode(t: Lifetime, { name, ...init }: NodeOptions = {}): Promise<StarlingNode> {
  const directory = init.directory ?? (await temporaryDirectory(t))
  const node = await createNode({ listen: [loopback], password, ...init, directory })
  t.onTestFinished(() => node.stop())
  if (name !== undefined) await node.account.register({ username: name, password })
  return node
}
