import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Nodes in tests run Argon2 and real sockets on two cores: more workers than cores only adds noise.
    maxWorkers: 2,
    globalSetup: []
  }
})
