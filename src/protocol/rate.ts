import { millisecondsOf } from './hybrid-time.ts'
import { rateEvents, rateWindow } from './limits.ts'
import type { HybridTime } from './hybrid-time.ts'

/** Whether an event is void because its device wrote too fast: `earlier` is the time of the event 120 numbers before. */
export const isTooFast = (earlier: HybridTime, time: HybridTime): boolean =>
  millisecondsOf(time) - millisecondsOf(earlier) < rateWindow

/** The number whose time decides over an event, or undefined where the feed is too short to be too fast. */
export const rateReference = (number: number): number | undefined =>
  number > rateEvents ? number - rateEvents : undefined
