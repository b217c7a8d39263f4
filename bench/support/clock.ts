/** Milliseconds of the machine's monotonic clock: the same in all its processes. */
export const now = (): number => Number(process.hrtime.bigint()) / 1e6

/** CPU time that this process has taken on all its threads, ms. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
