import type { NetworkStatus } from '../node/index.ts'

/** Tells of the registry when it is lost and when it is back, not of each attempt. */
export function networkNews(tell: (text: string, isUp: boolean) => void): (network: NetworkStatus) => void {
  let told: string | undefined
  return ({ registry, problem }) => {
    if (registry === 'connecting' || (registry === 'offline' && problem === undefined)) return
    const text = registry === 'online' ? 'The registry is connected.' : problem!
    if (text === told) return
    told = text
    tell(text, registry === 'online')
  }
}
