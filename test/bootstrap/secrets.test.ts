import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadSecrets } from '../../src/bootstrap/secrets.ts'
import { writeServerFile } from '../../src/bootstrap/server-file.ts'
import { nativeCrypto as crypto } from '../../src/crypto/index.ts'
import { base64url } from '../../src/protocol/index.ts'
import { temporaryDirectory } from '../support/index.ts'

const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777

test('secrets are made once, for the owner alone', async (t) => {
  const directory = join(await temporaryDirectory(t), 'one', 'two')
  const made = await loadSecrets(directory, crypto)
  expect(made.serverSeed).toHaveLength(32)
  expect(made.registrySeed).toHaveLength(32)
  expect(made.serverSeed).not.toEqual(made.registrySeed)
  expect(await modeOf(join(directory, 'secrets.json'))).toBe(0o600)
  expect(await modeOf(directory)).toBe(0o700)
  expect(await readdir(directory)).toEqual(['secrets.json'])
  expect(await loadSecrets(directory, crypto)).toEqual(made)
})

test('every server has its own', async (t) => {
  const [one, two] = await Promise.all(
    [0, 1].map(async () => loadSecrets(await temporaryDirectory(t), crypto))
  )
  for (const key of ['serverSeed', 'registrySeed', 'opaqueSetup', 'opaqueSetupId'] as const)
    expect(one![key]).not.toEqual(two![key])
})

test('a file that others may read is closed to them', async (t) => {
  const directory = await temporaryDirectory(t)
  const made = await loadSecrets(directory, crypto)
  await chmod(join(directory, 'secrets.json'), 0o644)
  expect(await loadSecrets(directory, crypto)).toEqual(made)
  expect(await modeOf(join(directory, 'secrets.json'))).toBe(0o600)
})

test.for<[string, (stored: Record<string, unknown>) => unknown]>([
  ['nothing', () => undefined],
  ['half of it', (stored) => JSON.stringify(stored).slice(0, 100)],
  ['a list', () => []],
  ['null', () => null],
  ['a later version', (stored) => ({ ...stored, version: 2 })],
  ['no version', ({ version: _, ...rest }) => rest],
  ['no server seed', ({ serverSeed: _, ...rest }) => rest],
  ['a registry seed that is a number', (stored) => ({ ...stored, registrySeed: 7 })],
  ['a short seed', (stored) => ({ ...stored, serverSeed: base64url(new Uint8Array(31)) })],
  ['a long seed', (stored) => ({ ...stored, registrySeed: base64url(new Uint8Array(64)) })],
  ['a seed that is no base64url', (stored) => ({ ...stored, serverSeed: '!'.repeat(43) })],
  ['an empty seed', (stored) => ({ ...stored, serverSeed: '' })],
  ['no OPAQUE setup', (stored) => ({ ...stored, opaqueSetup: '' })],
  [
    'half an OPAQUE setup',
    (stored) => ({ ...stored, opaqueSetup: String(stored['opaqueSetup']).slice(0, 90) })
  ],
  ['no registry keys', ({ registryKeys: _, ...rest }) => rest],
  ['no first registry key', (stored) => ({ ...stored, registryKeys: [] })],
  ['a next seed without its signatures', (stored) => ({ ...stored, nextSeed: stored['registrySeed'] })],
  ['no OPAQUE setup id', (stored) => ({ ...stored, opaqueSetupId: null })]
])('a file with %s is damaged, and stays as it is', async ([, change], t) => {
  const directory = await temporaryDirectory(t)
  await loadSecrets(directory, crypto)
  const path = join(directory, 'secrets.json')
  const changed = change(JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>)
  const text = typeof changed === 'string' ? changed : (JSON.stringify(changed) ?? '')
  await writeFile(path, text)
  await expect(loadSecrets(directory, crypto)).rejects.toMatchObject({
    name: 'StorageError',
    message: `${path} is damaged. Restore it from a backup: without it nobody can log in.`
  })
  expect(await readFile(path, 'utf8')).toBe(text)
})

test('lost secrets are not made anew beside a registry that needs the old ones', async (t) => {
  const directory = await temporaryDirectory(t)
  await writeServerFile(directory, { ports: {}, list: { number: 1, addresses: [] } })
  await expect(loadSecrets(directory, crypto)).rejects.toMatchObject({
    name: 'StorageError',
    message: expect.stringMatching(/secrets.json is gone.*Restore it from a backup/) as string
  })
  expect(await readdir(directory)).toEqual(['server.json'])
})

test('what can’t be read or written says so', async (t) => {
  const directory = await temporaryDirectory(t)
  await mkdir(join(directory, 'secrets.json'))
  const inTheWay = {
    name: 'StorageError',
    message: expect.stringContaining('Check its owner and permissions') as string
  }
  await expect(loadSecrets(directory, crypto)).rejects.toMatchObject(inTheWay)
  await writeFile(join(directory, 'file'), '')
  await expect(loadSecrets(join(directory, 'file'), crypto)).rejects.toMatchObject(inTheWay)
})

test('what an interrupted writing left behind is no harm', async (t) => {
  const directory = await temporaryDirectory(t)
  await writeFile(join(directory, 'secrets.json.123456'), '{"version":1,"serverSe')
  const made = await loadSecrets(directory, crypto)
  expect(await loadSecrets(directory, crypto)).toEqual(made)
})
