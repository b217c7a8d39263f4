import { chmod, rename, rm } from 'node:fs/promises'
import type { Server } from 'node:net'

/** Windows has named pipes, which leave no file. */
export const isPipe = process.platform === 'win32'

/** Listens on a socket that only this user may enter, over what a killed process left there. */
export async function listenAlone(server: Server, path: string): Promise<void> {
  // A server that closes removes the file of the name it was given, whoever made it: so that is not the one others use.
  const made = isPipe ? path : path.replace(/\.sock$/, '.new')
  if (!isPipe) await rm(made, { force: true })
  const listening = new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', reject)
  })
  // The file is made in this very call: nobody else may connect, not even until the chmod.
  const before = process.umask(0o177)
  try {
    server.listen(made)
  } finally {
    process.umask(before)
  }
  await listening
  if (isPipe) return
  await chmod(made, 0o600)
  await rename(made, path)
}
