import { chmod, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { createStage } from './stage.ts'
import type { AddressInfo } from 'node:net'
import type { Ended, RunOptions } from './stage.ts'

const stage = createStage()
let invite: string

beforeAll(async () => {
  ;({ invite } = await stage.bootstrap('boot'))
  await stage.register('alice', invite)
})

const register = (name: string, profile: string, args: string[] = [], options?: RunOptions): Promise<Ended> =>
  stage.run(['register', name, '--profile', stage.path(profile), '--invite', invite, ...args], options)

test('whoami says who is logged in', async () => {
  const { code, values } = await stage.run(['whoami', '--json'], {
    env: { STARLING_PROFILE: stage.path('alice') }
  })
  expect(code).toBe(0)
  expect(values).toEqual([
    expect.objectContaining({ name: 'alice', devices: 1, invite, profile: stage.path('alice') })
  ])
})

test('a new profile has nobody in it', async () => {
  const { code, stderr } = await stage.run(['whoami', '--profile', stage.path('empty')])
  expect(code).toBe(4)
  expect(stderr).toBe(
    'starling: Nobody is logged in here. Register or log in first: "starling register NAME".\n'
  )
})

test('refuses a taken name', async () => {
  const { code, stderr } = await register('alice', 'second')
  expect(code).toBe(5)
  expect(stderr).toMatch(/^starling: That name is taken\. .+\n$/)
})

test('refuses a weak password', async () => {
  const { code, stderr } = await register('carol', 'second', [], { env: { STARLING_PASSWORD: 'password1' } })
  expect(code).toBe(5)
  expect(stderr).toMatch(/too easy to guess/)
})

test('refuses a wrong password and an unknown name with the same words', async () => {
  const path = stage.path('second')
  const wrong = await stage.run(['login', 'alice', '--profile', path, '--invite', invite], {
    env: { STARLING_PASSWORD: 'a password of somebody else' }
  })
  const unknown = await stage.run(['login', 'nobody', '--profile', path])
  expect([wrong.code, unknown.code]).toEqual([5, 5])
  expect(wrong.stderr).toMatch(/password is wrong/)
  expect(unknown.stderr).toBe(wrong.stderr)
})

test('logs in on a second device, with a password file', async () => {
  const file = stage.path('password.txt')
  await writeFile(file, 'horse staple battery lamp\nnot this\n')
  await chmod(file, 0o644)
  const args = ['login', 'alice', '--profile', stage.path('device2'), '--invite', invite, '--json']
  const { code, values, stderr } = await stage.run([...args, '--password-file', file], {
    env: { STARLING_PASSWORD: 'the file goes before this' }
  })
  expect(code, stderr).toBe(0)
  expect(values).toEqual([expect.objectContaining({ name: 'alice', devices: 2 })])
  expect(stderr).toMatch(/others may read .+chmod 600/)
  // The first one, in a process that has just begun, hears of it from the registry.
  const listed = await stage.run(['devices', '--profile', stage.path('alice'), '--json'])
  expect(listed.values).toHaveLength(2)
  const again = await register('alice2', 'device2')
  expect(again.code).toBe(5)
  expect(again.stderr).toMatch(/This profile is alice already/)
})

test('takes a password from a pipe, and no other way on the command line', async () => {
  const env = { STARLING_PASSWORD: undefined }
  const none = await register('dave', 'third', [], { env })
  expect(none.code).toBe(2)
  expect(none.stderr).toMatch(/There is no password: give --password-file or STARLING_PASSWORD/)
  const argument = await register('dave', 'third', ['--password', 'secret'], { env })
  expect(argument.code).toBe(2)
  expect(argument.stderr).toMatch(/unknown option '--password'/)
  const piped = await register('dave', 'third', [], { env, input: 'horse staple battery lamp\n' })
  expect(piped.code, piped.stderr).toBe(0)
})

test('refuses what is no invite, no name, no profile', async () => {
  const path = stage.path('fourth')
  const garbage = await stage.run(['register', 'erin', '--profile', path, '--invite', 'starling:garbage'])
  expect([garbage.code, garbage.stderr]).toEqual([2, expect.stringMatching(/not a whole invite/)])
  const none = await stage.run(['register', 'erin', '--profile', path])
  expect([none.code, none.stderr]).toEqual([4, expect.stringMatching(/No network is known yet/)])
  const name = await register('Not A Name', 'fourth')
  expect([name.code, name.stderr]).toEqual([2, expect.stringMatching(/3 to 20 characters/)])
  const file = stage.path('a-file')
  await writeFile(file, '')
  const profile = await stage.run(['whoami', '--profile', file])
  expect([profile.code, profile.stderr]).toEqual([8, expect.stringMatching(/can't be used/)])
})

test('tells a server that is gone from one that is another', async () => {
  const gone = await stage.bootstrap('gone')
  const address = /\/ip4\/127\.0\.0\.1\/tcp\/(\d+)/.exec(gone.all().stdout)!
  await gone.stop()
  const args = ['register', 'frank', '--profile', stage.path('fifth'), '--invite', gone.invite]

  const unreachable = await stage.run(args)
  expect([unreachable.code, unreachable.stderr]).toEqual([
    6,
    expect.stringMatching(/registry does not answer/)
  ])

  const port = Number(address[1])
  const web = createServer((_, response) => response.end('hello')).listen(port, '127.0.0.1')
  onTestFinished(() => void web.close())
  await new Promise((resolve) => web.once('listening', resolve))
  expect((web.address() as AddressInfo).port).toBe(port)
  const http = await stage.run(args)
  expect(http.code, http.stderr).toBe(6)
  web.closeAllConnections()
  await new Promise((resolve) => web.close(resolve))

  const other = await stage.bootstrap('other', address[0])
  const impostor = await stage.run(args)
  expect([impostor.code, impostor.stderr]).toEqual([
    6,
    expect.stringMatching(/not a Starling server of this registry/)
  ])
  await other.stop()
})

test('a password is changed, a lost one recovered, and each time the old ones are dead', async () => {
  const next = 'copper lantern gravel tulip'
  const profile = (name: string): string[] => ['--profile', stage.path(name), '--json']
  const registered = await register('grace', 'grace', ['--json'])
  const first = registered.values[0]!['recovery_code'] as string
  const changed = await stage.run(['password', ...profile('grace')], { env: { STARLING_NEW_PASSWORD: next } })
  expect(changed.code, changed.stderr).toBe(0)
  const code = changed.values[0]!['recovery_code'] as string
  expect(code).not.toBe(first)

  const old = await stage.run(['login', 'grace', '--invite', invite, ...profile('sixth')])
  expect([old.code, old.stderr]).toEqual([5, expect.stringMatching(/password is wrong/)])
  const recover = (recoveryCode: string) =>
    stage.run(['recover', 'grace', ...profile('sixth')], {
      env: { STARLING_RECOVERY_CODE: recoveryCode, STARLING_NEW_PASSWORD: 'violet anchor muesli orbit' }
    })
  const typo = await recover(code.replace(/^\w+/, 'zzz'))
  expect([typo.code, typo.stderr]).toEqual([2, expect.stringMatching(/Word 1 .+ Did you mean/)])
  const dead = await recover(first)
  expect([dead.code, dead.stderr]).toEqual([5, expect.stringMatching(/Take the newest/)])
  const recovered = await recover(code)
  expect(recovered.code, recovered.stderr).toBe(0)
  expect(recovered.values[0]).toMatchObject({ name: 'grace', devices: 2 })
}, 180_000)

test('the recovery code is printed to be written down, and may be required', async () => {
  const { stdout } = await register('heidi', 'heidi', ['--recovery-required'])
  expect(stdout).toMatch(/Write it down.+\n\n( *\d+ [a-z]+){4}\n( *\d+ [a-z]+){4}\n( *\d+ [a-z]+){4}\n/)
  const login = await stage.run(['login', 'heidi', '--invite', invite, '--profile', stage.path('seventh')])
  expect([login.code, login.stderr]).toEqual([5, expect.stringMatching(/--recovery-code-file/)])
  const file = stage.path('code.txt')
  await writeFile(file, /( *\d+ [a-z]+\n?){12}/.exec(stdout)![0], { mode: 0o600 })
  const args = ['login', 'heidi', '--profile', stage.path('seventh'), '--recovery-code-file', file, '--json']
  const again = await stage.run(args)
  expect(again.code, again.stderr).toBe(0)
  expect(again.values).toEqual([expect.objectContaining({ name: 'heidi', devices: 2 })])
})
