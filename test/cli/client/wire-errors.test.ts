import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromWire, toWire } from '../../../src/cli/client/wire-errors.ts'
import * as errors from '../../../src/errors.ts'

test.for(Object.values(errors).map((Class) => [Class.name, Class] as const))('%s crosses', ([, Class]) => {
  const error = new Class('A sentence.')
  const crossed = fromWire(JSON.parse(JSON.stringify(toWire(error))))
  expect(crossed).toBeInstanceOf(Class)
  expect({ ...crossed, message: crossed.message }).toEqual({ ...error, message: error.message })
})

test('other errors become plain ones', () => {
  expect(fromWire(toWire(new TypeError('x')))).toEqual(new Error('x'))
  expect(fromWire(toWire('thrown'))).toEqual(new Error('thrown'))
})

test('whatever comes is an error', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(fromWire(value)).toBeInstanceOf(Error)
    })
  )
  expect(fromWire({ name: 'constructor', message: 5 }).message).toMatch(/failed without saying why/)
})
