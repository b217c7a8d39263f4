// A plain libp2p node that connects and says one thing: the least that a start to a first delivery can cost.
import { multiaddr } from '@multiformats/multiaddr'
import { createRawGossiper } from '../support/raw-node.ts'

const [address, topic, text] = process.argv.slice(2)
const node = await createRawGossiper()
const { pubsub } = node.services
pubsub.subscribe(topic!)
pubsub.addEventListener('gossipsub:graft', () => void pubsub.publish(topic!, new TextEncoder().encode(text)))
await node.dial(multiaddr(address))
process.on('SIGTERM', () => void node.stop())
