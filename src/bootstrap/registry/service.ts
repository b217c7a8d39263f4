import { StorageError } from '../../errors.ts'
import { deviceKeyOf, refusal, registryProtocol } from '../../protocol/index.ts'
import { serveRequests } from '../../net/index.ts'
import { appendEntry, loginFinish, loginStart } from './login.ts'
import { prove, readLeaves } from './log-service.ts'
import { lookup } from './lookup.ts'
import { refuse } from './refuse.ts'
import { registerFinish, registerStart } from './register.ts'
import type { Host } from '../../net/index.ts'
import type { RegistryReply, RegistryRequest } from '../../protocol/index.ts'
import type { RegistryContext } from './context.ts'
import type { Login } from './login.ts'

const version = 1

/** Answers `/starling/registry/1`. A login lives on its stream. */
export async function serveRegistry(host: Host, context: RegistryContext): Promise<void> {
  await serveRequests(host, registryProtocol, (peer) => {
    const session = new Session(context, deviceKeyOf(peer))
    return (request) => session.answer(request)
  })
}

class Session {
  readonly #context: RegistryContext
  readonly #device: Uint8Array | undefined
  #login: Login | undefined

  constructor(context: RegistryContext, device: Uint8Array | undefined) {
    this.#context = context
    this.#device = device
  }

  async answer(request: RegistryRequest): Promise<RegistryReply> {
    try {
      return await this.#answer(request)
    } catch (error) {
      if (error instanceof StorageError) return refuse(refusal.internal)
      throw error
    }
  }

  async #answer(request: RegistryRequest): Promise<RegistryReply> {
    const context = this.#context
    if (request.info) return { info: { servers: context.servers(), time: Date.now(), version } }
    if (request.lookup) return lookup(context, request.lookup)
    if (request.prove) return prove(context, request.prove)
    if (request.leaves) return readLeaves(context, request.leaves)
    if (this.#device === undefined) return refuse(refusal.badRequest)
    if (request.registerStart) return registerStart(context, request.registerStart)
    if (request.registerFinish) return registerFinish(context, this.#device, request.registerFinish)
    if (request.loginStart) {
      const { reply, login } = await loginStart(context, request.loginStart)
      this.#login = login
      return reply
    }
    if (this.#login === undefined) return refuse(refusal.badRequest)
    if (request.loginFinish) return loginFinish(context, this.#login, this.#device, request.loginFinish)
    if (request.appendEntry) return appendEntry(context, this.#login, this.#device, request.appendEntry)
    return refuse(refusal.badRequest)
  }
}
