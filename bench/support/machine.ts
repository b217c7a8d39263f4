import { cpus, loadavg, totalmem } from 'node:os'

/** What a result was measured on. */
export interface Machine {
  cores: number
  model: string
  /** GiB. */
  memory: number
  node: string
  platform: string
  /** Load average of the last minute, before the bench began: well below 1, or the numbers are noise. */
  load: number
}

export function describeMachine(): Machine {
  const processors = cpus()
  return {
    cores: processors.length,
    model: processors[0]?.model.trim() ?? 'unknown',
    memory: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
    load: Number(loadavg()[0]!.toFixed(2))
  }
}
