import { InvalidNameError, UnknownNameError } from '../../errors.ts'
import { isUsername } from '../../protocol/index.ts'
import type { AbortOptions } from '../../abort.ts'
import type { KnownAccount, People } from '../people/people.ts'
import type { RegistryClient } from '../registry/registry-client.ts'

/** The account of a name: as known here, else by the registry's word. @throws UnknownNameError, InvalidNameError */
export async function resolve(
  { people, client }: { people: People; client: RegistryClient },
  username: string,
  options: AbortOptions
): Promise<KnownAccount> {
  if (!isUsername(username))
    throw new InvalidNameError(
      `"${username}" is no name: names have 3 to 20 characters of a to z, 0 to 9 and _.`
    )
  const known = await people.byName(username)
  if (known !== undefined) return known
  const { entry, certificate } = await client.lookup({ username }, options)
  const learned = await people.learn(entry, certificate)
  if (learned?.name !== username) throw new UnknownNameError(`The registry can't prove who ${username} is.`)
  return learned
}
