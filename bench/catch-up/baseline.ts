// Reads, verifies and writes the packets of a file: the least that taking them over can cost.
import { readFile } from 'node:fs/promises'
import { nativeCrypto } from '../../dist/crypto/index.js'
import { ConversationLog } from '../../dist/node/events/conversation-log.js'
import { openProfile } from '../../dist/node/profile/profile.js'
import { readPacket, verifyRecord } from '../../dist/protocol/index.js'
import { cpuTime, now } from '../support/clock.ts'
import { serve } from '../support/child.ts'
import { unpack } from './packet-file.ts'
import type { Taken } from './peer.ts'

/** As many as fit a page of sync. */
const pageSize = 500

const functions = {
  async take(file: string, directory: string, conversation: Uint8Array): Promise<Taken> {
    const packets = unpack(await readFile(file))
    const profile = await openProfile(directory, nativeCrypto)
    const [start, cpu] = [now(), cpuTime()]
    const log = await ConversationLog.open({ crypto: nativeCrypto, profile }, conversation)
    // One page is checked while the one before is written.
    let before: Promise<void> = Promise.resolve()
    for (let at = 0; at < packets.length; at += pageSize) {
      const taking = takePage(log, packets.slice(at, at + pageSize))
      await before
      before = taking
    }
    await before
    const taken = { first: 0, all: now() - start, cpu: cpuTime() - cpu }
    await profile.close()
    return taken
  }
}

export type Baseline = typeof functions

serve(functions)

async function takePage(log: ConversationLog, packets: Uint8Array[]): Promise<void> {
  const records = packets.map((packet) => readPacket(nativeCrypto, log.id, packet)!.record)
  const valid = await Promise.all(records.map(async (record) => verifyRecord(nativeCrypto, record)))
  if (valid.includes(false)) throw new Error('a record is not signed by its author')
  await Promise.all(records.map((record) => log.add(record)))
}
