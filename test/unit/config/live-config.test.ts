import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type DeepPartial, LiveConfig } from '../../../daemon/src/config/live-config.ts'
import type { Config } from '../../../daemon/src/generated/types.ts'

let directory: string
let file: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'plasm-live-'))
  file = join(directory, 'plasm.yaml')
})
afterEach(() => rmSync(directory, { recursive: true }))

const write = (content: object | string) =>
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))

function started(content: object, more: { env?: Record<string, string>; flags?: Record<string, string> } = {}) {
  write(content)
  return new LiveConfig({ env: {}, home: '/home/ada', file, ...more })
}

describe('a reload', () => {
  test('takes what a running daemon can take, and says so', () => {
    const live = started({ share: { with: 'nobody' }, log: { level: 'info' } })
    write({ share: { with: 'anyone', maxFuel: 7 }, log: { level: 'info' } })
    expect(live.reload()).toEqual({ applied: ['share.with', 'share.maxFuel'], waiting: [] })
    expect(live.current.share).toMatchObject({ with: 'anyone', maxFuel: 7 })
    write({})
    expect(live.reload().applied).toEqual(['share.with', 'share.maxFuel'])
    expect(live.current.share).toMatchObject({ with: 'nobody', maxFuel: 1_000_000_000_000 })
  })

  test('leaves for the next start what cannot change before, and tells of it until it is taken back', () => {
    const live = started({ jobs: { slots: 2 } })
    write({ jobs: { slots: 3, queue: 9 }, api: { tcp: { port: 80 } } })
    expect(live.reload()).toEqual({
      applied: ['jobs.queue'],
      waiting: ['api.tcp.host', 'api.tcp.port', 'jobs.slots'],
    })
    expect([live.current.jobs.slots, live.current.jobs.queue, live.current.api.tcp]).toEqual([2, 9, undefined])
    expect(live.reload()).toEqual({ applied: [], waiting: ['api.tcp.host', 'api.tcp.port', 'jobs.slots'] })
    write({ jobs: { slots: 2 } })
    expect(live.reload()).toEqual({ applied: ['jobs.queue'], waiting: [] })
  })

  test.each([
    ['is not valid', '{"share":{"with":"friends"}}'],
    ['cannot be read as one', '{"share":'],
  ])('of a file that %s changes nothing, and the next one of a good file does', (_, content) => {
    const live = started({ share: { with: 'anyone' } })
    const heard: unknown[] = []
    live.onChange((change) => heard.push(change))
    const before = live.current
    write(content)
    expect(() => live.reload()).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }))
    expect(live.current).toBe(before)
    expect(heard).toEqual([])
    write({ share: { with: 'allowlist' } })
    live.reload()
    expect(live.current.share.with).toBe('allowlist')
  })

  test('does not change what the environment or the command line says', () => {
    const live = started({}, { env: { PLASM_SHARE: 'nobody' }, flags: { logLevel: 'warn' } })
    write({ share: { with: 'anyone' }, log: { level: 'debug' } })
    expect(live.reload()).toEqual({ applied: [], waiting: [] })
    expect([live.current.share.with, live.current.log.level]).toEqual(['nobody', 'warn'])
  })

  test('tells listeners once something applies, until they have enough', () => {
    const live = started({})
    const heard: (readonly string[])[] = []
    const stop = live.onChange(({ applied }) => heard.push([...applied, live.current.share.with]))
    live.reload()
    write({ jobs: { slots: 3 } })
    live.reload()
    expect(heard).toEqual([])
    write({ share: { with: 'anyone' } })
    live.reload()
    stop()
    write({})
    live.reload()
    expect(heard).toEqual([['share.with', 'anyone']])
  })

  test('answers a configuration that cannot be written to', () => {
    const live = started({})
    write({ share: { allowlist: [], maxFuel: 1 } })
    live.reload()
    expect(Object.isFrozen(live.current) && Object.isFrozen(live.current.share.perPeer)).toBe(true)
  })
})

describe("the operator's choices", () => {
  const chosen = { share: { with: 'anyone' } } as const satisfies DeepPartial<Config>

  test('stand above the file, and below the environment and the command line', () => {
    const file = started({ share: { with: 'allowlist', maxFuel: 3 } })
    file.layChoices({ read: () => chosen })
    expect(file.current.share).toMatchObject({ with: 'anyone', maxFuel: 3 })
    const strong = started({}, { flags: { share: 'nobody' } })
    strong.layChoices({ read: () => chosen })
    expect(strong.current.share.with).toBe('nobody')
  })

  test('have no effect where the environment or the command line names the key, which is said', () => {
    const live = started({}, { env: { PLASM_SHARE: 'nobody', PLASM_SLOTS: '2' }, flags: { slots: '3' } })
    expect(live.overriding(['share', 'with'])).toBe('PLASM_SHARE')
    expect(live.overriding(['jobs', 'slots'])).toBe('--slots')
    expect(live.overriding(['share', 'allowlist'])).toBeUndefined()
  })

  test('apply when they change, whatever has become of the file since', () => {
    let choices: DeepPartial<Config> = {}
    const live = started({ share: { with: 'allowlist' } })
    live.layChoices({ read: () => choices })
    expect(live.current.share.with).toBe('allowlist')
    write('{')
    choices = chosen
    expect(live.refresh()).toEqual({ applied: ['share.with'], waiting: [] })
    expect(live.current.share.with).toBe('anyone')
    choices = {}
    live.refresh()
    expect(live.current.share.with).toBe('allowlist')
  })

  test('that are not valid are refused by name, and change nothing', () => {
    let choices: DeepPartial<Config> = {}
    const live = started({})
    live.layChoices({ read: () => choices })
    choices = { share: { with: 'friends' as 'anyone' } }
    expect(() => live.refresh()).toThrow(/plasm share: share\.with: is "friends"; must be one of/)
    expect(live.current.share.with).toBe('nobody')
  })
})

describe('what a daemon says of its configuration', () => {
  test('is what is in effect, where it comes from, and what waits for a restart', () => {
    const live = started({ jobs: { slots: 2 } }, { env: { PLASM_LOG_LEVEL: 'warn' } })
    live.layChoices({ read: () => ({ share: { with: 'anyone' } }) })
    write('jobs:\n  slots: 3\n  queue: 9\n')
    live.reload()
    const { keys, file: named } = live.describe()
    expect(named).toBe(file)
    const of = (name: string) => keys.find(({ key }) => key === name)
    expect(of('jobs.slots')).toEqual({ key: 'jobs.slots', value: 2, source: `${file}:2:10`, waiting: true })
    expect(of('jobs.queue')).toEqual({ key: 'jobs.queue', value: 9, source: `${file}:3:10`, waiting: false })
    expect(of('share.with')).toEqual({ key: 'share.with', value: 'anyone', source: 'plasm share', waiting: false })
    expect(of('log.level')).toEqual({ key: 'log.level', value: 'warn', source: 'PLASM_LOG_LEVEL', waiting: false })
    expect(of('metrics.port')).toEqual({ key: 'metrics.port', source: 'default', waiting: false })
  })

  test('leaves secrets out', () => {
    const live = started({ api: { tokens: { ci: 'ab'.repeat(32) } } })
    expect(JSON.stringify(live.describe())).not.toContain('abab')
    expect(live.describe().keys.find(({ key }) => key === 'api.tokens')).toMatchObject({ source: `${file}:1:18` })
  })
})
