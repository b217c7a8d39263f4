import { utf8, utf8Text } from '../../protocol/index.ts'
import type { Profile } from '../profile/profile.ts'

const setting = 'port'
const freePort = /\/tcp\/0(?=\/|$)/

/** The multiaddr to listen on, with the port that it got before: others remember it, and with the registry off only them. */
export async function listenAsBefore({ tables }: Profile, listen: string[]): Promise<string[]> {
  const stored = await tables.settings.get(setting)
  const port = stored && utf8Text(stored)
  return port !== undefined && isFree(listen) ? [listen[0].replace(freePort, `/tcp/${port}`)] : listen
}

/** Keeps the port that a free one became. */
export async function rememberPort(profile: Profile, listen: string[], addresses: string[]): Promise<void> {
  const port = isFree(listen) ? /\/tcp\/(\d+)/.exec(addresses[0] ?? '')?.[1] : undefined
  if (port === undefined) return
  const { tables, journal } = profile
  await journal.write((batch) => void batch.put(tables.settings, setting, utf8(port)))
}

/** Of several addresses with a free port, nobody would know which got which. */
const isFree = (listen: string[]): listen is [string] => listen.length === 1 && freePort.test(listen[0]!)
