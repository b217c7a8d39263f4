import { defineConfig } from 'vitest/config'

const e2e = 'test/e2e/**/*.test.ts'

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Nodes in tests run Argon2 and real sockets on two cores: more workers than cores only adds noise.
    maxWorkers: 2,
    // Not the keyring of whoever runs the tests; the test about keyrings starts one of its own.
    env: { STARLING_KEYRING: 'off' },
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.{ts,tsx}'], exclude: [e2e] } },
      // Real processes: these need the build, and only these wait for it.
      {
        extends: true,
        test: {
          name: 'e2e',
          include: [e2e],
          globalSetup: ['test/e2e/build.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000
        }
      }
    ]
  }
})
