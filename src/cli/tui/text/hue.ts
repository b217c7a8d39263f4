export const hueCount = 12

/** A person's colour, by the account id: it stays when the name changes. FNV-1a. */
export function hueOf(accountId: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < accountId.length; index++) {
    hash = Math.imul(hash ^ accountId.charCodeAt(index), 0x01000193)
  }
  return (hash >>> 0) % hueCount
}
