import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    // The V8 runtime needs a native stack that no guest can fill; the usual limit of a process is 8 MiB.
    execArgv: ['--stack-size=7000'],
    // Far longer than anything takes, but on a machine that is busy with other things.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    coverage: {
      provider: 'v8',
      include: ['daemon/src/**/*.ts'],
      exclude: ['daemon/src/generated/**'],
      reporter: ['json'],
    },
  },
})
