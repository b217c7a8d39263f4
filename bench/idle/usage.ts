import { setTimeout as delay } from 'node:timers/promises'
import { cpuTime } from '../support/clock.ts'

export interface Usage {
  /** Resident at the end, MiB. */
  memory: number
  /** ms a second. */
  cpu: number
}

/** What this process takes while it waits for some seconds. */
export async function usage(seconds: number): Promise<Usage> {
  const before = cpuTime()
  await delay(seconds * 1000)
  return { memory: process.memoryUsage.rss() / 2 ** 20, cpu: (cpuTime() - before) / seconds }
}
