import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { shared, temporaryDirectory } from '../support/index.ts'
import { createStage } from './stage.ts'
import type { Lifetime } from '../support/index.ts'
import type { Ended } from './stage.ts'

const isThere = (command: string): boolean => spawnSync(command, ['--version']).status === 0

/** GNOME's keyring on a bus of its own, with files of its own. */
async function startKeyring(t: Lifetime): Promise<Record<string, string>> {
  const home = await temporaryDirectory(t)
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore']
  })
  t.onTestFinished(async () => {
    if (bus.kill()) await once(bus, 'exit')
  })
  const [address] = (await once(bus.stdout, 'data')) as [Buffer]
  const env = {
    DBUS_SESSION_BUS_ADDRESS: address.toString().trim(),
    XDG_DATA_HOME: home,
    XDG_RUNTIME_DIR: home,
    STARLING_KEYRING: 'on'
  }
  // It ends with the bus.
  execFileSync('gnome-keyring-daemon', ['--unlock', '--components=secrets'], {
    env: { ...process.env, ...env },
    input: 'login password',
    stdio: ['pipe', 'ignore', 'ignore']
  })
  return env
}

/** How many bytes the keyring has under a name. */
function secretOf(name: string, env: Record<string, string>): string {
  const script = `import('@napi-rs/keyring').then(async ({ AsyncEntry }) => {
    const secret = await new AsyncEntry('starling', process.argv[1]).getSecret()
    console.log(secret === null ? 'null' : secret.length)
  })`
  return execFileSync(process.execPath, ['-e', script, name], { env: { ...process.env, ...env } })
    .toString()
    .trim()
}

describe.skipIf(!isThere('dbus-daemon') || !isThere('gnome-keyring-daemon'))(
  'a profile and a keyring',
  () => {
    const stage = createStage()
    const alice = stage.path('alice')
    const keyring = shared(startKeyring)
    const keystore = async (): Promise<{ key?: string; keyring?: string }> =>
      JSON.parse(await readFile(join(alice, 'keystore.json'), 'utf8')) as { key?: string; keyring?: string }
    const run = (args: string[], env: Record<string, string | undefined>): Promise<Ended> =>
      stage.run([...args, '--profile', alice], { env })
    const silent = { STARLING_PASSWORD: undefined }

    beforeAll(async () => {
      const { invite } = await stage.bootstrap('bootstrap')
      await stage.register('alice', invite)
    })

    test('what is remembered is in the keyring and in no file', async () => {
      expect((await run(['unlock'], keyring())).code).toBe(0)
      expect(await keystore()).toMatchObject({ keyring: expect.any(String) as string })
      expect(await keystore()).not.toHaveProperty('key')
      expect(secretOf((await keystore()).keyring!, keyring())).toBe('32')
      expect((await run(['whoami'], { ...keyring(), ...silent })).code).toBe(0)
    })

    test('without the keyring the password is asked for', async () => {
      const elsewhere = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere', STARLING_KEYRING: 'on' }
      const asked = await run(['whoami'], { ...elsewhere, ...silent })
      expect(asked.code).toBe(5)
      expect(asked.stderr).toContain('the system’s keyring does not give its key. Give its password')
      expect((await run(['whoami'], elsewhere)).code).toBe(0)
      const lock = await run(['lock'], elsewhere)
      expect(lock.code).not.toBe(0)
      expect(lock.stderr).toContain('is not locked. Unlock the keyring and try again.')
    })

    test('locked again it is gone from the keyring', async () => {
      const { keyring: name } = await keystore()
      expect((await run(['lock'], keyring())).code).toBe(0)
      expect(await keystore()).not.toHaveProperty('keyring')
      expect((await run(['whoami'], { ...keyring(), ...silent })).code).toBe(5)
      expect(secretOf(name!, keyring())).toBe('null')
    })

    test('where none answers the file has the key', async () => {
      const elsewhere = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere', STARLING_KEYRING: 'on' }
      expect((await run(['unlock'], elsewhere)).code).toBe(0)
      expect(await keystore()).toMatchObject({ key: expect.any(String) as string })
      expect((await run(['whoami'], { ...elsewhere, ...silent })).code).toBe(0)
    })
  }
)
