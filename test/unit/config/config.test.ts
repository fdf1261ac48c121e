import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ConfigSources, readConfig } from '../../../daemon/src/config/config.ts'
import { socketCandidates, stateDirectory } from '../../../daemon/src/config/directories.ts'
import { flagKey, settings } from '../../../daemon/src/config/settings.ts'
import { PlasmError } from '../../../daemon/src/errors.ts'

let directory: string
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'plasm-config-'))
})
afterAll(() => rmSync(directory, { recursive: true }))

let files = 0
function fileOf(content: unknown): string {
  const path = join(directory, `${files++}.json`)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

function read(sources: Partial<ConfigSources> = {}) {
  return readConfig({ env: {}, home: '/home/ada', ...sources })
}

function violationsOf(work: () => unknown): readonly { readonly pointer: string }[] {
  try {
    work()
  } catch (error) {
    if (error instanceof PlasmError && error.code === 'CONFIG_INVALID') return error.violations
    throw error
  }
  throw new Error('nothing was refused')
}

describe('without any word', () => {
  test("a daemon runs nobody's jobs but its owner's", () => {
    expect(read().share).toMatchObject({ with: 'nobody', allowlist: [], denyPeers: [], denyDigests: [] })
  })

  test('strangers get full isolation or nothing, and nothing listens on TCP for the API', () => {
    const config = read()
    expect([config.sandbox.isolation, config.api.tcp, config.metrics.port, config.network.allowPrivate]).toEqual([
      'full',
      undefined,
      undefined,
      false,
    ])
  })

  test('files lie where the user keeps such files', () => {
    expect(read()).toMatchObject({
      dataDirectory: '/home/ada/.local/share/plasm',
      api: { socket: '/home/ada/.local/share/plasm/api.sock' },
    })
    expect(read({ env: { XDG_DATA_HOME: '/d', XDG_RUNTIME_DIR: '/run/user/7' } })).toMatchObject({
      dataDirectory: '/d/plasm',
      api: { socket: '/run/user/7/plasm/api.sock' },
    })
  })

  test('a service of systemd uses the directories that systemd made', () => {
    const env = { STATE_DIRECTORY: '/var/lib/plasm', RUNTIME_DIRECTORY: '/run/plasm', XDG_RUNTIME_DIR: '/run/user/7' }
    expect(read({ env })).toMatchObject({ dataDirectory: '/var/lib/plasm', api: { socket: '/run/plasm/api.sock' } })
  })
})

describe('what is said twice', () => {
  const file = () => fileOf({ jobs: { slots: 1, queue: 7 }, share: { with: 'allowlist' }, log: { level: 'warn' } })

  test('is taken from the file before the defaults', () => {
    expect(read({ file: file() }).jobs).toMatchObject({ slots: 1, queue: 7, retentionMs: 86_400_000 })
    expect(read({ env: { PLASM_CONFIG: file() } }).jobs.slots).toBe(1)
  })

  test('is taken from the environment before the file', () => {
    expect(read({ file: file(), env: { PLASM_SLOTS: '2' } })).toMatchObject({
      jobs: { slots: 2, queue: 7 },
      share: { with: 'allowlist' },
    })
  })

  test('is taken from the command line before all', () => {
    const config = read({ file: file(), env: { PLASM_SLOTS: '2', PLASM_SHARE: 'nobody' }, flags: { slots: '3' } })
    expect(config).toMatchObject({ jobs: { slots: 3 }, share: { with: 'nobody' }, log: { level: 'warn' } })
  })

  test('an empty variable says nothing', () => {
    expect(read({ file: file(), env: { PLASM_SLOTS: '' } }).jobs.slots).toBe(1)
  })
})

describe('kinds', () => {
  test('lists are split at commas in the environment and repeated on the command line', () => {
    expect(read({ env: { PLASM_LISTEN: '/ip4/1.2.3.4/tcp/1,/ip4/1.2.3.4/tcp/2' } }).network.listen).toEqual([
      '/ip4/1.2.3.4/tcp/1',
      '/ip4/1.2.3.4/tcp/2',
    ])
    expect(read({ flags: { listen: ['/ip4/1.2.3.4/tcp/1'] } }).network.listen).toEqual(['/ip4/1.2.3.4/tcp/1'])
  })

  test.each([
    ['1', true],
    ['true', true],
    ['0', false],
    ['false', false],
  ])('a switch of %s is %s', (text, value) => {
    expect(read({ env: { PLASM_ALLOW_PRIVATE: text } }).network.allowPrivate).toBe(value)
  })

  test('every setting of the environment has its flag and its place in the schema', () => {
    const schema = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../schemas/config.schema.json'), 'utf8'),
    ) as {
      properties: Record<string, unknown>
      $defs: Record<string, { properties: Record<string, { $ref?: string }> }>
    }
    for (const setting of settings) {
      let at: Record<string, { $ref?: string }> = schema.properties as never
      for (const key of setting.path.slice(0, -1)) at = schema.$defs[at[key]!.$ref!.split('/').at(-1)!]!.properties
      expect(at[setting.path.at(-1)!], setting.variable).toBeDefined()
      expect(flagKey(setting)).toMatch(/^[a-zA-Z]+$/)
    }
  })
})

describe('what is wrong', () => {
  test('is told all at once, with its places', () => {
    const file = fileOf({
      jobs: { slots: 0 },
      share: { with: 'friends' },
      colour: 'red',
      api: { tokens: { local: 'x' } },
    })
    const pointers = violationsOf(() => read({ file })).map(({ pointer }) => pointer)
    expect(pointers).toEqual(expect.arrayContaining(['/jobs/slots', '/share/with', '/colour']))
  })

  test.each([
    ['PLASM_SLOTS', 'many', '/jobs/slots'],
    ['PLASM_SHARE', 'all', '/share/with'],
    ['PLASM_ALLOW_PRIVATE', 'maybe', '/network/allowPrivate'],
    ['PLASM_BOOTSTRAP', '/ip4/1.2.3.4/tcp/1', '/network/bootstrap/0'],
  ])('in the variable %s is told with its name', (name, value, pointer) => {
    expect(violationsOf(() => read({ env: { [name]: value } }))[0]?.pointer).toBe(pointer)
    expect(() => read({ env: { [name]: value } })).toThrow(name)
  })

  test.each([
    ['PLASM_LISTEN', 'is "foo"; must be a string that is a multiaddr, such as /ip4/0.0.0.0/tcp/4117'],
    [
      'PLASM_BOOTSTRAP',
      "must be a string that is a multiaddr with its peer's ID, such as /ip4/192.0.2.7/tcp/4117/p2p/12D3",
    ],
  ])('an address in %s is told with one that would be right, not with a regular expression', (name, told) => {
    expect(() => read({ env: { [name]: 'foo' } })).toThrow(told)
    expect(() => read({ env: { [name]: 'foo' } })).not.toThrow('matches')
  })

  test('a token is never called local, and its value is a hash', () => {
    expect(violationsOf(() => read({ file: fileOf({ api: { tokens: { local: 'a'.repeat(64) } } }) }))).not.toEqual([])
    expect(violationsOf(() => read({ file: fileOf({ api: { tokens: { ci: 'secret' } } }) }))[0]?.pointer).toBe(
      '/api/tokens/ci',
    )
  })

  test('TCP on another interface than loopback cannot be configured', () => {
    expect(violationsOf(() => read({ file: fileOf({ api: { tcp: { host: '0.0.0.0', port: 1 } } }) }))[0]?.pointer).toBe(
      '/api/tcp/host',
    )
  })

  test.each([
    ['is not there', join(tmpdir(), 'plasm-no-such-file.json')],
    ['is not JSON', undefined, '{'],
    ['has a key twice', undefined, '{"jobs":{},"jobs":{}}'],
    ['is not an object', undefined, '[]'],
  ])('a file that %s is refused', (_, path, content = '') => {
    expect(() => read({ file: path ?? fileOf(content) })).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }))
  })
})

test('clients look for the own daemon first, then for that of the machine', () => {
  expect(socketCandidates({ env: { XDG_RUNTIME_DIR: '/run/user/7' }, home: '/h' })).toEqual([
    '/run/user/7/plasm/api.sock',
    '/run/plasm/api.sock',
  ])
  expect(socketCandidates({ env: { PLASM_DATA: '/d' }, home: '/h' })).toEqual(['/d/api.sock', '/run/plasm/api.sock'])
})

test('what runs without a daemon keeps its key with the state of the user', () => {
  expect(stateDirectory({ env: {}, home: '/h' })).toBe('/h/.local/state/plasm')
  expect(stateDirectory({ env: { XDG_STATE_HOME: '/s' }, home: '/h' })).toBe('/s/plasm')
})

test('the limits of share do not bind the sandbox: what a manifest may declare does, and the schema says so', () => {
  const load = (name: string) =>
    JSON.parse(readFileSync(join(import.meta.dirname, `../../../schemas/${name}.schema.json`), 'utf8')) as {
      $defs: Record<string, { description: string; properties: Record<string, { maximum: number }> }>
    }
  const { Limits, Request } = load('manifest').$defs
  const share = load('config').$defs.Share!
  expect(share.description).toContain('up to 2 GiB of memory and a day, whatever stands here')
  expect([Limits!.properties.memoryBytes!.maximum, Request!.properties.wallTimeMs!.maximum]).toEqual([
    2 ** 31,
    86_400_000,
  ])
  // Nothing that share may allow is more than that.
  expect(share.properties.maxMemoryBytes!.maximum).toBe(2 ** 31)
  expect(share.properties.maxWallTimeMs!.maximum).toBe(86_400_000)
})
