import { createHost, serveRequests } from '../../../src/net/index.ts'
import { bucketCount, bucketHashLength, encodeStored, syncProtocol } from '../../../src/protocol/index.ts'
import { loopback } from '../../support/index.ts'
import { makeDevice } from './accounts.ts'
import type { Host } from '../../../src/net/index.ts'
import type { Get, Line, Page, SignedRecord, SyncReply, SyncRequest } from '../../../src/protocol/index.ts'
import type { Lifetime } from '../../support/index.ts'

/** What a giver says of itself and hands out. Whatever is absent, it answers with nothing. */
export interface Lies {
  lines?: Line[]
  /** Answers `get`. */
  page?: (get: Get) => Partial<Page> | Promise<Partial<Page>>
  /** Answers anything; undefined where the answers above hold. */
  reply?: (request: SyncRequest) => SyncReply | undefined | Promise<SyncReply | undefined>
}

export interface Liar {
  host: Host
  requests: SyncRequest[]
}

/** A host that speaks the sync protocol and keeps to none of its rules. */
export async function startLiar(t: Lifetime, lies: Lies): Promise<Liar> {
  const host = await createHost({ seed: makeDevice().seed, role: 'peer', listen: [loopback] })
  t.onTestFinished(() => host.stop())
  const requests: SyncRequest[] = []
  await serveRequests(host, syncProtocol, () => async (request) => {
    requests.push(request)
    return (await lies.reply?.(request)) ?? answer(lies, request)
  })
  await host.start()
  return { host, requests }
}

async function answer(
  lies: Lies,
  { digest, bucket, get, stored }: SyncRequest
): Promise<SyncReply | undefined> {
  if (stored !== undefined) return undefined
  if (digest !== undefined) return { buckets: { hashes: anyHashes } }
  if (bucket !== undefined)
    return { lines: { registers: [], lines: bucket.numbers.includes(0) ? (lies.lines ?? []) : [] } }
  return { page: pageOf({ ...(await lies.page?.(get!)) }) }
}

/** No bucket is like any other peer's. */
const anyHashes = new Uint8Array(bucketCount * bucketHashLength).fill(7)

export const pageOf = (page: Partial<Page>): Page => ({
  packets: [],
  entries: [],
  certificates: [],
  missing: [],
  more: false,
  log: [],
  ...page
})

export const packetsOf = (records: SignedRecord[]): Uint8Array[] => records.map(encodeStored)

export const lineOf = ({ header: { device, number }, id }: SignedRecord): Line => ({ device, number, id })
