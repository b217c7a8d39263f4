import { TopicValidatorResult } from '@libp2p/gossipsub'
import { TypedEventEmitter } from 'main-event'
import { isTold } from './gossip-internals.ts'
import { gossipReach } from './gossip-reach.ts'
import { leaveDelay, maxMessage } from './limits.ts'
import type { Logger, PeerId } from '@libp2p/interface'
import type { GossipSub, Message, SubscriptionChangeData, TopicValidatorFn } from '@libp2p/gossipsub'
import type { GossipReach } from './gossip-reach.ts'
import type { Strikes } from './strikes.ts'
import type { Gossip, GossipEvents, Validator, Verdict } from './types.ts'

/** Gossip with the topics kept over restarts of the host, which gossipsub forgets. */
export interface RestartableGossip extends Gossip {
  start(): void
  stop(): void
}

const results: Record<Verdict, TopicValidatorResult> = {
  accept: TopicValidatorResult.Accept,
  ignore: TopicValidatorResult.Ignore,
  reject: TopicValidatorResult.Reject
}

/** For a message on a topic that is not joined. A few come rightly, while a topic is being left; a flood does not. */
const unwantedPoints = 1

export function createGossip(pubsub: GossipSub, strikes: Strikes, log: Logger): RestartableGossip {
  return new PubsubGossip(pubsub, strikes, log)
}

class PubsubGossip extends TypedEventEmitter<GossipEvents> implements RestartableGossip {
  readonly #pubsub: GossipSub
  readonly #strikes: Strikes
  readonly #log: Logger
  readonly #reach: GossipReach
  readonly #joined = new Set<string>()
  readonly #leaving = new Map<string, NodeJS.Timeout>()
  #running = false

  constructor(pubsub: GossipSub, strikes: Strikes, log: Logger) {
    super()
    this.#pubsub = pubsub
    this.#strikes = strikes
    this.#log = log
    this.#reach = gossipReach(pubsub)
    pubsub.topicValidators = new ValidatorMap((hop) => strikes.strike(hop.toString(), unwantedPoints))
    pubsub.addEventListener('subscription-change', this.#onSubscriptions)
  }

  join(topic: string, validator: Validator): void {
    clearTimeout(this.#leaving.get(topic))
    this.#leaving.delete(topic)
    this.#joined.add(topic)
    this.#pubsub.topicValidators.set(topic, this.#judge(validator))
    if (this.#running) this.#pubsub.subscribe(topic)
  }

  leave(topic: string): void {
    if (!this.#joined.delete(topic)) return
    this.#pubsub.topicValidators.set(
      topic,
      this.#judge(() => 'ignore')
    )
    if (this.#running)
      this.#leaving.set(
        topic,
        setTimeout(() => this.#unsubscribe(topic), leaveDelay)
      )
    else this.#pubsub.topicValidators.delete(topic)
  }

  async publish(topic: string, data: Uint8Array): Promise<number> {
    // Longer ones would make a receiver drop this host, without a word.
    if (data.byteLength > maxMessage)
      throw new RangeError(`Gossip takes ${maxMessage} bytes, not ${data.byteLength}.`)
    // gossipsub takes a message that nobody got for published, and would never send it again.
    if (this.subscribers(topic).length === 0) return 0
    this.#reach.forget(data)
    const { recipients } = await this.#pubsub.publish(topic, data)
    return recipients.length
  }

  subscribers(topic: string): string[] {
    if (!this.#running) return []
    return this.#pubsub
      .getSubscribers(topic)
      .map((id) => id.toString())
      .filter((peer) => this.#reach.hears(peer))
  }

  start(): void {
    this.#running = true
    for (const topic of this.#joined) this.#pubsub.subscribe(topic)
  }

  stop(): void {
    this.#running = false
    for (const [topic, timer] of this.#leaving) {
      clearTimeout(timer)
      this.#pubsub.topicValidators.delete(topic)
    }
    this.#leaving.clear()
  }

  #unsubscribe(topic: string): void {
    this.#leaving.delete(topic)
    this.#pubsub.unsubscribe(topic)
    this.#pubsub.topicValidators.delete(topic)
  }

  #judge(validator: Validator): TopicValidatorFn {
    return async (hop, message: Message) => {
      const verdict = await this.#verdict(validator, message.data, hop.toString())
      if (verdict === 'reject') this.#strikes.strike(hop.toString())
      return results[verdict]
    }
  }

  async #verdict(validator: Validator, data: Uint8Array, hop: string): Promise<Verdict> {
    try {
      // A copy: the message is a piece of all that came with it, and may be kept.
      return await validator(new Uint8Array(data), hop)
    } catch (error) {
      this.#log.error('validator threw - %e', error)
      return 'ignore'
    }
  }

  readonly #onSubscriptions = ({ detail }: CustomEvent<SubscriptionChangeData>): void => {
    const peer = detail.peerId.toString()
    for (const { topic, subscribe: joined } of detail.subscriptions)
      if (!joined || isTold(this.#pubsub, peer))
        this.safeDispatchEvent('subscription', { detail: { peer, topic, joined } })
  }
}

/** gossipsub accepts, and remembers for minutes, what comes on topics without a validator; here none is without. */
class ValidatorMap extends Map<string, TopicValidatorFn> {
  readonly #unwanted: TopicValidatorFn

  constructor(onUnwanted: (hop: PeerId) => void) {
    super()
    this.#unwanted = (hop) => {
      onUnwanted(hop)
      return TopicValidatorResult.Ignore
    }
  }

  override get(topic: string): TopicValidatorFn {
    return super.get(topic) ?? this.#unwanted
  }
}
