import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'

/** What a server remembers beside its registry, so that its invites stay valid. */
export interface ServerFile {
  /** The port that each multiaddr with port 0 got. */
  ports: Record<string, number>
  /** Number and addresses of the newest server list. */
  list: { number: number; addresses: string[] }
}

export const serverFile = 'server.json'

export async function readServerFile(directory: string): Promise<ServerFile> {
  try {
    return checked(JSON.parse(await readFile(join(directory, serverFile), 'utf8')))
  } catch {
    // Missing or damaged: only the port and the list's number are lost, and a list of a later time still wins.
    return { ports: {}, list: { number: Math.floor(Date.now() / 1000), addresses: [] } }
  }
}

export async function writeServerFile(directory: string, file: ServerFile): Promise<void> {
  await writeFileAtomic(join(directory, serverFile), `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 })
}

/** Whether a server has run in the directory. */
export const hasServerFile = (directory: string): Promise<boolean> =>
  access(join(directory, serverFile)).then(
    () => true,
    () => false
  )

/** Half of the file would be worse than none. */
function checked(value: unknown): ServerFile {
  const { ports, list } = value as ServerFile
  const isPort = (port: unknown): boolean =>
    Number.isInteger(port) && Number(port) > 0 && Number(port) < 65_536
  if (!Object.values(ports).every(isPort)) throw new TypeError('a port that is none')
  if (!Number.isSafeInteger(list.number) || list.number < 0) throw new TypeError('a number that is none')
  if (!list.addresses.every((address) => typeof address === 'string')) throw new TypeError('no addresses')
  return { ports, list }
}
