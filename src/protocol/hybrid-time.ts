/** Hybrid logical clock: milliseconds since 1970 x 65,536 + counter. One such value orders every record. */
export type HybridTime = bigint

/** The first time of a millisecond. */
export const hybridTime = (milliseconds: number): HybridTime => BigInt(milliseconds) << 16n
/** Milliseconds since 1970. */
export const millisecondsOf = (time: HybridTime): number => Number(time >> 16n)

/** The next time for an author whose clock reads `now` ms and who holds nothing later than `latest`. */
export function nextTime(latest: HybridTime, now: number): HybridTime {
  const clock = hybridTime(now)
  return clock > latest ? clock : latest + 1n
}
