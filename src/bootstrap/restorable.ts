import { startServer } from './bootstrap.ts'
import { bringCopy, takeCopy, undoCopy } from './restore.ts'
import { beginRotation } from './rotation.ts'
import { nativeCrypto } from '../crypto/index.ts'
import type { BootstrapServer } from './bootstrap.ts'
import type { Restoration } from './restore.ts'
import type { Bootstrap, BootstrapAdmin, BootstrapInit } from './types.ts'

/**
 * Starts a bootstrap server.
 *
 * @throws ProfileLockedError where another process runs it, StorageError, ListenError
 */
export async function createBootstrap(init: BootstrapInit): Promise<Bootstrap> {
  return new Restorable(init, await startServer(init))
}

/**
 * A server that begins anew where its registry is put back from a copy, or gets another key: whoever is connected comes
 * back within a second.
 */
class Restorable implements Bootstrap {
  readonly admin: BootstrapAdmin
  readonly #init: BootstrapInit
  #server: BootstrapServer
  #restoring: Promise<unknown> = Promise.resolve()
  #stopped: Promise<void> | undefined

  constructor(init: BootstrapInit, server: BootstrapServer) {
    this.#init = init
    this.#server = server
    this.admin = {
      accounts: (...asked) => this.#server.admin.accounts(...asked),
      suspend: (username) => this.#server.admin.suspend(username),
      resume: (username) => this.#server.admin.resume(username),
      reset: (username) => this.#server.admin.reset(username),
      release: (username) => this.#server.admin.release(username),
      backup: (copy) => this.#server.admin.backup(copy),
      restore: (copy, goBack) => this.#alone(() => this.#restore(copy, goBack)),
      rotateKey: () => this.#alone(() => this.#rotate())
    }
  }

  get invite(): string {
    return this.#server.invite
  }

  get registryId(): string {
    return this.#server.registryId
  }

  get peer(): string {
    return this.#server.peer
  }

  get addresses(): string[] {
    return this.#server.addresses
  }

  stop(): Promise<void> {
    return (this.#stopped ??= this.#alone(() => this.#server.stop()))
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop()
  }

  async #restore(copy: string, goBack: boolean): Promise<Restoration> {
    const { directory } = this.#init
    const restoration = await bringCopy(this.#server.store, directory, copy, goBack)
    await this.#server.stop()
    let isTaken = false
    try {
      await takeCopy(directory)
      isTaken = true
      this.#server = await startServer(this.#init)
    } catch (error) {
      if (isTaken) await undoCopy(directory)
      this.#server = await startServer(this.#init)
      throw error
    }
    return restoration
  }

  /** Nothing is signed between the making of the key and its beginning. */
  async #rotate(): Promise<void> {
    await this.#server.stop()
    try {
      await beginRotation(this.#init.directory, nativeCrypto)
    } finally {
      this.#server = await startServer(this.#init)
    }
  }

  /** One after the other. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#restoring.then(work)
    this.#restoring = done.catch(() => {})
    return done
  }
}
