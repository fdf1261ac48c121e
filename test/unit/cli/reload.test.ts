import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { reload } from '../../../daemon/src/cli/reload.ts'
import { LiveConfig } from '../../../daemon/src/config/live-config.ts'
import { createLogger } from '../../../daemon/src/observe/logger.ts'

let directory: string
let file: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'plasm-reload-'))
  file = join(directory, 'plasm.yaml')
})
afterEach(() => rmSync(directory, { recursive: true }))

/** The lines that a reload from one file to another logs. */
function logged(before: string, after: string | undefined, listener = () => {}) {
  writeFileSync(file, before)
  const live = new LiveConfig({ env: {}, home: '/h', file })
  live.onChange(listener)
  if (after === undefined) rmSync(file)
  else writeFileSync(file, after)
  const lines: object[] = []
  reload(live, createLogger('info', { write: (line) => void lines.push(JSON.parse(line) as object) }))
  return { lines, live }
}

describe('a reload logs one line', () => {
  test.each([
    ['share: {with: anyone}', 'configuration reloaded', ['share.with'], []],
    ['jobs: {slots: 2}', 'configuration reloaded; some of it needs a restart', [], ['jobs.slots']],
    ['# nothing', 'configuration reloaded; nothing changed', [], []],
  ])('of %j: %s', (after, msg, applied, waiting) => {
    expect(logged('', after).lines).toMatchObject([{ level: 'info', msg, applied, waiting }])
  })

  test('of every problem, where there are some', () => {
    const { lines, live } = logged('share: {with: anyone}', 'share: {with: all}\nslots: 1\n')
    const problems = [
      `${file}:1:15: share.with: is "all"; must be one of "nobody", "allowlist", "anyone"`,
      `${file}:2:1: slots: is not a key of the configuration; did you mean share.slots or jobs.slots?`,
    ]
    expect(lines).toMatchObject([{ level: 'error', msg: 'configuration not reloaded', problems }])
    expect(live.current.share.with).toBe('anyone')
  })

  test('of a file that is gone', () => {
    expect(logged('', undefined).lines).toMatchObject([
      {
        level: 'error',
        msg: 'configuration not reloaded',
        problems: [expect.stringContaining('cannot be read: ENOENT')],
      },
    ])
  })

  test('of a part that stumbles over it, and goes on', () => {
    const { lines } = logged('', 'share: {with: anyone}', () => {
      throw new Error('a part stumbled')
    })
    expect(lines).toMatchObject([{ level: 'error', err: { message: 'a part stumbled' } }])
  })
})
