/* eslint-disable no-control-regex -- what terminals are told is made of control characters */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFixtureClient } from './fixture-client.ts'
import { openScreen } from './screen.ts'
import { forbidden, hostileText } from './text/hostile.ts'

/** What the interface itself tells a terminal. Everything else would be somebody's text. */
const ours = [
  /\x1b\[[\d;]*m/g, // styles
  /\x1b\[\d*(?:;\d*)?[A-HJK]/g, // cursor and erasing
  /\x1b\[\?(?:7|25|1004|1049|2004|2026)[hl]/g, // modes
  /\x1b\[2[23];0t/g, // the title is kept and given back
  /\x1b\[(?:\?|>1|<)u/g, // the kitty protocol
  /\x1b\]8;(?:id=\w+;https?:\/\/[!-~]+|;)(?:\x07|\x1b\\)/g, // links
  /\x1b\]2;[^\x00-\x1f\x7f-\x9f]*\x1b\\/g // titles
]

test('nothing that anybody writes is obeyed by the terminal', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(hostileText, hostileText), { minLength: 1, maxLength: 8 }),
      hostileText,
      fc.constantFrom(44, 80, 120),
      async (messages, notice, columns) => {
        const client = createFixtureClient({ name: 'alice' })
        client.addRoom('#lobby')
        for (const [content, sender] of messages) {
          client.say('#lobby', 'bob', content, { sender: sender || 'bob', own: content.length % 3 === 0 })
        }
        client.addRoom('#other', { unread: 1 })
        client.addPerson('#lobby', messages[0]![1] || 'eve', 'online', { id: 'eve' })
        client.say('#lobby', 'bob', 'the end')
        const screen = openScreen(client, { columns })
        await screen.waitFor('the end')
        client.emit({ type: 'notice', level: 'warning', text: `${notice} that is all` })
        client.setStatusOf({ registry: 'offline', problem: notice })
        await screen.waitFor('○ offline')
        expect(screen.rows().at(-1)).toContain('F1 help')
        expect(screen.rows()[0]).toContain('#lobby')
        await screen.stop()
        const rest = ours.reduce((raw, sequence) => raw.replace(sequence, ''), screen.raw())
        expect(rest.replace(/[\r\n]/g, '')).not.toMatch(forbidden)
      }
    ),
    { numRuns: 15 }
  )
}, 120_000)

test('a room that is written full at once is still a room', async () => {
  const client = createFixtureClient({ name: 'alice' })
  client.addRoom('#lobby')
  client.say('#lobby', 'bob', 'x\n'.repeat(8000))
  client.say('#lobby', 'bob', '**'.repeat(8000))
  client.say('#lobby', 'bob', '>'.repeat(16_000))
  client.say('#lobby', 'bob', '[a](http://b.c)'.repeat(1000))
  client.say('#lobby', 'bob', '||a'.repeat(5000))
  client.say('#lobby', 'bob', 'a\u0301\u0301\u0301'.repeat(2500))
  client.say('#lobby', 'bob', 'the end')
  const screen = openScreen(client)
  await screen.waitFor('the end')
  screen.press('hello\r')
  await screen.waitFor('hello ◌')
  for (let page = 0; page < 5; page++) screen.press('\x1b[5~')
  await screen.waitFor('↓ reading back')
  await screen.stop()
})
