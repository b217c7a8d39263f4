import type { Colour } from '../../../node/index.ts'

export const hueCount = 12

const chosen: Readonly<Record<Colour, number>> = {
  ...{ red: 0, orange: 1, yellow: 2, lime: 3, green: 4, teal: 5 },
  ...{ cyan: 6, blue: 7, indigo: 8, violet: 9, magenta: 10, pink: 11 }
}

/** A person's colour: the one they chose, else one by the account id, which stays when the name changes. */
export const hueOf = (accountId: string, colour?: Colour): number =>
  (colour && chosen[colour]) ?? hashOf(accountId) % hueCount

/** FNV-1a. */
function hashOf(accountId: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < accountId.length; index++) {
    hash = Math.imul(hash ^ accountId.charCodeAt(index), 0x01000193)
  }
  return hash >>> 0
}
