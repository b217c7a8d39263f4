import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runServer } from '../admin/run-server.ts'
import type { RunningServer } from '../admin/run-server.ts'

/** The network that a profile runs itself, once it was told to. */
export interface OwnNetwork {
  /** Its invite, where it runs. */
  readonly invite: string | undefined
  /** Starts it, the first time or again; resolves to its invite. @throws ListenError */
  start(): Promise<string>
  stop(): Promise<void>
}

const folder = 'bootstrap'
/** A free port, which the server keeps from then on. */
const listen = ['/ip4/0.0.0.0/tcp/0']

/** Whether a network was started in this profile. */
export const hasOwnNetwork = (directory: string): boolean =>
  existsSync(join(directory, folder, 'secrets.json'))

export function createOwnNetwork(directory: string): OwnNetwork {
  let starting: Promise<RunningServer> | undefined
  let running: RunningServer | undefined
  const run = (): Promise<RunningServer> =>
    runServer(
      { directory: join(directory, folder), listen },
      'It is the port that the invites of your network name: stop that program, then start Starling again.'
    )

  return {
    get invite() {
      return running?.server.invite
    },
    async start() {
      starting ??= run()
      try {
        running = await starting
        return running.server.invite
      } catch (error) {
        starting = undefined
        throw error
      }
    },
    async stop() {
      await (await starting?.catch(() => undefined))?.stop()
    }
  }
}
