import { createHash } from 'node:crypto'
import { lstat, mkdir } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { StorageError } from '../../errors.ts'

/** Systems take 104 to 108 bytes for the path of a socket. */
const maxPath = 100

/**
 * Where the process that holds a profile answers others: in the profile, or, where that path is too long, in a
 * directory of this user alone. `directory` is absolute and without links, so that everybody finds the same place.
 *
 * @throws StorageError where that directory is not this user's alone
 */
export async function socketPath(directory: string): Promise<string> {
  if (process.platform === 'win32') return `\\\\.\\pipe\\starling-${shortName(directory)}`
  const path = join(directory, 'starling.sock')
  if (Buffer.byteLength(path) <= maxPath) return path
  return join(await runtimeDirectory(), `${shortName(directory)}.sock`)
}

const shortName = (directory: string): string =>
  createHash('sha256').update(directory).digest('hex').slice(0, 20)

async function runtimeDirectory(): Promise<string> {
  const given = process.env['XDG_RUNTIME_DIR']
  const { uid } = userInfo()
  const path = given ? join(given, 'starling') : join(tmpdir(), `starling-${uid}`)
  try {
    await mkdir(path, { recursive: true, mode: 0o700 })
    // Anybody could have made it first, with a socket in it that asks for passwords.
    const found = await lstat(path)
    if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0)
      throw new Error('It is somebody else’s, or others may enter it.')
    return path
  } catch (cause) {
    throw new StorageError(
      `${path} must be a directory that only you can enter. Remove it, or choose a shorter "--profile DIR".`,
      { cause }
    )
  }
}
