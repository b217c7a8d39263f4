// Two people meet in a room and write to each other, all in one process.
//
//   node examples/two-nodes.ts
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBootstrap, createNode } from 'starling-chat'

const directory = await mkdtemp(join(tmpdir(), 'starling-two-nodes-'))
const listen = ['/ip4/127.0.0.1/tcp/0']

const bootstrap = await createBootstrap({ directory: join(directory, 'bootstrap'), listen })

async function enter(username: string) {
  const node = await createNode({
    directory: join(directory, username),
    bootstrap: [bootstrap.invite],
    listen
  })
  await node.account.register({ username, password: `${username} likes tall green bicycles` })
  const room = await node.rooms.join('#lobby')
  return { node, room }
}

const alice = await enter('alice')
const bob = await enter('bob')

const heard = new Promise<void>((resolve) => {
  bob.room.addEventListener('message', ({ detail }) => {
    console.log(`${detail.room} ${detail.sender}: ${detail.content}`)
    resolve()
  })
})
const hello = await alice.room.send('hello **flock**')
await heard

const answered = new Promise<void>((resolve) => {
  alice.node.direct.addEventListener('message', ({ detail }) => {
    if (detail.own) return
    console.log(`${detail.sender} to ${detail.recipient}: ${detail.content}`)
    resolve()
  })
})
await bob.node.direct.send('alice', 'hi!')
await answered

// Resolves once another device holds the message.
const { stored_by } = await alice.node.conversations.delivered(hello.id)
console.log(`hello is stored by ${stored_by} other device`)

await Promise.all([alice.node.stop(), bob.node.stop()])
await bootstrap.stop()
await rm(directory, { recursive: true })
