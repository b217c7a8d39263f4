import { createBootstrap } from '../../bootstrap/index.ts'
import { listening } from '../listening.ts'
import { serveAdmin } from './serve-admin.ts'
import type { Bootstrap, BootstrapInit } from '../../bootstrap/index.ts'

export interface RunningServer {
  server: Bootstrap
  stop: () => Promise<void>
}

/** Runs a server that its operator can speak to. `advice` says what to do where an address is taken. */
export async function runServer(init: BootstrapInit, advice: string): Promise<RunningServer> {
  const server = await listening(() => createBootstrap(init), advice)
  try {
    const admin = await serveAdmin(server, init.directory)
    const stop = async (): Promise<void> => {
      await admin[Symbol.asyncDispose]()
      await server.stop()
    }
    return { server, stop }
  } catch (error) {
    await server.stop()
    throw error
  }
}
