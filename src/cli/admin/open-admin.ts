import { realpath } from 'node:fs/promises'
import { connect } from 'node:net'
import { once } from 'node:events'
import { ServerNotRunningError } from '../errors.ts'
import { readJsonLines } from '../client/json-lines.ts'
import { createRpc } from '../client/rpc.ts'
import { socketPath } from '../client/socket-path.ts'
import type { BootstrapAdmin } from '../../bootstrap/index.ts'

/** A page of accounts is far less. Bytes. */
const maxReply = 16 * 1024 * 1024

export interface OpenedAdmin extends BootstrapAdmin {
  close(): void
}

/** Connects to the server that runs in a directory. @throws ServerNotRunningError */
export async function openAdmin(directory: string): Promise<OpenedAdmin> {
  const gone = new ServerNotRunningError(
    `No server of yours runs in ${directory}. Start it, or name its directory: "--directory DIR".`
  )
  const path = await realpath(directory).then(socketPath, () => undefined)
  if (path === undefined) throw gone
  const socket = connect(path)
  await once(socket, 'connect').catch(() => {
    throw gone
  })
  socket.on('error', () => {})
  const rpc = createRpc(socket, {})
  readJsonLines(socket, maxReply, (value) => rpc.receive(value))
  socket.once('close', () => rpc.close(gone))
  return {
    accounts: async (after, limit) =>
      (await rpc.call('accounts', after, limit)) as Awaited<ReturnType<BootstrapAdmin['accounts']>>,
    suspend: async (name) => void (await rpc.call('suspend', name)),
    resume: async (name) => void (await rpc.call('resume', name)),
    reset: async (name) => (await rpc.call('reset', name)) as Awaited<ReturnType<BootstrapAdmin['reset']>>,
    release: async (name) =>
      (await rpc.call('release', name)) as Awaited<ReturnType<BootstrapAdmin['release']>>,
    backup: async (copy) => void (await rpc.call('backup', copy)),
    restore: async (...asked) =>
      (await rpc.call('restore', ...asked)) as Awaited<ReturnType<BootstrapAdmin['restore']>>,
    rotateKey: async () => void (await rpc.call('rotateKey')),
    close: () => socket.destroy()
  }
}
