import { createBirpc } from 'birpc'
import { writeJsonLine } from './json-lines.ts'
import { fromWire, toWire } from './wire-errors.ts'
import type { BirpcReturn } from 'birpc'
import type { Socket } from 'node:net'

/** Values of one type for each of the names, and no inherited ones. */
export type Functions = Readonly<Record<string, (...args: never[]) => unknown>>

export interface Rpc {
  call(method: string, ...args: unknown[]): Promise<unknown>
  /** A call without an answer. */
  tell(method: string, ...args: unknown[]): void
  /** Takes a value that came over the socket. */
  receive(value: unknown): void
  /** Fails every call that waits. */
  close(error: Error): void
}

/** Calls in both directions over a socket. What is not of the protocol ends that connection. */
export function createRpc(socket: Socket, local: Functions): Rpc {
  let receive: (value: unknown) => void = () => {}
  const rpc: BirpcReturn<Functions, Functions, false> = createBirpc<Functions, Functions, false>(local, {
    proxify: false,
    bind: 'functions',
    // Waiting is bounded by each call; the end of the connection ends them all.
    timeout: -1,
    post: (value) => writeJsonLine(socket, value),
    on: (listener: (value: unknown) => unknown) => {
      receive = (value) => void Promise.resolve(listener(value)).catch(() => socket.destroy())
    },
    serialize: (message: Partial<Record<'e', unknown>>) =>
      message.e === undefined ? message : { ...message, e: toWire(message.e) },
    deserialize: (value: unknown) => readMessage(value),
    resolver: (name) => (Object.hasOwn(local, name) ? local[name] : undefined)
  })
  return {
    call: (method, ...args) => rpc.$call(method, ...(args as never[])),
    tell: (method, ...args) => void rpc.$callEvent(method, ...(args as never[])),
    receive: (value) => receive(value),
    close: (error) => rpc.$close(error)
  }
}

function readMessage(value: unknown): object {
  const message = Object(value) as Partial<Record<'t' | 'm' | 'a' | 'e', unknown>>
  const isCall = message.t === 'q' && typeof message.m === 'string' && Array.isArray(message.a)
  if (!isCall && message.t !== 's') throw new TypeError('This is no call and no answer.')
  return message.e === undefined ? message : { ...message, e: fromWire(message.e) }
}
