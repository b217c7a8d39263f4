// A bot that says again what is said to it, in a room or directly.
//
//   STARLING_PASSWORD='four unrelated words here' node examples/echo-bot.ts DIRECTORY INVITE [NAME] [ROOM]
//
// The first run registers the name, later ones find the account in the directory.
import { createNode } from 'starling-chat'
import type { Message } from 'starling-chat'

const [directory, invite, username = 'echo_bot', roomName = '#lobby'] = process.argv.slice(2)
const password = process.env['STARLING_PASSWORD']
if (directory === undefined || invite === undefined || password === undefined) {
  console.error('usage: STARLING_PASSWORD=... node examples/echo-bot.ts DIRECTORY INVITE [NAME] [ROOM]')
  process.exit(2)
}

const node = await createNode({ directory, password, bootstrap: [invite] })
const me = node.account.info ?? (await node.account.register({ username, password }))
const room = await node.rooms.join(roomName)

const report = (error: unknown): void => console.error(error)

room.addEventListener('message', ({ detail }: CustomEvent<Message>) => {
  if (detail.own || !detail.mentions_me) return
  const said = detail.content.replaceAll(`@${me.name}`, '').trim()
  room.send(`@${detail.sender} ${said}`).catch(report)
})
node.direct.addEventListener('message', ({ detail }) => {
  if (!detail.own) node.direct.send(detail.sender, detail.content).catch(report)
})
console.log(`${me.name} listens in ${roomName}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void node.stop())
