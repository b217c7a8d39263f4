import * as known from '../../errors.ts'

/** An error as it crosses the socket. */
export interface WireError {
  name: string
  message: string
}

const classes = new Map(Object.values(known).map((Class) => [Class.name, Class]))

export const toWire = (error: unknown): WireError =>
  error instanceof Error
    ? { name: error.name, message: error.message }
    : { name: 'Error', message: String(error) }

/** The same class with the same code and sentence, where it is one of Starling's. */
export function fromWire(value: unknown): Error {
  const { name, message } = Object(value) as Partial<Record<keyof WireError, unknown>>
  const sentence = typeof message === 'string' ? message : 'The other process failed without saying why.'
  const Class = classes.get(String(name))
  return Class === undefined ? new Error(sentence) : new Class(sentence)
}
