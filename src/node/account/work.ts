import { setImmediate as nextTurn } from 'node:timers/promises'
import { NotARegistryError } from '../../errors.ts'
import { findWork, maxWorkBits } from '../../protocol/index.ts'
import type { AbortOptions } from '../../abort.ts'
import type { Crypto, Work } from '../../protocol/index.ts'

/** Tried in one turn of the event loop: some milliseconds. */
const atOnce = 4096

/** Does what a registry asks for, without holding up anything else. @throws NotARegistryError where it asks for too much */
export async function solveWork(
  crypto: Crypto,
  { challenge, bits }: Work,
  { signal }: AbortOptions
): Promise<Uint8Array> {
  if (bits > maxWorkBits)
    throw new NotARegistryError('The server asks for more work than any registry may. Do not trust it.')
  for (let from = 0; ; from += atOnce) {
    signal?.throwIfAborted()
    const solution = findWork(crypto, challenge, bits, { from, count: atOnce })
    if (solution !== undefined) return solution
    await nextTurn()
  }
}
