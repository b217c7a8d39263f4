// Packs the project, installs the tarball into an empty folder, and runs what people run: on the Node 24 of this
// checkout and on Node 22, the oldest that is supported.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const folder = mkdtempSync(join(tmpdir(), 'starling-package-'))
const bin = join(folder, 'node_modules', 'starling-chat', 'bin', 'starling.js')
const nodeIn = (modules) => join(modules, 'node_modules', 'node', 'bin', 'node')
const { NODE_OPTIONS, STARLING_PROFILE, ...inherited } = process.env
const env = { ...inherited, STARLING_PASSWORD: 'tarballs travel lightly over hills' }
/** How long a command, or a line that is waited for, may take, ms. */
const patience = 60_000

const npm = (args, cwd) =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

try {
  const [{ filename, size, files }] = JSON.parse(npm(['pack', '--json', '--pack-destination', folder], root))
  console.log(`${filename}: ${files.length} files, ${Math.round(size / 1024)} kB`)
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  npm(['install', '--no-audit', '--no-fund', '--loglevel=error', join(folder, filename), 'node@22'], folder)
  for (const node of [nodeIn(root), nodeIn(folder)]) await tryOn(node)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function tryOn(node) {
  const run = (...args) => execFileSync(node, args, { cwd: folder, encoding: 'utf8', env, timeout: patience })
  const name = run('--version').trim()
  expect('starling --version', run(bin, '--version').trim(), version)
  const library = `import { createNode } from 'starling-chat'
    import { maxText } from 'starling-chat/protocol'
    console.log(typeof createNode, maxText)`
  expect('the library', run('--input-type=module', '--eval', library).trim(), 'function 16384')
  await talk(node, run, join(folder, name))
  console.log(`the packed program works on ${name}`)
}

/** A server, two people, one message. */
async function talk(node, run, directory) {
  const starling = (name, ...args) => run(bin, ...args, '--profile', join(directory, name))
  const listen = ['--listen', '/ip4/127.0.0.1/tcp/0']
  const server = start(node, ['bootstrap', '--json', '--directory', join(directory, 'server'), ...listen])
  let tail
  try {
    const { invite } = JSON.parse(await server.line())
    for (const name of ['alice', 'bob']) {
      starling(name, 'register', name, '--invite', invite)
      starling(name, 'join', '#lobby')
    }
    tail = start(node, ['tail', '#lobby', '--json', '--profile', join(directory, 'bob')])
    // Fails unless another device says that it holds the message.
    starling('alice', 'send', '#lobby', 'hello from the tarball', '--timeout', '30')
    const { sender, content } = JSON.parse(await tail.line())
    expect('the message', `${sender}: ${content}`, 'alice: hello from the tarball')
  } finally {
    await tail?.stop()
    await server.stop()
  }
}

/** A program that runs until it is stopped. */
function start(node, args) {
  const child = spawn(node, [bin, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })
  const exit = once(child, 'exit')
  return {
    async line() {
      const line = once(lines, 'line', { signal: AbortSignal.timeout(patience) })
      const ended = exit.then(([code]) => {
        throw new Error(`"starling ${args[0]}" ended with ${code}`)
      })
      const [text] = await Promise.race([line, ended])
      return text
    },
    async stop() {
      child.kill('SIGTERM')
      const [code] = await exit
      expect(`the end of "starling ${args[0]}"`, code, 0)
    }
  }
}

function expect(what, found, wanted) {
  if (found !== wanted) throw new Error(`${what} is ${found}, not ${wanted}`)
}
