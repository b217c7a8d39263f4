import { settle } from '../client/settle.ts'
import { withClient } from '../client/with-client.ts'
import { UsageError } from '../errors.ts'
import { exitCode } from '../exit-codes.ts'
import { fields } from '../format.ts'
import { readPictureFile } from '../picture-file.ts'
import { profileLines } from '../profile-lines.ts'
import { accountOf } from './account-of.ts'
import type { RunCommand } from '../context.ts'

/** Shows what somebody says of themselves, or says something of oneself. */
export const profile: RunCommand<'profile'> = ({ of, picture, ...said }, context) =>
  withClient(context, async (client) => {
    const { output } = context
    const { name } = await accountOf(client)
    const isChange = picture !== undefined || Object.keys(said).length > 0
    if (isChange && of !== undefined && of !== name)
      throw new UsageError(`This changes your own profile. Leave ${of} away.`)
    if (isChange)
      await client.setProfile({
        ...said,
        ...(picture !== undefined && { picture: await readPictureFile(picture) })
      })
    // A wrong name is said at once.
    else await client.profile(of ?? name)
    // What changed goes out; what others changed comes in.
    await settle(client)
    const shown = await client.profile(of ?? name)
    if (output.json) output.value(shown)
    else for (const line of fields(profileLines(shown, Date.now()))) output.line(line)
    return exitCode('ok')
  })
