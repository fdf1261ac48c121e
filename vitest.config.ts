import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 30_000,
    coverage: {
      provider: 'v8',
      include: ['daemon/src/**/*.ts'],
      exclude: ['daemon/src/generated/**'],
      reporter: ['json'],
    },
  },
})
