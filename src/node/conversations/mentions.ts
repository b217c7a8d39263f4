import { maxMentions } from '../../protocol/index.ts'
import type { People } from '../people/people.ts'

const mention = /(?<![a-z0-9_])@([a-z0-9_]{3,20})(?![a-z0-9_])/g

/** Account ids of the known people that a text names with @. */
export async function mentionsIn(people: People, text: string): Promise<Uint8Array[]> {
  const names = new Set([...text.matchAll(mention)].map(([, name]) => name!))
  const known = await Promise.all([...names].map((name) => people.byName(name)))
  return known.flatMap((account) => (account === undefined ? [] : [account.id])).slice(0, maxMentions)
}
