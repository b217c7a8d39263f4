import { ListenError, StarlingError } from '../errors.ts'

/** Runs what listens; where an address can't be had, the error names it and says what to do. @throws ListenError */
export async function listening<T>(start: () => Promise<T>, advice: string): Promise<T> {
  try {
    return await start()
  } catch (error) {
    const failed = error instanceof StarlingError ? undefined : problemIn(error)
    throw failed === undefined ? error : new ListenError(`${failed} ${advice}`, { cause: error })
  }
}

/** libp2p tells of each failed address in one text. */
const attempt = /(\/\S+): (?:Error: listen )?(E[A-Z]+|UnsupportedListenAddressError)/

function problemIn(error: unknown): string | undefined {
  const [, address, reason] = (error instanceof Error && attempt.exec(error.message)) || []
  switch (reason) {
    case undefined:
      return undefined
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
