import { ClockError } from '../../errors.ts'
import { maxClockAhead } from '../../protocol/index.ts'

/** What is wrong where the registry has just told this time, ms since 1970; undefined where the clocks agree. */
export function clockProblem(time: number): ClockError | undefined {
  const ahead = Date.now() - time
  if (Math.abs(ahead) <= maxClockAhead) return undefined
  const minutes = Math.round(Math.abs(ahead) / 60_000)
  // Which of the two is wrong nobody here can know.
  return new ClockError(
    `This computer's clock is ${minutes} minutes ${ahead > 0 ? 'ahead of' : 'behind'} the registry's; they may differ ` +
      `by ${maxClockAhead / 60_000}. Set it. If it is right, tell the registry's operator.`
  )
}
