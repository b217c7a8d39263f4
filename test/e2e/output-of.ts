import type { ChildProcessWithoutNullStreams } from 'node:child_process'

/** What a process prints, to be waited for. */
export interface OutputOf {
  /** The first line of standard output, or of standard error, that matches, old ones too. Rejects where the process ends before. */
  line(pattern: RegExp): Promise<string>
  all(): { stdout: string; stderr: string }
}

export function createOutputOf(child: ChildProcessWithoutNullStreams): OutputOf {
  const texts = { stdout: '', stderr: '' }
  const waiting = new Set<() => void>()
  let isOver = false
  const tell = (): void => {
    for (const look of waiting) look()
  }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      texts[name] += chunk
      tell()
    })
  }
  child.once('close', () => {
    isOver = true
    tell()
  })

  return {
    all: () => texts,
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const lines = [texts.stdout, texts.stderr].flatMap((text) => text.split('\n').slice(0, -1))
          const found = lines.find((line) => pattern.test(line))
          if (found === undefined && !isOver) return
          waiting.delete(look)
          if (found !== undefined) resolve(found)
          else reject(new Error(`It ended without ${pattern}:\n${texts.stdout}\n${texts.stderr}`))
        }
        waiting.add(look)
        look()
      })
  }
}
