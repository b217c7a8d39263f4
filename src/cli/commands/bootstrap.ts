import { multiaddr } from '@multiformats/multiaddr'
import { runServer } from '../admin/run-server.ts'
import { bootstrapDirectory } from '../directories.ts'
import { UsageError } from '../errors.ts'
import { exitCode } from '../exit-codes.ts'
import { aborted } from '../signals.ts'
import type { RunCommand } from '../context.ts'

export const bootstrap: RunCommand<'bootstrap'> = async (input, { output, signal }) => {
  const directory = bootstrapDirectory(input.directory)
  const listen = input.listen.map(checked)
  const announce = input.announce.map(checked)
  const { server, stop } = await runServer(
    {
      directory,
      ...(listen.length > 0 && { listen }),
      ...(announce.length > 0 && { announce })
    },
    'Stop it, or choose another address: "--listen /ip4/0.0.0.0/tcp/PORT".'
  )
  try {
    const { invite, registryId, peer, addresses } = server
    if (output.json) output.value({ type: 'ready', invite, registry: registryId, peer, addresses, directory })
    else {
      output.note(`Registry ${registryId} in ${directory}, reached at:`)
      for (const address of addresses) output.note(`  ${address}`)
      output.note('Its invite, to hand to friends:')
      output.line(invite)
    }
    await aborted(signal)
    return exitCode('ok')
  } finally {
    await stop()
  }
}

function checked(address: string): string {
  try {
    return multiaddr(address).toString()
  } catch (cause) {
    throw new UsageError(`"${address}" is no multiaddr. One looks like /ip4/0.0.0.0/tcp/7827`, { cause })
  }
}
