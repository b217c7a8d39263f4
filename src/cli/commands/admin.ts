import { resolve } from 'node:path'
import { openAdmin } from '../admin/open-admin.ts'
import { bootstrapDirectory } from '../directories.ts'
import { exitCode } from '../exit-codes.ts'
import { table } from '../format.ts'
import type { RegisteredAccount } from '../../bootstrap/index.ts'
import type { RunCommand } from '../context.ts'
import type { AdminAction } from '../inputs.ts'
import type { OpenedAdmin } from '../admin/open-admin.ts'
import type { Output } from '../output.ts'

const pageSize = 500

export const admin: RunCommand<'admin'> = async ({ action, argument, goBack, directory }, { output }) => {
  const server = await openAdmin(bootstrapDirectory(directory))
  try {
    await actions[action](server, argument, output, goBack)
    return exitCode('ok')
  } finally {
    server.close()
  }
}

type Action = (server: OpenedAdmin, argument: string, output: Output, goBack: boolean) => Promise<void>

const actions: Record<AdminAction, Action> = {
  async list(server, _, output) {
    const rows = [['NAME', 'DEVICES', 'STATE', 'ACCOUNT']]
    for (let after = ''; ;) {
      const page = await server.accounts(after, pageSize)
      for (const account of page) {
        if (output.json) output.value(account)
        else rows.push(rowOf(account))
      }
      if (page.length < pageSize) break
      after = page.at(-1)!.name
    }
    if (!output.json) for (const line of table(rows)) output.line(line)
  },
  async suspend(server, name, output) {
    await server.suspend(name)
    output.note(
      `${name} can't log in, and gets no certificate: within 72 hours strangers no longer see their messages.`
    )
  },
  async resume(server, name, output) {
    await server.resume(name)
    output.note(`${name} is back.`)
  },
  async reset(server, name, output) {
    const reset = await server.reset(name)
    if (output.json) return output.value(reset)
    output.line(`Reset code of ${name}, for whoever lost the account: nobody sees it again.`)
    output.line(`  ${reset.reset_code}`)
    output.line(`From ${dayOf(reset.from)} on it takes the name anew, in a new account:`)
    output.line(`  starling register ${name} --reset-code-file FILE`)
    output.note('Until then every device of the account is warned and may cancel it, and contacts are told.')
  },
  async release(server, name, output) {
    const { from } = await server.release(name)
    if (output.json) return output.value({ name, from })
    output.note(
      `${name} is free for anybody from ${dayOf(from)} on. Until then every device of the account is warned and may cancel it.`
    )
  },
  async backup(server, path, output) {
    const copy = resolve(path)
    await server.backup(copy)
    output.note(`Everything is in ${copy}, secrets too: keep it as safe as the server.`)
    output.note(`To restore it: starling admin restore ${copy}`)
    output.note(`Or, where this server is lost, start one there: starling bootstrap --directory ${copy}`)
  },
  async 'rotate-key'(server, _, output) {
    await server.rotateKey()
    output.note(
      'The registry has a new key, and the old one counts for nothing. Clients follow by themselves, and old invites ' +
        'go on working.'
    )
    output.note('Make a backup now: one from before would bring the old key back.')
  },
  async restore(server, path, output, goBack) {
    const copy = resolve(path)
    const { lost } = await server.restore(copy, goBack)
    output.note(`The registry goes on from ${copy}. What it was is in the folder registry.before.`)
    if (lost.length === 0) return
    for (const name of lost) output.line(name)
    output.note(
      'These names are free again: tell their holders to register them anew, in a new profile, before others do. ' +
        'Passwords and devices are as they were in the copy.'
    )
    output.note(
      'Tell everybody that you put a backup back: their clients say that the log of names has gone back, and ' +
        'believe nothing new of it until they run "starling audit --accept". docs/names.md has it all.'
    )
  }
}

const dayOf = (time: string): string => time.slice(0, 10)

const rowOf = ({ name, id, devices, suspended, leaving }: RegisteredAccount): string[] => [
  name,
  String(devices),
  [
    suspended ? 'suspended' : leaving?.by === 'holder' ? 'given up' : 'active',
    ...(leaving === undefined ? [] : [`free from ${dayOf(leaving.from)}`])
  ].join(', '),
  id
]
