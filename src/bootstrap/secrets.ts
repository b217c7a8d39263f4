import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ready, server } from '@serenity-kit/opaque'
import writeFileAtomic from 'write-file-atomic'
import { StorageError } from '../errors.ts'
import { base64url, fromBase64url } from '../protocol/index.ts'
import type { Crypto } from '../protocol/index.ts'

/** What a server must never lose and never show. Seeds are 32 bytes. */
export interface ServerSecrets {
  /** libp2p's key: this server's peer id. */
  serverSeed: Uint8Array
  /** Signs certificates and the server list; shared by all servers of a registry. */
  registrySeed: Uint8Array
  /** OPAQUE's secret: without it the stored records can't be tried against passwords. */
  opaqueSetup: string
  /** Stored with each OPAQUE record, so that a later setup can live beside this one. */
  opaqueSetupId: string
}

const fileName = 'secrets.json'
const version = 1

/** Reads `secrets.json` (owner-only) of a server's directory, or makes it the first time. */
export async function loadSecrets(directory: string, crypto: Crypto): Promise<ServerSecrets> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const path = join(directory, fileName)
  const text = await readFile(path, 'utf8').catch(ignoreMissing)
  return text === undefined ? create(path, crypto) : parse(text, path)
}

async function create(path: string, crypto: Crypto): Promise<ServerSecrets> {
  await ready
  const secrets = {
    serverSeed: crypto.randomBytes(32),
    registrySeed: crypto.randomBytes(32),
    opaqueSetup: server.createSetup(),
    opaqueSetupId: base64url(crypto.randomBytes(8))
  }
  const { serverSeed, registrySeed, ...rest } = secrets
  const stored = {
    version,
    serverSeed: base64url(serverSeed),
    registrySeed: base64url(registrySeed),
    ...rest
  }
  await writeFileAtomic(path, `${JSON.stringify(stored, null, 2)}\n`, { mode: 0o600 })
  return secrets
}

function parse(text: string, path: string): ServerSecrets {
  try {
    const stored = JSON.parse(text) as Record<string, unknown>
    if (stored['version'] !== version) throw new Error(`version ${String(stored['version'])}`)
    const field = (name: string): string => {
      const value = stored[name]
      if (typeof value !== 'string') throw new Error(`${name} is missing`)
      return value
    }
    return {
      serverSeed: fromBase64url(field('serverSeed')),
      registrySeed: fromBase64url(field('registrySeed')),
      opaqueSetup: field('opaqueSetup'),
      opaqueSetupId: field('opaqueSetupId')
    }
  } catch (cause) {
    throw new StorageError(`${path} is damaged. Restore it from a backup: without it nobody can log in.`, {
      cause
    })
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
