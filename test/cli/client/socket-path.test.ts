import { chmod, mkdir, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { socketPath } from '../../../src/cli/client/socket-path.ts'
import { temporaryDirectory } from '../../support/index.ts'

const { XDG_RUNTIME_DIR: before } = process.env
const long = (directory: string): string => join(directory, 'deep/'.repeat(30))

afterEach(() => {
  if (before === undefined) delete process.env['XDG_RUNTIME_DIR']
  else process.env['XDG_RUNTIME_DIR'] = before
})

describe.skipIf(process.platform === 'win32')('the path', () => {
  test('is in the profile where it can be', async () => {
    expect(await socketPath('/home/alice/profile')).toBe('/home/alice/profile/starling.sock')
  })

  test('is a short one of this user where it must be, always the same', async (t) => {
    const runtime = await temporaryDirectory(t)
    process.env['XDG_RUNTIME_DIR'] = runtime
    const path = await socketPath(long('/one'))
    expect(path).toMatch(/\/starling\/[0-9a-f]{20}\.sock$/)
    expect(Buffer.byteLength(path)).toBeLessThanOrEqual(100)
    expect(await socketPath(long('/one'))).toBe(path)
    expect(await socketPath(long('/two'))).not.toBe(path)
    expect((await stat(join(runtime, 'starling'))).mode & 0o777).toBe(0o700)
  })

  test('counts bytes, not letters', async (t) => {
    process.env['XDG_RUNTIME_DIR'] = await temporaryDirectory(t)
    expect(await socketPath(`/${'ü'.repeat(50)}`)).toMatch(/[0-9a-f]{20}\.sock$/)
  })

  test.for<[string, (path: string) => Promise<unknown>]>([
    ['that others can enter', (path) => mkdir(path).then(() => chmod(path, 0o755))],
    ['that is a link', (path) => symlink('/tmp', path)]
  ])('is never in a directory %s', async ([, make], t) => {
    const runtime = await temporaryDirectory(t)
    process.env['XDG_RUNTIME_DIR'] = runtime
    await make(join(runtime, 'starling'))
    await expect(socketPath(long('/one'))).rejects.toMatchObject({ code: 'STORAGE' })
  })

  test('says so where a file is in the way', async (t) => {
    const runtime = await temporaryDirectory(t)
    process.env['XDG_RUNTIME_DIR'] = runtime
    await writeFile(join(runtime, 'starling'), '')
    await expect(socketPath(long('/one'))).rejects.toMatchObject({ code: 'STORAGE' })
  })
})
