import { settle } from '../client/settle.ts'
import { withClient } from '../client/with-client.ts'
import { exitCode } from '../exit-codes.ts'
import { personRows, table } from '../format.ts'
import { asRoom } from '../room-name.ts'
import type { Person } from '../../node/index.ts'
import type { Client } from '../client/types.ts'
import type { RunCommand } from '../context.ts'

export const users: RunCommand<'users'> = ({ room }, context) =>
  withClient(context, async (client) => {
    const { output } = context
    const wanted = room === undefined ? undefined : asRoom(room)
    // A wrong name is said at once.
    await peopleOf(client, wanted)
    await settle(client)
    const people = await peopleOf(client, wanted)
    if (output.json) for (const person of people) output.value(person)
    else for (const line of table(personRows(people, Date.now()))) output.line(line)
    return exitCode('ok')
  })

/** Of one room, or of all conversations. */
async function peopleOf(client: Client, room: string | undefined): Promise<Person[]> {
  const names = room === undefined ? (await client.conversations()).map(({ name }) => name) : [room]
  const lists = await Promise.all(names.map((name) => client.people(name)))
  const byId = new Map(lists.flat().map((person) => [person.id, person]))
  return [...byId.values()].sort((a, b) => rank[a.status] - rank[b.status] || a.name.localeCompare(b.name))
}

const rank = { online: 0, away: 1, offline: 2 } as const
