import { withClient } from '../client/with-client.ts'
import { exitCode } from '../exit-codes.ts'
import { fields } from '../format.ts'
import type { RunCommand } from '../context.ts'

export const audit: RunCommand<'audit'> = ({ accept }, context) =>
  withClient(context, async (client) => {
    const { output } = context
    const report = await client.audit({ accept })
    const { registry, leaves, names, keys, root, own, evidence } = report
    if (output.json) output.value(report)
    else {
      const lines = fields([
        ['Registry', registry],
        ['Leaves', `${leaves}, each signed by its account; together they are the tree of the checkpoint`],
        ['Names', `${names}, each with one holder`],
        ['Registry keys', `${keys}${keys > 1 ? ', each signed by the one before' : ''}`],
        ['Root', root],
        ['History', 'follows from every checkpoint that was seen here before'],
        ['You', own === null ? 'nobody is logged in' : `${own.name}, leaf ${own.leaf}`]
      ])
      for (const line of lines) output.line(line)
    }
    if (evidence.length === 0) return exitCode('ok')
    output.note(
      'starling: The registry has signed checkpoints that contradict each other, and so shown somebody another log:'
    )
    for (const path of evidence) output.note(`  ${path}`)
    return exitCode('untrusted')
  })
