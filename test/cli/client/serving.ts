import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import { attach } from '../../../src/cli/client/attach.ts'
import { serveClient } from '../../../src/cli/client/socket-server.ts'
import { temporaryDirectory } from '../../support/index.ts'
import { createFixtureClient } from '../tui/fixture-client.ts'
import type { Socket } from 'node:net'
import type { SocketServer } from '../../../src/cli/client/socket-server.ts'
import type { Lifetime, ProfileClient } from '../../../src/cli/client/types.ts'
import type { Lifetime as Test } from '../../support/index.ts'
import type { FixtureClient } from '../tui/fixture-client.ts'

/** A client behind a socket, as a process that holds a profile has it. */
export interface Serving {
  path: string
  fixture: FixtureClient
  server: SocketServer
  /** Attaches, which must succeed. */
  attached: (lifetime?: Lifetime) => Promise<ProfileClient>
  /** A connection that says whatever the test wants. */
  raw: () => Promise<Socket>
}

export async function serve(
  t: Test,
  { lifetime = 'long', ...functions }: { lifetime?: Lifetime } & Partial<ProfileClient> = {}
): Promise<Serving> {
  const path = join(await temporaryDirectory(t), 'starling.sock')
  const fixture = createFixtureClient({ name: 'alice', invite: 'starling:invite' })
  const client: ProfileClient = { ...fixture, startNetwork: async () => 'starling:own', ...functions }
  const server = await serveClient({ path, client, lifetime })
  t.onTestFinished(() => server.close())
  return {
    path,
    fixture,
    server,
    async attached(mine = 'short') {
      const found = await attach(path, mine)
      if (found.state !== 'attached') throw new Error(`It is ${found.state}.`)
      t.onTestFinished(() => found.client.close())
      return found.client
    },
    async raw() {
      const socket = connect(path)
      socket.on('error', () => {})
      t.onTestFinished(() => socket.destroy())
      await once(socket, 'connect')
      return socket
    }
  }
}

/** Everything that comes until the connection ends. */
export async function untilClosed(socket: Socket): Promise<string> {
  let text = ''
  socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  // `once` would reject where the connection was reset.
  await new Promise((resolve) => socket.once('close', resolve))
  return text
}
