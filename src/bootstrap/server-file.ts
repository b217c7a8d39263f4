import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'

/** What a server remembers beside its registry, so that its invites stay valid. */
export interface ServerFile {
  /** The port that each multiaddr with port 0 got. */
  ports: Record<string, number>
  /** Number and addresses of the newest server list. */
  list: { number: number; addresses: string[] }
}

const fileName = 'server.json'
const empty: ServerFile = { ports: {}, list: { number: 0, addresses: [] } }

export async function readServerFile(directory: string): Promise<ServerFile> {
  try {
    return {
      ...empty,
      ...(JSON.parse(await readFile(join(directory, fileName), 'utf8')) as Partial<ServerFile>)
    }
  } catch {
    // Missing or damaged: only the port and the list's number are lost, and a list of a later time still wins.
    return { ...empty, list: { number: Math.floor(Date.now() / 1000), addresses: [] } }
  }
}

export async function writeServerFile(directory: string, file: ServerFile): Promise<void> {
  await writeFileAtomic(join(directory, fileName), `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 })
}
