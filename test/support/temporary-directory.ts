import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Lifetime } from './lifetime.ts'

/** A new directory that goes when the test ends. */
export async function temporaryDirectory(t: Lifetime): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'starling-'))
  t.onTestFinished(() => rm(directory, { recursive: true, force: true }))
  return directory
}
