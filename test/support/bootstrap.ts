import { createBootstrap } from '../../src/bootstrap/index.ts'
import { temporaryDirectory } from './temporary-directory.ts'
import type { Bootstrap, BootstrapInit } from '../../src/bootstrap/index.ts'
import type { Lifetime } from './lifetime.ts'

export const loopback = '/ip4/127.0.0.1/tcp/0'

/** A server on 127.0.0.1, on a free port and in a new directory unless `init` says otherwise; stops with the test. */
export async function startBootstrap(t: Lifetime, init: Partial<BootstrapInit> = {}): Promise<Bootstrap> {
  const directory = init.directory ?? (await temporaryDirectory(t))
  const server = await createBootstrap({ listen: [loopback], ...init, directory })
  t.onTestFinished(() => server.stop())
  return server
}
