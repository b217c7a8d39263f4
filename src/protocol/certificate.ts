import { concatBytes, domain, equalBytes } from './bytes.ts'
import { certificateLife, maxCertificate, maxTime } from './limits.ts'
import { isUsername } from './names.ts'
import { Certificate, SignedCertificate } from './pb/account.ts'
import type { Crypto } from './crypto.ts'
import type { Registry } from './registry.ts'

const signedDomain = domain('certificate')

/** What the registry says an account is called. Ids and hashes are 32 bytes, times milliseconds since 1970. */
export interface NameCertificate {
  registry: Uint8Array
  username: string
  account: Uint8Array
  /** The entry that was newest when this was signed. */
  entryNumber: number
  entryHash: Uint8Array
  issued: number
  expires: number
  /** Index of the name's leaf in the name log. */
  leaf: number
  /** The SignedCertificate as received. */
  bytes: Uint8Array
}

/** The SignedCertificate, by the registry key's seed. */
export async function signCertificate(
  crypto: Crypto,
  registrySeed: Uint8Array,
  fields: Omit<NameCertificate, 'bytes'>
): Promise<Uint8Array> {
  const certificate = Certificate.encode(fields)
  const signature = await crypto.sign(registrySeed, concatBytes(signedDomain, certificate))
  return SignedCertificate.encode({ certificate, signature })
}

/** The certificate, or undefined where it is not one of this registry. Says nothing about expiry. */
export async function readCertificate(
  crypto: Crypto,
  registry: Registry,
  bytes: Uint8Array
): Promise<NameCertificate | undefined> {
  const decoded = decode(bytes)
  if (decoded === undefined) return undefined
  const { signed, certificate } = decoded
  const { username, account, entryNumber, entryHash, issued, expires, leaf } = certificate
  if (!equalBytes(certificate.registry, registry.id) || !isUsername(username)) return undefined
  if (account.length !== 32 || entryHash.length !== 32) return undefined
  if (![entryNumber, issued, expires, leaf].every(Number.isSafeInteger)) return undefined
  if (issued > maxTime || expires > maxTime) return undefined
  const input = concatBytes(signedDomain, signed.certificate)
  for (const { key, until } of [{ key: registry.key, until: Infinity }, ...(registry.former ?? [])]) {
    // Whoever has a former key might name any time.
    if (issued >= until || expires >= until + certificateLife) continue
    if (await crypto.verify(key, input, signed.signature)) return { ...certificate, bytes }
  }
  return undefined
}

function decode(bytes: Uint8Array): { signed: SignedCertificate; certificate: Certificate } | undefined {
  if (bytes.length > maxCertificate) return undefined
  try {
    const signed = SignedCertificate.decode(bytes)
    // One spelling of each signed certificate, for every implementation.
    if (!equalBytes(SignedCertificate.encode(signed), bytes)) return undefined
    return { signed, certificate: Certificate.decode(signed.certificate) }
  } catch {
    return undefined
  }
}
