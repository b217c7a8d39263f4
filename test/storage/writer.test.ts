import { expect, test } from 'vitest'
import { serialWriter } from '../../src/storage/writer.ts'

const told = new Error('told')

test('one write runs at a time, in the order of the calls', async () => {
  const writer = serialWriter(() => told)
  const happened: string[] = []
  const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const writes = gates.map(({ promise }, n) =>
    writer.write(async () => {
      happened.push(`begin ${n}`)
      await promise
      happened.push(`end ${n}`)
    })
  )
  gates[1]!.resolve()
  gates[0]!.resolve()
  await writer.idle()
  expect(happened).toEqual(['begin 0', 'end 0', 'begin 1', 'end 1'])
  await Promise.all(writes)
})

test('after a failure nothing runs any more', async () => {
  const writer = serialWriter((error) => new Error('told', { cause: error }))
  let later = 0
  const first = writer.write(() => Promise.reject(new Error('full')))
  const second = writer.write(async () => void later++)
  await expect(first).rejects.toMatchObject({ message: 'told', cause: { message: 'full' } })
  await expect(second).rejects.toThrow('told')
  await writer.idle()
  await expect(writer.write(async () => void later++)).rejects.toThrow('told')
  expect(later).toBe(0)
})
