import type { Lifetime } from './lifetime.ts'
import type { Machine } from './machine.ts'
import type { Table } from './table.ts'

/** One measurement: what it runs, and how its numbers are told. */
export interface Bench<Parameters extends object = object, Raw extends object = object> {
  /** As in `npm run bench NAME`. */
  name: string
  /** Heading of its section in docs/benchmarks.md. */
  title: string
  /** What is measured against what, Markdown. */
  prose: string
  parameters: Parameters
  /** What `--quick` changes: enough to see that it works, too little to tell anything. */
  quick: Partial<Parameters>
  run(context: Context<Parameters>): Promise<Measured<Raw>>
  tables(measured: Measured<Raw>, parameters: Parameters): Table[]
}

export interface Context<Parameters> {
  parameters: Parameters
  life: Lifetime
  /** Says what is going on. */
  say: (text: string) => void
}

export interface Measured<Raw = object> {
  raw: Raw
  ratios: Ratio[]
}

/** One figure against another of the same run. */
export interface Ratio {
  what: string
  value: number
  /** What it should be, where anything was set. */
  aim?: string
  met?: boolean
}

export interface Result extends Measured {
  name: string
  /** ISO 8601. */
  date: string
  machine: Machine
  parameters: object
}

export const atMost = (what: string, value: number, limit: number): Ratio => ({
  what,
  value,
  aim: `at most ${limit}`,
  met: value <= limit
})

export const atLeast = (what: string, value: number, limit: number): Ratio => ({
  what,
  value,
  aim: `at least ${limit}`,
  met: value >= limit
})
