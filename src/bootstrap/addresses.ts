import { maxAddresses } from '../protocol/index.ts'

const freePort = /\/tcp\/0(\/|$)/

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
    const got = addresses.find((address) => isOf(address, asked))
    const port = got && /\/tcp\/(\d+)/.exec(got)?.[1]
    if (port !== undefined) ports[asked] = Number(port)
  }
  return ports
}

const isWebSocket = (address: string): boolean => /\/ws(\/|$)/.test(address)
const hostOf = (address: string): string[] => address.split('/').slice(1, 3)

/** Whether an address is one that listening on `asked` yields: 0.0.0.0 and :: stand for each address of their family. */
function isOf(address: string, asked: string): boolean {
  const [family, host] = hostOf(asked)
  const [itsFamily, itsHost] = hostOf(address)
  if (family !== itsFamily || isWebSocket(address) !== isWebSocket(asked)) return false
  return host === itsHost || host === '0.0.0.0' || host === '::'
}

/**
 * What an invite names: without the peer id, and loopback only where there is nothing else. As many as a list may have:
 * a machine with dozens of bridges keeps those that are most likely to be reached.
 */
export function invitedAddresses(addresses: string[]): string[] {
  const plain = addresses.map((address) => address.replace(/\/p2p\/[^/]+$/, ''))
  const reachable = plain.filter((address) => rankOf(address) < loopback)
  const chosen = reachable.length > 0 ? reachable : plain
  return chosen
    .sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))
    .slice(0, maxAddresses)
    .sort()
}

const loopback = 2
const ranks: [RegExp, number][] = [
  [/^\/(ip4\/127\.|ip6\/::1\/)/, loopback],
  [/^\/(ip4\/(10|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))\.|ip6\/(fe80|f[cd]..):)/, 1]
]

/** Public and named addresses first, then those of a local network. */
const rankOf = (address: string): number => ranks.find(([pattern]) => pattern.test(address))?.[1] ?? 0
