import { withClient } from '../client/with-client.ts'
import { exitCode } from '../exit-codes.ts'
import { codeLine } from '../format.ts'
import { digitRows, qrRows, trustSentence } from '../safety-lines.ts'
import { safeLine } from '../tui/text/safe-text.ts'
import type { RunCommand } from '../context.ts'

export const verify: RunCommand<'verify'> = ({ name, number, accept }, context) =>
  withClient(context, async (client) => {
    const { output } = context
    const seen = await client.verification(name)
    const verification =
      number !== ''
        ? await client.trust(name, number, 'verified')
        : accept
          ? await client.trust(name, seen.safety_number, 'unverified')
          : seen
    if (output.json) output.value(verification)
    else {
      if (number === '' && !accept)
        for (const line of [...qrRows(seen).map(codeLine), ...digitRows(seen)]) output.line(line)
      output.line(trustSentence[verification.trust](safeLine(verification.name)))
    }
    return exitCode('ok')
  })
