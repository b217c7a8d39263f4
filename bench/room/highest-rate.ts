import type { RoundResult } from './side.ts'

/** What comes later than this after the last message was too much for the machine, ms. */
const patience = 1_000
/** How closely the rate is found, messages a second. */
const precision = 5

/** The highest rate, up to a cap, at which everything arrives: doubled while it does, then halved between. */
export async function highestRate(
  start: number,
  cap: number,
  round: (rate: number, patience: number) => Promise<RoundResult>
): Promise<number> {
  const holds = async (rate: number): Promise<boolean> => {
    const { lost, failed } = await round(rate, patience)
    return lost + failed === 0
  }
  let held = 0
  let tooMuch = Infinity
  for (let rate = Math.min(start, cap); ; rate = Math.min(2 * rate, cap)) {
    if (await holds(rate)) held = rate
    else tooMuch = rate
    if (held >= cap || tooMuch < Infinity) break
  }
  while (Math.min(tooMuch, cap) - held > precision) {
    const rate = Math.round((held + tooMuch) / 2)
    if (await holds(rate)) held = rate
    else tooMuch = rate
  }
  return held
}
