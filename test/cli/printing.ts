import type { Output } from '../../src/cli/output.ts'

/** An output that keeps what is printed. */
export function printing({ json = false } = {}): { output: Output; lines: string[]; notes: string[] } {
  const lines: string[] = []
  const notes: string[] = []
  const output: Output = {
    json,
    isTerminal: false,
    line: (text) => lines.push(text),
    value: (value) => lines.push(JSON.stringify(value)),
    note: (text) => notes.push(text),
    gone: new AbortController().signal,
    flush: async () => {}
  }
  return { output, lines, notes }
}
