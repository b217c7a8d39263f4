import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hasServerFile, readServerFile, writeServerFile } from '../../src/bootstrap/server-file.ts'
import { temporaryDirectory } from '../support/index.ts'

const file = {
  ports: { '/ip4/127.0.0.1/tcp/0': 7827 },
  list: { number: 12, addresses: ['/ip4/192.0.2.1/tcp/7827'] }
}

test('comes back as it was written, for the owner alone', async (t) => {
  const directory = await temporaryDirectory(t)
  expect(await hasServerFile(directory)).toBe(false)
  await writeServerFile(directory, file)
  expect(await hasServerFile(directory)).toBe(true)
  expect(await readServerFile(directory)).toEqual(file)
  expect((await stat(join(directory, 'server.json'))).mode & 0o777).toBe(0o600)
  expect(await readFile(join(directory, 'server.json'), 'utf8')).toMatch(/\n$/)
})

test('one that is missing begins with a number later than any before', async (t) => {
  const begin = Math.floor(Date.now() / 1000)
  const { ports, list } = await readServerFile(await temporaryDirectory(t))
  expect(ports).toEqual({})
  expect(list.addresses).toEqual([])
  expect(list.number).toBeGreaterThanOrEqual(begin)
  expect(
    (await readServerFile(join(await temporaryDirectory(t), 'nowhere'))).list.number
  ).toBeGreaterThanOrEqual(begin)
})

test.for<[string, string]>([
  ['nothing', ''],
  ['half of it', JSON.stringify(file).slice(0, 60)],
  ['null', 'null'],
  ['a list', '[]'],
  ['a number', '7'],
  ['no ports', JSON.stringify({ list: file.list })],
  ['null ports', JSON.stringify({ ...file, ports: null })],
  ['no list', JSON.stringify({ ports: file.ports })],
  ['a port that is text', JSON.stringify({ ...file, ports: { '/ip4/127.0.0.1/tcp/0': '7827' } })],
  ['port 0', JSON.stringify({ ...file, ports: { '/ip4/127.0.0.1/tcp/0': 0 } })],
  ['port 70000', JSON.stringify({ ...file, ports: { '/ip4/127.0.0.1/tcp/0': 70_000 } })],
  ['half a port', JSON.stringify({ ...file, ports: { '/ip4/127.0.0.1/tcp/0': 7827.5 } })],
  ['a number that is text', JSON.stringify({ ...file, list: { ...file.list, number: '12' } })],
  ['a negative number', JSON.stringify({ ...file, list: { ...file.list, number: -1 } })],
  ['a number that is too large', JSON.stringify({ ...file, list: { ...file.list, number: 1e300 } })],
  ['addresses that are none', JSON.stringify({ ...file, list: { number: 1, addresses: [7] } })],
  ['no addresses', JSON.stringify({ ...file, list: { number: 1 } })]
])('one with %s counts as missing', async ([, text], t) => {
  const directory = await temporaryDirectory(t)
  await writeFile(join(directory, 'server.json'), text)
  const read = await readServerFile(directory)
  expect(read).toEqual({ ports: {}, list: { number: read.list.number, addresses: [] } })
  expect(read.list.number).toBeGreaterThan(1_700_000_000)
  await writeServerFile(directory, file)
  expect(await readServerFile(directory)).toEqual(file)
})

test('one that can’t be written fails, and leaves the old one', async (t) => {
  const directory = await temporaryDirectory(t)
  await writeServerFile(directory, file)
  await expect(writeServerFile(join(directory, 'nowhere'), file)).rejects.toThrow('ENOENT')
  await mkdir(join(directory, 'other', 'server.json'), { recursive: true })
  await expect(writeServerFile(join(directory, 'other'), file)).rejects.toThrow()
  expect(await readServerFile(directory)).toEqual(file)
  await chmod(join(directory, 'server.json'), 0o400)
  expect(await readServerFile(directory)).toEqual(file)
})
