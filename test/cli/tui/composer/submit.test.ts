import { expect, test } from 'vitest'
import { createComposer } from '../../../../src/cli/tui/composer/composer.ts'
import { createSubmit } from '../../../../src/cli/tui/composer/submit.ts'
import type { Composer } from '../../../../src/cli/tui/composer/composer.ts'

interface Desk {
  composer: Composer
  submit: () => Promise<void>
  done: string[]
  fail: (sentence: string) => void
}

function deskIn(conversation: string): Desk {
  const composer = createComposer(() => ({ commands: [], people: [], rooms: [] }))
  if (conversation !== '') composer.open(conversation)
  const done: string[] = []
  let failure: string | undefined
  const act = async (what: string): Promise<void> => {
    if (failure !== undefined) throw new Error(failure)
    done.push(what)
  }
  const submit = createSubmit({
    composer,
    context: () => ({
      active: conversation === '' ? undefined : conversation,
      join: (room) => act(`join ${room}`),
      allow: (device) => act(`allow ${device}`),
      leave: (room) => act(`leave ${room}`),
      message: (name) => act(`message ${name}`),
      send: (to, text) => act(`send ${to}: ${text}`),
      profile: (name) => act(`profile ${name}`),
      setProfile: (change) => act(`profile ${JSON.stringify(change)}`),
      devices: () => act('devices'),
      password: () => act('password'),
      cancelReset: () => act('cancelReset'),
      block: (name, isBlocked) => act(`block ${name} ${isBlocked}`),
      blocked: () => act('blocked'),
      rename: (name, nickname) => act(`rename ${name} ${nickname}`),
      verify: (name, number) => act(`verify ${name} ${number}`),
      show: (panel) => void done.push(`show ${panel}`),
      quit: () => void done.push('quit')
    })
  })
  return { composer, submit, done, fail: (sentence) => (failure = sentence) }
}

const state = ({ composer }: Desk): { text: string; remark: string | undefined } => ({
  text: composer.get().draft.text,
  remark: composer.get().remark?.text
})

test('a text goes to where it was written', async () => {
  const desk = deskIn('#lobby')
  desk.composer.type('hello  ')
  await desk.submit()
  expect(desk.done).toEqual(['send #lobby: hello'])
  expect(state(desk)).toEqual({ text: '', remark: undefined })
})

test('nothing is not sent', async () => {
  const desk = deskIn('#lobby')
  desk.composer.type('  \n ')
  await desk.submit()
  expect(desk.done).toEqual([])
})

test('a failed send keeps the text, and says why', async () => {
  const desk = deskIn('bob')
  desk.fail('The text is too long.')
  desk.composer.type('hello')
  await desk.submit()
  expect(state(desk)).toEqual({ text: 'hello', remark: 'Not sent to bob. The text is too long.' })
})

test('with nothing open the text stays', async () => {
  const desk = deskIn('')
  desk.composer.type('hello')
  await desk.submit()
  expect(desk.done).toEqual([])
  expect(state(desk).text).toBe('hello')
  expect(state(desk).remark).toContain('/join')
})

test('commands are done, not sent', async () => {
  const desk = deskIn('#lobby')
  desk.composer.type('/join #dev')
  await desk.submit()
  expect(desk.done).toEqual(['join #dev'])
  expect(state(desk).text).toBe('')
})

test('a command that fails comes back', async () => {
  const desk = deskIn('#lobby')
  desk.fail('Nobody here is called zed.')
  desk.composer.type('/msg zed hi')
  await desk.submit()
  expect(state(desk)).toEqual({ text: '/msg zed hi', remark: 'Nobody here is called zed.' })
})

test('an unknown command is never sent', async () => {
  const desk = deskIn('#lobby')
  desk.composer.type('/jion #dev')
  await desk.submit()
  await desk.submit()
  expect(desk.done).toEqual([])
  expect(state(desk).remark).toContain('Did you mean /join?')
})

test('two slashes are a text with one', async () => {
  const desk = deskIn('#lobby')
  desk.composer.type('//etc/hosts')
  await desk.submit()
  expect(desk.done).toEqual(['send #lobby: /etc/hosts'])
})

test('a command behind a space is asked about once', async () => {
  const desk = deskIn('#lobby')
  desk.composer.type(' /msg bob my secret')
  await desk.submit()
  expect(desk.done).toEqual([])
  expect(state(desk)).toMatchObject({ text: ' /msg bob my secret' })
  await desk.submit()
  expect(desk.done).toEqual(['send #lobby:  /msg bob my secret'])
})

test('a changed text is asked about again', async () => {
  const desk = deskIn('#lobby')
  desk.composer.type(' /msg bob a')
  await desk.submit()
  desk.composer.type('b')
  await desk.submit()
  expect(desk.done).toEqual([])
})
