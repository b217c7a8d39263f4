import { base32 } from './bytes.ts'

/** What an OPAQUE login is bound to: the name, and the registry rather than one of its servers. */
export const opaqueIdentifiers = (
  username: string,
  registryId: Uint8Array
): { client: string; server: string } => ({
  client: username,
  server: base32(registryId)
})

/** A password as OPAQUE gets it: the same letters typed on another system are the same password. */
export const normalizePassword = (password: string): string => password.normalize('NFKC')
