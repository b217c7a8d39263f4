import { setTimeout as delay } from 'node:timers/promises'
import { NoInviteError } from '../../errors.ts'
import type { Host } from '../../net/index.ts'
import type { NetworkStatus } from '../types.ts'
import type { RegistryClient } from './registry-client.ts'

/** Waits between attempts, ms: doubling from the first to the last, with a random part so that peers don't return as one. */
const firstWait = 500
const lastWait = 30_000

export interface RegistryLinkInit {
  host: Host
  client: RegistryClient
  /** While connected. Ends when the signal fires; the link stays up however this ends. */
  whileUp: (peer: string, signal: AbortSignal) => Promise<void>
  onChange: () => void
}

type State = Pick<NetworkStatus, 'registry' | 'problem'>

/** Keeps one connection to the registry: back within a second where it can be, calmly where it can't. */
export class RegistryLink {
  readonly #init: RegistryLinkInit
  #state: State = { registry: 'offline' }
  #stopping = new AbortController()
  #hurry = new AbortController()
  #running: Promise<void> | undefined

  constructor(init: RegistryLinkInit) {
    this.#init = init
  }

  get state(): State {
    return this.#state
  }

  start(): void {
    if (this.#running !== undefined) return
    this.#stopping = new AbortController()
    this.#running = this.#run(this.#stopping.signal)
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#running
    this.#running = undefined
  }

  /** Tries now instead of at the end of the wait: there is a new server, or a new reason. */
  hurry(): void {
    this.#hurry.abort()
  }

  async #run(signal: AbortSignal): Promise<void> {
    let wait = firstWait
    while (!signal.aborted) {
      try {
        this.#set({ registry: 'connecting' })
        const peer = await this.#init.client.connect({ signal })
        this.#set({ registry: 'online' })
        wait = firstWait
        await this.#stayUp(peer, signal)
        this.#set({ registry: 'offline', problem: 'The connection to the registry ended.' })
      } catch (error) {
        this.#set({ registry: 'offline', ...(error instanceof Error && { problem: error.message }) })
        if (error instanceof NoInviteError) wait = lastWait
      }
      const isOver = await this.#pause(wait * (0.5 + Math.random() / 2), signal)
      wait = isOver ? Math.min(2 * wait, lastWait) : firstWait
    }
    this.#set({ registry: 'offline' })
  }

  /** Until the server is gone. */
  async #stayUp(peer: string, stopping: AbortSignal): Promise<void> {
    const { host, whileUp } = this.#init
    const down = new AbortController()
    const signal = AbortSignal.any([down.signal, stopping])
    const onDisconnect = ({ detail }: CustomEvent<string>): void => {
      if (detail === peer) down.abort()
    }
    host.addEventListener('disconnect', onDisconnect)
    try {
      const work = whileUp(peer, signal).catch(() => {})
      if (host.isConnected(peer)) await aborted(signal)
      down.abort()
      await work
    } finally {
      host.removeEventListener('disconnect', onDisconnect)
    }
  }

  /** False where it was cut short. */
  async #pause(milliseconds: number, stopping: AbortSignal): Promise<boolean> {
    const signal = AbortSignal.any([stopping, this.#hurry.signal])
    const isOver = await delay(milliseconds, true, { signal }).catch(() => false)
    this.#hurry = new AbortController()
    return isOver
  }

  #set(state: State): void {
    this.#state = state
    this.#init.onChange()
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
