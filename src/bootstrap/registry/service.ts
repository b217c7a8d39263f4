import { StorageError } from '../../errors.ts'
import { deviceKeyOf, refusal, registryProtocol } from '../../protocol/index.ts'
import { serveRequests } from '../../net/index.ts'
import { NamelessError } from './certificates.ts'
import { appendEntry } from './append.ts'
import { cancelReset, release } from './leave.ts'
import { prove, readLeaves } from './log-service.ts'
import { loginFinish, loginStart } from './login.ts'
import { lookup, readEntries } from './lookup.ts'
import { opaqueResponse } from './opaque.ts'
import { recover } from './recover.ts'
import { refuse } from './refuse.ts'
import { registerFinish, registerStart } from './register.ts'
import { refusalOfForm } from './sizes.ts'
import { SuspendedError } from './suspensions.ts'
import type { Host } from '../../net/index.ts'
import type { RegistryReply, RegistryRequest } from '../../protocol/index.ts'
import type { RegistryContext } from './context.ts'
import type { Proven } from './hand-out.ts'
import type { Login } from './login.ts'

const version = 1

/** Answers `/starling/registry/1`. A login lives on its stream. */
export async function serveRegistry(host: Host, context: RegistryContext): Promise<void> {
  await serveRequests(host, registryProtocol, (peer) => {
    const session = new Session(context, deviceKeyOf(peer), context.addressOf(peer) ?? peer)
    return (request) => session.answer(request)
  })
}

class Session {
  readonly #context: RegistryContext
  readonly #device: Uint8Array | undefined
  /** Where the device asks from. */
  readonly #address: string
  #login: Login | undefined
  #proof: Proven | undefined

  constructor(context: RegistryContext, device: Uint8Array | undefined, address: string) {
    this.#address = address
    this.#context = context
    this.#device = device
  }

  async answer(request: RegistryRequest): Promise<RegistryReply> {
    try {
      return await this.#answer(request)
    } catch (error) {
      if (error instanceof StorageError) return refuse(refusal.internal)
      if (error instanceof SuspendedError) return refuse(refusal.suspended)
      if (error instanceof NamelessError) return refuse(refusal.nameless)
      throw error
    }
  }

  async #answer(request: RegistryRequest): Promise<RegistryReply> {
    const context = this.#context
    const malformed = refusalOfForm(request)
    if (malformed !== undefined) return refuse(malformed)
    if (request.info) return { info: { servers: context.servers(), time: Date.now(), version } }
    if (request.lookup) return lookup(context, request.lookup)
    if (request.entries) return readEntries(context, request.entries)
    if (request.prove) return prove(context, request.prove)
    if (request.leaves) return readLeaves(context, request.leaves)
    if (this.#device === undefined) return refuse(refusal.badRequest)
    if (request.vaultPut) return context.vaults.put(this.#device, request.vaultPut)
    if (request.vaultGet) return context.vaults.get(this.#device, request.vaultGet)
    if (request.registerStart) return registerStart(context, request.registerStart)
    if (request.registerFinish) return registerFinish(context, this.#device, request.registerFinish)
    if (request.release) return release(context, this.#device, request.release)
    if (request.cancelReset) return cancelReset(context, this.#device, request.cancelReset)
    if (request.loginStart) {
      const { reply, login } = await loginStart(context, this.#address, request.loginStart)
      return this.#go(reply, { login })
    }
    if (request.loginFinish && this.#login) {
      const { reply, proof } = await loginFinish(context, this.#login, this.#device, request.loginFinish)
      return this.#go(reply, { login: this.#login, proof })
    }
    if (request.recover) {
      const { reply, proof } = await recover(context, this.#device, request.recover)
      return this.#go(reply, { proof })
    }
    return this.#proof ? this.#change(this.#proof, this.#device, request) : this.#unproven(request)
  }

  /** What may be asked for once password or recovery code is proven. */
  async #change(proof: Proven, device: Uint8Array, request: RegistryRequest): Promise<RegistryReply> {
    const context = this.#context
    if (request.passwordStart)
      return opaqueResponse(context, { username: proof.username, ...request.passwordStart })
    if (request.appendEntry === undefined) return refuse(refusal.outOfStep)
    const appended = await appendEntry(context, proof, device, request.appendEntry)
    return this.#go(appended.reply, { login: this.#login, proof: appended.proof })
  }

  #unproven(request: RegistryRequest): RegistryReply {
    const isChange = request.appendEntry !== undefined || request.passwordStart !== undefined
    return refuse(isChange && this.#login ? refusal.wrongPassword : refusal.outOfStep)
  }

  /** What was proven before is forgotten with each new attempt. */
  #go(reply: RegistryReply, { login, proof }: { login?: Login | undefined; proof?: Proven | undefined }) {
    this.#login = login
    this.#proof = proof
    return reply
  }
}
