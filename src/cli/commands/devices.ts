import { withClient } from '../client/with-client.ts'
import { UsageError } from '../errors.ts'
import { exitCode } from '../exit-codes.ts'
import { deviceRows, table } from '../format.ts'
import { password, readSecrets, withRecoveryCode } from '../password.ts'
import { accountOf } from './account-of.ts'
import type { RunCommand } from '../context.ts'

/** Lists the account's devices, or takes one out. */
export const devices: RunCommand<'devices'> = ({ action, device, recoveryCodeFile }, context) =>
  withClient(context, async (client) => {
    const { output, passwordFile } = context
    await accountOf(client)
    if (action === undefined) {
      const all = await client.devices()
      if (output.json) for (const one of all) output.value(one)
      else for (const line of table(deviceRows(all, Date.now()))) output.line(line)
      return exitCode('ok')
    }
    if (action !== 'revoke' || device === undefined)
      throw new UsageError('Write it as: starling devices revoke DEVICE, with the end of its id.')
    const [typed = ''] = await readSecrets([{ secret: password, file: passwordFile }], context)
    const info = await withRecoveryCode(recoveryCodeFile, context, (code) =>
      client.revoke({ device, password: typed, ...code })
    )
    if (output.json) output.value(info)
    else
      output.line(`It is out. ${info.name} has ${info.devices} device${info.devices === 1 ? '' : 's'} now.`)
    return exitCode('ok')
  })
