import { describe } from 'vitest'
import { claimTests } from './registry/claims.suite.ts'
import { logTests } from './registry/logs.suite.ts'
import { presenceTests } from './registry/presence.suite.ts'
import type { RegistryStore } from '../../src/storage/index.ts'

/**
 * What every RegistryStore must do. `open` gives one that is open, and closes it when the test ends; it may hold what
 * other tests wrote, so that one running engine serves them all.
 */
export function registryStoreSuite(name: string, open: () => Promise<RegistryStore>): void {
  describe(name, () => {
    describe('claims', () => claimTests(open))
    describe('logs', () => logTests(open))
    describe('presence', () => presenceTests(open))
  })
}
