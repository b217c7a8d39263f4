// Packs the project, installs the tarball into an empty folder, and runs what people run: on the Node 24 of this
// checkout and on Node 22, the oldest that is supported. The system's own Node may be older: then the program says so.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const folder = mkdtempSync(join(tmpdir(), 'starling-package-'))
const password = 'tarballs travel lightly over hills'
const env = { ...process.env, STARLING_PASSWORD: password }

try {
  const npm = (args, options = {}) =>
    execFileSync('npm', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], ...options })
  const [{ filename, size, files }] = JSON.parse(npm(['pack', '--json', '--pack-destination', folder]))
  console.log(`${filename}: ${files.length} files, ${Math.round(size / 1024)} kB`)
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  npm(['install', '--no-audit', '--no-fund', '--loglevel=error', join(folder, filename), 'node@22'], {
    cwd: folder
  })

  const bin = join(folder, 'node_modules', 'starling-chat', 'bin', 'starling.js')
  const oldNode = join(folder, 'node_modules', 'node', 'bin', 'node')
  for (const node of [process.execPath, oldNode]) {
    const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()
    await talk(node, bin, join(folder, version))
    console.log(`the packed program works on ${version}`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** A server, two people, one message. */
async function talk(node, bin, directory) {
  const starling = (name, ...args) =>
    execFileSync(node, [bin, ...args, '--profile', join(directory, name)], {
      encoding: 'utf8',
      env,
      timeout: 60_000
    })
  const server = spawn(
    node,
    [
      bin,
      'bootstrap',
      '--json',
      '--directory',
      join(directory, 'server'),
      '--listen',
      '/ip4/127.0.0.1/tcp/0'
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit']
    }
  )
  try {
    const [line] = await once(createInterface({ input: server.stdout }), 'line')
    const { invite } = JSON.parse(line)
    for (const name of ['alice', 'bob']) {
      starling(name, 'register', name, '--invite', invite)
      starling(name, 'join', '#lobby')
    }
    const daemon = spawn(node, [bin, 'daemon', '--profile', join(directory, 'bob')], {
      stdio: ['ignore', 'pipe', 'inherit']
    })
    try {
      await once(daemon.stdout, 'data')
      starling('alice', 'send', '#lobby', 'hello from the tarball')
      const history = starling('bob', 'history', '#lobby', '--json')
      if (!history.includes('hello from the tarball')) throw new Error(`bob has no message: ${history}`)
    } finally {
      await stop(daemon)
    }
  } finally {
    await stop(server)
  }
}

async function stop(child) {
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
}
