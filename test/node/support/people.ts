import { People } from '../../../src/node/people/people.ts'
import type { EventContext } from '../../../src/node/events/context.ts'
import type { TestAccount, TestRegistry } from './accounts.ts'

/** The people of a profile that uses this registry. */
export const openPeople = (context: EventContext, registry: TestRegistry): People =>
  new People({
    ...context,
    registry: () => registry,
    onLearned: () => {},
    isFormer: () => false,
    onFraud: () => {}
  })

/** Makes accounts known to peers, as the registry or others would. */
export async function introduce(peers: { people: People }[], accounts: TestAccount[]): Promise<void> {
  for (const { people } of peers)
    for (const { entry, certificate } of accounts) await people.learn(entry, certificate)
}
