import { ProfileLockedError } from '../../errors.ts'
import { openClient } from '../client/open-client.ts'
import { exitCode } from '../exit-codes.ts'
import { networkNews } from '../network-news.ts'
import { unlocking } from '../password.ts'
import { aborted } from '../signals.ts'
import { safeLine } from '../tui/text/safe-text.ts'
import type { RunCommand } from '../context.ts'
import type { Output } from '../output.ts'

export const daemon: RunCommand<'daemon'> = async (_, context) => {
  const { profile, output, signal } = context
  const tell = logger(output)
  const onNetwork = networkNews((text, isUp) => tell(isUp ? 'online' : 'offline', text))
  const client = await openClient(profile, {
    lifetime: 'long',
    signal,
    unlock: unlocking(context),
    onEvent(event) {
      if (event.type === 'notice') tell(event.level, event.text)
      if (event.type === 'network') onNetwork(event.network)
    }
  })
  try {
    if (!client.holds)
      throw new ProfileLockedError(
        `Another Starling holds ${profile} and serves it already. Stop that one first.`
      )
    const { account } = await client.status()
    const who = account === null ? 'nobody is logged in yet' : account.name
    tell('ready', `${who}, profile ${profile}`)
    await aborted(signal)
    tell('stopping', 'asked to')
    return exitCode('ok')
  } finally {
    await client.close()
  }
}

type Tell = (type: string, text: string) => void

/** A line for each thing that happens, with its time. */
const logger =
  (output: Output): Tell =>
  (type, text) => {
    const time = new Date().toISOString()
    if (output.json) output.value({ time, type, text })
    else output.line(`${time} ${type}: ${safeLine(text)}`)
  }
