import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The program as it is run: built from the sources as they are now, unless it is already. */
export function setup(): void {
  const script = fileURLToPath(new URL('../../scripts/setup.mjs', import.meta.url))
  execFileSync(process.execPath, [script], { stdio: ['ignore', 'inherit', 'inherit'] })
}
