import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { createStage } from './stage.ts'

const stage = createStage()
let invite: string

beforeAll(async () => {
  ;({ invite } = await stage.bootstrap('boot'))
  await stage.register('alice', invite)
})

test('audit says what it verified', async () => {
  const { code, stdout, stderr } = await stage.run(['audit', '--profile', stage.path('alice')])
  expect(stderr).toBe('')
  expect(code).toBe(0)
  expect(stdout).toMatch(/^Leaves +1, each signed by its account/m)
  expect(stdout).toMatch(/^Names +1, each with one holder$/m)
  expect(stdout).toMatch(/^You +alice, leaf 0$/m)
})

test('as JSON it has the signed checkpoint', async () => {
  const { code, values } = await stage.run(['audit', '--json', '--profile', stage.path('alice')])
  expect(code).toBe(0)
  expect(values).toEqual([
    expect.objectContaining({ leaves: 1, names: 1, own: { name: 'alice', leaf: 0 }, evidence: [] })
  ])
  expect(values[0]!['checkpoint']).toMatch(/^starling\.registry\/[a-z2-7]{52}\n1\n/)
})

test('notes of an earlier alarm make it end with 12', async () => {
  const evidence = join(stage.path('alice'), 'evidence')
  await mkdir(evidence)
  await writeFile(join(evidence, '3-00.note'), 'a note')
  const { code, stderr } = await stage.run(['audit', '--profile', stage.path('alice')])
  expect(code).toBe(12)
  expect(stderr).toContain(join(evidence, '3-00.note'))
})

test('without a network there is nothing to audit', async () => {
  const { code, stderr } = await stage.run(['audit', '--profile', stage.path('empty')])
  expect(code).toBe(4)
  expect(stderr).toMatch(/No registry is known yet/)
})
