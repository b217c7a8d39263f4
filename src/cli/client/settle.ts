import { aborted } from '../signals.ts'
import type { OpenedClient } from './open-client.ts'

/** How long a node that was just opened may take to find out who is there, ms. */
const patience = 3000
/** Nothing new for this long: what the registry and the first peers had to say is here, ms. */
const quiet = 500

/** Lets a node that this command opened hear the news first; one that ran before has heard them. */
export async function settle(client: OpenedClient): Promise<void> {
  if (!client.holds) return
  const settled = new AbortController()
  let silence: NodeJS.Timeout | undefined
  const restart = (): void => {
    clearTimeout(silence)
    silence = setTimeout(() => settled.abort(), quiet)
  }
  const stop = client.subscribe((event) => {
    if (event.type === 'network') {
      if (event.network.problem !== undefined) settled.abort()
      else if (event.network.registry === 'online' && silence === undefined) restart()
    } else if (silence !== undefined) restart()
  })
  const { registry } = (await client.status()).network
  if (registry === 'online') restart()
  await aborted(AbortSignal.any([settled.signal, AbortSignal.timeout(patience)]))
  clearTimeout(silence)
  stop()
}
