import { chmod, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ready, server } from '@serenity-kit/opaque'
import writeFileAtomic from 'write-file-atomic'
import { StorageError } from '../errors.ts'
import { base64url, fromBase64url } from '../protocol/index.ts'
import { hasServerFile } from './server-file.ts'
import type { Crypto, KeyChain } from '../protocol/index.ts'

/** What a server must never lose and never show. Seeds are 32 bytes. */
export interface ServerSecrets {
  /** libp2p's key: this server's peer id. */
  serverSeed: Uint8Array
  /** Signs certificates and the server list; shared by all servers of a registry. The newest. */
  registrySeed: Uint8Array
  /** The registry's first key, and what followed it. */
  chain: KeyChain
  /** What is to follow the newest key: its seed, and the SignedSuccessor. */
  next?: { seed: Uint8Array; successor: Uint8Array }
  /** OPAQUE's secret: without it the stored records can't be tried against passwords. */
  opaqueSetup: string
  /** Stored with each OPAQUE record, so that a later setup can live beside this one. */
  opaqueSetupId: string
}

export const secretsFile = 'secrets.json'
const version = 1

/**
 * Reads `secrets.json` (owner-only) of a server's directory, or makes it the first time. Call it with the registry's
 * database open, so that of two processes that begin at once only one makes secrets.
 *
 * @throws StorageError where it is damaged, lost, or can't be read or written
 */
export async function loadSecrets(directory: string, crypto: Crypto): Promise<ServerSecrets> {
  const path = join(directory, secretsFile)
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 })
    const stored = await readSecrets(directory)
    if (stored !== undefined) {
      // A copy put back from a backup may have come with other permissions.
      await chmod(path, 0o600)
      return stored
    }
    if (await hasServerFile(directory)) throw lost(path)
    return await create(directory, crypto)
  } catch (cause) {
    if (cause instanceof StorageError) throw cause
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new StorageError(
      `${path} can't be read or written. Check its owner and permissions, and the disk: ${why}`,
      {
        cause
      }
    )
  }
}

/** Those of a server's directory; undefined where it has none. @throws StorageError where they are damaged */
export async function readSecrets(directory: string): Promise<ServerSecrets | undefined> {
  const path = join(directory, secretsFile)
  await ready
  const text = await readFile(path, 'utf8').catch(ignoreMissing)
  return text === undefined ? undefined : parse(text, path)
}

async function create(directory: string, crypto: Crypto): Promise<ServerSecrets> {
  const registrySeed = crypto.randomBytes(32)
  const secrets = {
    serverSeed: crypto.randomBytes(32),
    registrySeed,
    chain: { firstKey: crypto.publicKey(registrySeed), successors: [] },
    opaqueSetup: server.createSetup(),
    opaqueSetupId: base64url(crypto.randomBytes(8))
  }
  await writeSecrets(directory, secrets)
  return secrets
}

/** Puts them in the place of those that were there: after a crash it is all of the one or all of the other. */
export async function writeSecrets(
  directory: string,
  { serverSeed, registrySeed, chain, next, ...rest }: ServerSecrets
): Promise<void> {
  const stored = {
    version,
    serverSeed: base64url(serverSeed),
    registrySeed: base64url(registrySeed),
    registryKeys: [chain.firstKey, ...chain.successors].map(base64url),
    ...(next && { nextSeed: base64url(next.seed), nextSuccessor: base64url(next.successor) }),
    ...rest
  }
  await writeFileAtomic(join(directory, secretsFile), `${JSON.stringify(stored, null, 2)}\n`, { mode: 0o600 })
}

function parse(text: string, path: string): ServerSecrets {
  try {
    const stored = JSON.parse(text) as Record<string, unknown>
    if (stored['version'] !== version) throw new Error(`version ${String(stored['version'])}`)
    const field = (name: string): string => {
      const value = stored[name]
      if (typeof value !== 'string' || value === '') throw new Error(`${name} is missing`)
      return value
    }
    const seed = (name: string): Uint8Array => {
      const bytes = fromBase64url(field(name))
      if (bytes.length !== 32) throw new Error(`${name} is not 32 bytes`)
      return bytes
    }
    const keys = stored['registryKeys']
    if (!Array.isArray(keys) || !keys.every((key) => typeof key === 'string') || keys.length === 0)
      throw new Error('no registry keys')
    const [firstKey, ...successors] = keys.map(fromBase64url)
    const opaqueSetup = field('opaqueSetup')
    // Throws where it is none; otherwise each login would fail, and look like a client's mistake.
    server.getPublicKey(opaqueSetup)
    return {
      serverSeed: seed('serverSeed'),
      registrySeed: seed('registrySeed'),
      chain: { firstKey: firstKey!, successors },
      ...(stored['nextSeed'] !== undefined && {
        next: { seed: seed('nextSeed'), successor: fromBase64url(field('nextSuccessor')) }
      }),
      opaqueSetup,
      opaqueSetupId: field('opaqueSetupId')
    }
  } catch (cause) {
    throw new StorageError(`${path} is damaged. Restore it from a backup: without it nobody can log in.`, {
      cause
    })
  }
}

// New secrets would be another registry: every invite and every account of the old one would be dead, without a word.
const lost = (path: string): StorageError =>
  new StorageError(
    `${path} is gone, and the registry beside it can't be used without it. Restore it from a backup, or begin ` +
      'a new registry in another directory.'
  )

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error
}
