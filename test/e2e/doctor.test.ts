import { existsSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { Home, plasm } from './plasm-process.ts'

const bubblewrap = existsSync('/usr/bin/bwrap')

describe('plasm doctor', () => {
  const home = new Home()
  afterAll(() => home.remove())

  const fencesOf = new Set(['namespaces', 'system-call filter', 'resource limits', 'isolation'])

  interface Finding {
    readonly name: string
    readonly status: string
    readonly detail: string
    readonly mend?: string
  }

  test('tries every fence, names the level, and says by its exit code whether anything is missing', async () => {
    const { code, stdout } = await plasm(home, ['doctor', '--json'])
    const { findings } = JSON.parse(stdout) as { findings: readonly Finding[] }
    expect([...new Set(findings.map(({ name }) => name))]).toEqual([
      'configuration',
      'versions',
      'permissions',
      'disk',
      'database',
      'limits',
      'clock',
      'user namespaces',
      'AppArmor',
      'namespaces',
      'system-call filter',
      'resource limits',
      'death with the daemon',
      "Node's permissions",
      'control groups',
      'isolation',
      'runtimes',
      'reachability',
    ])
    const isFull = findings.some(({ name, detail }) => name === 'isolation' && detail.startsWith('full'))
    expect(code).toBe(findings.every(({ status }) => status === 'ok') ? 0 : 1)
    expect(findings.filter(({ status, mend }) => status !== 'ok' && mend === undefined)).toEqual([])
    if (isFull)
      for (const { name, status } of findings)
        if (fencesOf.has(name)) expect({ name, status }).toEqual({ name, status: 'ok' })
    expect(findings.at(-2)).toEqual({ name: 'runtimes', status: 'ok', detail: 'interpreter, v8' })
  })

  test.skipIf(!bubblewrap)(`says the same in words${bubblewrap ? '' : ' (bubblewrap is not installed)'}`, async () => {
    const { stdout } = await plasm(home, ['doctor'])
    expect(stdout).toMatch(/^ok +resource limits: /m)
    expect(stdout).toMatch(/^(ok|degraded) +isolation: (full|reduced): /m)
  })
})
