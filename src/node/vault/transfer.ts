import { UntrustedRegistryError } from '../../errors.ts'
import { concatBytes, equalBytes, readVaultHead, vaultParts } from '../../protocol/index.ts'
import type { AbortOptions } from '../../abort.ts'
import type { Crypto, SealedVault, VaultHead, VaultPart } from '../../protocol/index.ts'
import type { RegistryClient } from '../registry/registry-client.ts'

/** A vault as the registry has it: signed by some device, and whole. */
export interface HeldVault {
  head: VaultHead
  sealed: Uint8Array
}

/** How often a vault is begun anew that another device replaces meanwhile. */
const attempts = 3

/** The account's vault; undefined where the registry has none. @throws UntrustedRegistryError where what comes is none */
export async function getVault(
  crypto: Crypto,
  client: RegistryClient,
  options: AbortOptions
): Promise<HeldVault | undefined> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const first = await client.vaultGet({ part: 0 }, options)
    if (first.head.length === 0) return undefined
    const head = await readVaultHead(crypto, first.head)
    if (head === undefined) break
    const others = Array.from({ length: head.parts - 1 }, (_, index) =>
      client.vaultGet({ part: index + 1 }, options)
    )
    const parts = [first, ...(await Promise.all(others))]
    if (!parts.every((part) => isOf(head, part))) continue
    const sealed = concatBytes(...parts.map(({ part }) => part))
    if (!equalBytes(crypto.sha256(sealed), head.hash)) break
    return { head, sealed }
  }
  throw new UntrustedRegistryError(
    'The registry handed out a vault that is none. Do not trust it; ask its operator.'
  )
}

const isOf = ({ bytes }: VaultHead, { head }: VaultPart): boolean => equalBytes(bytes, head)

/** @throws RegistryRefusedError where another device was quicker, or the account has moved on */
export async function putVault(
  client: RegistryClient,
  { head, sealed }: SealedVault,
  options: AbortOptions
): Promise<void> {
  const [first, ...others] = vaultParts(sealed)
  // What is refused is refused here, before the rest is sent.
  await client.vaultPut({ head, part: first! }, options)
  await Promise.all(others.map((part) => client.vaultPut({ part }, options)))
}
