const freePort = /\/tcp\/0(\/|$)/
const loopback = /^\/(ip4\/127\.|ip6\/::1\/)/

/** Multiaddrs to listen on: those with port 0 take the port that they got before. */
export const rememberedListen = (listen: string[], ports: Record<string, number>): string[] =>
  listen.map((address) => {
    const port = ports[address]
    return port === undefined ? address : address.replace(freePort, `/tcp/${port}$1`)
  })

/** The ports that multiaddrs with port 0 got, by the addresses now listened on. */
export function portsTaken(listen: string[], addresses: string[]): Record<string, number> {
  const ports: Record<string, number> = {}
  for (const asked of listen.filter((address) => freePort.test(address))) {
    const isWebSocket = asked.endsWith('/ws')
    const got = addresses.find((address) => /\/ws(\/|$)/.test(address) === isWebSocket)
    const port = got && /\/tcp\/(\d+)/.exec(got)?.[1]
    if (port !== undefined) ports[asked] = Number(port)
  }
  return ports
}

/** What an invite names: without the peer id, and loopback only where there is nothing else. */
export function invitedAddresses(addresses: string[]): string[] {
  const plain = addresses.map((address) => address.replace(/\/p2p\/[^/]+$/, ''))
  const reachable = plain.filter((address) => !loopback.test(address))
  return (reachable.length > 0 ? reachable : plain).sort()
}
