import type {
  DirectApi,
  DirectEvents,
  NodeEvents,
  Room,
  RoomEvents,
  StarlingNode
} from '../../src/node/index.ts'
import type { Host, HostEvents } from '../../src/net/index.ts'

/** How long anything in a test may take to happen, ms: far more than it needs, so that a busy machine fails nothing. */
const patience = 20_000

// TypeScript can't infer the events of a TypedEventTarget.
type EventsOf<Target> = Target extends StarlingNode
  ? NodeEvents
  : Target extends Host
    ? HostEvents
    : Target extends Room
      ? RoomEvents
      : Target extends DirectApi
        ? DirectEvents
        : never
type Detail<Event> = Event extends CustomEvent<infer D> ? D : never

/**
 * The detail of the first event from now on that the predicate accepts. Call it before what causes the event.
 *
 *     const heard = until(bob, 'message', ({ content }) => content === 'hello')
 *     await alice.direct.send('bob', 'hello')
 *     await heard
 */
export function until<Target extends EventTarget, Name extends keyof EventsOf<Target> & string>(
  target: Target,
  name: Name,
  predicate: (detail: Detail<EventsOf<Target>[Name]>) => boolean = () => true
): Promise<Detail<EventsOf<Target>[Name]>> {
  const { promise, resolve, reject } = Promise.withResolvers<Detail<EventsOf<Target>[Name]>>()
  const seen: unknown[] = []
  const listener = (event: Event): void => {
    const { detail } = event as CustomEvent<Detail<EventsOf<Target>[Name]>>
    seen.push(detail)
    if (predicate(detail)) resolve(detail)
  }
  const timer = setTimeout(
    () => reject(new Error(`no such ${name} within ${patience} ms; there came ${JSON.stringify(seen)}`)),
    patience
  )
  target.addEventListener(name, listener)
  return promise.finally(() => {
    clearTimeout(timer)
    target.removeEventListener(name, listener)
  })
}
