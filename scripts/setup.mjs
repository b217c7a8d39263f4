// Makes a clone ready to run: installs what the lockfile names when it changed, builds when sources changed.
// Runs before `npm start` and `npm test`, on the Node that npm itself runs on, so it uses built-ins only.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const installStamp = join(root, 'node_modules', '.starling-install')
const buildStamp = join(root, 'dist', '.starling-build')

const lock = fingerprint([join(root, 'package-lock.json')])
if (read(installStamp) !== lock) {
  console.error('Installing dependencies (once, about half a minute)...')
  const npm = process.env.npm_execpath
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  if (npm === undefined) run('npm', args)
  else run(process.execPath, [npm, ...args])
  writeFileSync(installStamp, lock)
}

const sources = fingerprint([
  ...files(join(root, 'src')),
  join(root, 'tsconfig.json'),
  join(root, 'tsconfig.build.json')
])
if (read(buildStamp) !== sources) {
  console.error('Building...')
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  run(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json'])
  writeFileSync(buildStamp, sources)
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] })
  if (status === 0) return
  console.error(`\n${[command, ...args].join(' ')} failed${error === undefined ? '' : `: ${error.message}`}.`)
  process.exit(1)
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

function files(directory) {
  return readdirSync(directory, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(directory, entry.name)
      return entry.isDirectory() ? files(path) : [path]
    })
    .sort()
}

function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const path of paths)
    hash.update(`${path.slice(root.length)}\0${statSync(path).size}\0`).update(readFileSync(path))
  return hash.digest('hex')
}
