import { readPictureFile } from '../../picture-file.ts'
import { UsageError } from './types.ts'
import type { ProfileChange } from '../../../node/index.ts'
import type { SlashCommand } from './types.ts'

type Said = (text: string) => ProfileChange | Promise<ProfileChange>

const fields: Readonly<Record<string, Said>> = {
  name: (displayName) => ({ displayName }),
  status: (statusText) => ({ statusText }),
  zone: (timeZone) => ({ timeZone }),
  colour: (colour) => ({ colour }),
  picture: async (path) => ({ picture: await readPictureFile(path) })
}

export const profile: SlashCommand = {
  name: 'profile',
  usage: '/profile [NAME]',
  summary: 'see a profile; set yours: /profile status TEXT',
  argument: 'person',
  async run(args, context) {
    const [, word = '', text = ''] = /^@?(\S*)\s*([^]*)$/.exec(args) ?? []
    if (text === '') return context.profile(word.toLowerCase())
    const said = fields[word.toLowerCase()]
    if (said === undefined)
      throw new UsageError(profile, `To be set are ${Object.keys(fields).join(', ')}; - takes away.`)
    // A dash takes away.
    await context.setProfile(await said(text === '-' ? '' : text))
  }
}
