import { createRequestClient } from '../../net/index.ts'
import { directProtocol, encodePacket, equalBytes } from '../../protocol/index.ts'
import type { AbortOptions } from '../../abort.ts'
import type { Host, RequestClient } from '../../net/index.ts'
import type { DirectReply, DirectRequest, SignedRecord } from '../../protocol/index.ts'

/** One's own newest entry and certificate, for those who don't know them. */
export type Introduction = () => { entry: Uint8Array; certificate: Uint8Array }

/** Hands records to connected devices over `/starling/direct/1`, with who this is until a device has taken one. */
export class DirectClient {
  readonly #client: RequestClient<DirectRequest, DirectReply>
  readonly #introduction: Introduction
  /** Peers that were told who this is, since they connected. */
  readonly #introduced = new Set<string>()

  constructor(host: Host, introduction: Introduction) {
    this.#client = createRequestClient(host, directProtocol)
    this.#introduction = introduction
    host.addEventListener('disconnect', ({ detail }) => this.#introduced.delete(detail))
  }

  /** Undefined once the device has stored it, else the code with which it refused. */
  async hand(peer: string, record: SignedRecord, options?: AbortOptions): Promise<string | undefined> {
    const packet = encodePacket(record, this.#introduced.has(peer) ? {} : this.#introduction())
    const request = { conversation: record.conversation, packet }
    const { stored, refused = '' } = await this.#client.request(peer, request, options)
    if (stored === undefined || !equalBytes(stored, record.id)) return refused
    this.#introduced.add(peer)
    return undefined
  }
}
