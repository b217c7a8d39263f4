import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { readJsonLines } from '../client/json-lines.ts'
import { isPipe, listenAlone } from '../client/listen-alone.ts'
import { createRpc } from '../client/rpc.ts'
import { socketPath } from '../client/socket-path.ts'
import type { Socket } from 'node:net'
import type { Bootstrap, BootstrapAdmin } from '../../bootstrap/index.ts'

/** A call names an account or a directory. Bytes. */
const maxCall = 64 * 1024

/** Lets `starling admin` at a running server, on a socket of its directory that only its user may enter. */
export async function serveAdmin({ admin }: Bootstrap, directory: string): Promise<AsyncDisposable> {
  const path = await socketPath(directory)
  const connections = new Set<Socket>()
  const server = createServer((socket) => {
    connections.add(socket)
    socket.once('close', () => connections.delete(socket))
    // The close that follows says it.
    socket.on('error', () => {})
    const rpc = createRpc(socket, functionsOf(admin))
    readJsonLines(socket, maxCall, (value) => rpc.receive(value))
  })
  await listenAlone(server, path)
  return {
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of connections) socket.destroy()
      await closed
      if (!isPipe) await rm(path, { force: true })
    }
  }
}

const functionsOf = (admin: BootstrapAdmin) => ({
  accounts: (after: string, limit: number) => admin.accounts(after, limit),
  suspend: (name: string) => admin.suspend(name),
  resume: (name: string) => admin.resume(name),
  reset: (name: string) => admin.reset(name),
  release: (name: string) => admin.release(name),
  backup: (directory: string) => admin.backup(directory),
  restore: (directory: string, goBack: boolean) => admin.restore(directory, goBack),
  rotateKey: () => admin.rotateKey()
})
