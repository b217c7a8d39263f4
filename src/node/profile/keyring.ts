import type { AsyncEntry } from '@napi-rs/keyring'

/** How long it may take to answer, ms: it may ask the person first. */
const patience = 60_000
const service = 'starling'

/**
 * Where the operating system keeps secrets while somebody is logged in: Keychain, Credential Manager, Secret Service.
 * None of these throws: where no keyring answers, nothing is kept.
 */
export const keyring = {
  /** Whether it has the secret now. */
  keep: (name: string, secret: Uint8Array): Promise<boolean> =>
    asked(name, false, async (entry, signal) => {
      await entry.setSecret(secret, signal)
      return true
    }),

  get: (name: string): Promise<Uint8Array | undefined> =>
    asked(name, undefined, async (entry, signal) => {
      const secret = await entry.getSecret(signal)
      return secret === null ? undefined : Uint8Array.from(secret)
    }),

  /** Whether it has the secret no more. */
  forget: (name: string): Promise<boolean> =>
    asked(name, false, async (entry, signal) => {
      // False where there was none.
      await entry.deleteCredential(signal)
      return true
    })
}

async function asked<T>(
  name: string,
  otherwise: T,
  ask: (entry: AsyncEntry, signal: AbortSignal) => Promise<T>
): Promise<T> {
  try {
    // Native, so it is loaded only by those who want it; there are systems that it was not built for.
    const native = await import('@napi-rs/keyring')
    return await ask(new native.AsyncEntry(service, name), AbortSignal.timeout(patience))
  } catch {
    return otherwise
  }
}
