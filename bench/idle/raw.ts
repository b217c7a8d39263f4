// A plain libp2p node, in a process of its own.
import { serve } from '../support/child.ts'
import { createRawNode } from '../support/raw-node.ts'
import { usage } from './usage.ts'
import type { Libp2p } from '@libp2p/interface'

let node: Libp2p | undefined

const functions = {
  async open(): Promise<void> {
    node = await createRawNode()
  },
  usage
}

export type RawIdler = typeof functions

serve(functions, async () => node?.stop())
