import { ListenError } from '../errors.ts'

/** libp2p tells of each failed address in one text. */
const attempt = /(\/\S+): (?:Error: listen )?(E[A-Z]+|UnsupportedListenAddressError)/

const advice = 'Choose another address, or port 0 for any that is free.'

/** What libp2p throws where it can't listen, as an error that names the address and says why; any other as it is. */
export function listenErrorOf(cause: unknown): unknown {
  const [, address, reason] = (cause instanceof Error && attempt.exec(cause.message)) || []
  if (address === undefined || reason === undefined) return cause
  return new ListenError(problemOf(address, reason), advice, { cause })
}

function problemOf(address: string, reason: string): string {
  switch (reason) {
    case 'EADDRINUSE':
      return `Another program listens at ${address} already.`
    case 'EADDRNOTAVAIL':
      return `${address} is no address of this computer.`
    case 'EACCES':
      return `This user may not listen at ${address}.`
    default:
      return `Starling can't listen at ${address} (${reason}).`
  }
}
