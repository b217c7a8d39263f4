// A whole little network, with nothing to answer first: a bootstrap server, three lively peers, and you in #lobby.
//
//   npm run demo
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createBootstrap, createNode } from 'starling-chat'
import { converse } from './demo-peers.ts'

const directory = await mkdtemp(join(tmpdir(), 'starling-demo-'))
const listen = ['/ip4/127.0.0.1/tcp/0']
const password = 'a demo needs no secrets, only starlings'

console.log('Starting a bootstrap server and three peers...')
const bootstrap = await createBootstrap({ directory: join(directory, 'bootstrap'), listen })

async function enter(username: string) {
  const node = await createNode({
    directory: join(directory, username),
    bootstrap: [bootstrap.invite],
    listen
  })
  await node.account.register({ username, password, remember: true })
  await node.rooms.join('#lobby')
  return node
}

const [ada, grace, linus, you] = [
  await enter('ada'),
  await enter('grace'),
  await enter('linus'),
  await enter('you')
]
await ada.rooms.join('#starlings')
await you.rooms.join('#starlings')
// The interface opens this profile itself.
await you.stop()

const conversation = new AbortController()
converse({ ada, grace, linus }, conversation.signal)

const program = fileURLToPath(new URL('../bin/starling.js', import.meta.url))
const chat = spawn(process.execPath, [program, 'chat', '--profile', join(directory, 'you')], {
  stdio: 'inherit'
})
// The terminal sends these to both: the interface decides when the demo is over.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
await once(chat, 'exit')

conversation.abort()
await Promise.all([ada, grace, linus].map((node) => node.stop()))
await bootstrap.stop()
await rm(directory, { recursive: true })
