import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { configFile, readConfig } from '../../../daemon/src/config/config.ts'
import { maximumFileBytes } from '../../../daemon/src/config/config-file.ts'
import { PlasmError } from '../../../daemon/src/errors.ts'
import { sentence } from '../../../daemon/src/json/violations.ts'

let directory: string
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'plasm-yaml-'))
})
afterAll(() => rmSync(directory, { recursive: true }))

let files = 0
function fileOf(content: string | Uint8Array): string {
  const path = join(directory, `${files++}.yaml`)
  writeFileSync(path, content)
  return path
}

const read = (content: string | Uint8Array) => readConfig({ env: {}, home: '/home/ada', file: fileOf(content) })

/** What is told of a file, its path left out. */
function told(content: string | Uint8Array): readonly string[] {
  const file = fileOf(content)
  try {
    readConfig({ env: {}, home: '/home/ada', file })
  } catch (error) {
    if (!(error instanceof PlasmError && error.code === 'CONFIG_INVALID')) throw error
    const lines = error.violations.length === 0 ? [error.message] : error.violations.map(sentence)
    return lines.map((line) => line.replaceAll(file, 'F'))
  }
  throw new Error('nothing was refused')
}

describe('a configuration file', () => {
  test('is YAML with comments, and what is empty in it says nothing', () => {
    const config = read(`# whose jobs run here
share:
  with: allowlist   # friends
  allowlist:
    - 12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp
  perPeer: { jobsPerMinute: 7 }
jobs:
#  slots: 2
log:
  level: "debug"
`)
    expect(config.share).toMatchObject({ with: 'allowlist', perPeer: { jobsPerMinute: 7 }, allowlist: [/^12D3/] })
    expect([config.jobs.slots, config.log.level]).toEqual([undefined, 'debug'])
  })

  test.each(['', '# nothing yet\n', '\uFEFF', '---\n', '{}'])('with nothing in it is right: %j', (content) => {
    expect(read(content).share.with).toBe('nobody')
  })

  test('may be JSON, tabs and escapes included', () => {
    const { share, dataDirectory } = read(
      '{\n\t"share": {\n\t\t"with": "anyone"\n\t},\n\t"dataDirectory": "\\/d\\u00e9\\ud83d\\ude00"\n}\n',
    )
    expect([share.with, dataDirectory]).toEqual(['anyone', '/dé😀'])
  })
})

describe('what is wrong in a file', () => {
  test('is told with line and column, key, what is there and what would be right, all at once', () => {
    expect(
      told(`jobs:
  slots: many
share:
  with: friends
  maxfuel: 7
  allowlist: [12D3KooW]
network:
  upnp: yes
  listen:
    - /ip4/0.0.0.0/tcp/4117
    - foo
colour: red
`),
    ).toEqual([
      'F:2:10: jobs.slots: is "many"; must be an integer from 1 to 1024',
      'F:4:9: share.with: is "friends"; must be one of "nobody", "allowlist", "anyone"',
      'F:5:3: share.maxfuel: is not a key of the configuration; did you mean share.maxFuel?',
      'F:6:15: share.allowlist[0]: is "12D3KooW"; must be a peer ID: 12D3Koo and 45 characters of base58btc',
      'F:8:9: network.upnp: is "yes"; must be true or false',
      'F:11:7: network.listen[1]: is "foo"; must be a string that is a multiaddr, such as /ip4/0.0.0.0/tcp/4117',
      'F:12:1: colour: is not a key of the configuration',
    ])
  })

  test.each([
    [
      'a key of another place',
      'slots: 2\n',
      'F:1:1: slots: is not a key of the configuration; did you mean share.slots or jobs.slots?',
    ],
    [
      'a misspelled key',
      'share:\n  wiht: anyone\n',
      'F:2:3: share.wiht: is not a key of the configuration; did you mean share.with?',
    ],
    [
      'a key of snake case',
      'share: {max_fuel: 1}\n',
      'F:1:9: share.max_fuel: is not a key of the configuration; did you mean share.maxFuel?',
    ],
    [
      'a key that JavaScript knows',
      '{"__proto__": {"share": {"with": "anyone"}}}',
      'F:1:2: __proto__: is not a key of the configuration',
    ],
    [
      'a list that is empty',
      'network:\n  listen:\n',
      'F:2:10: network.listen: is null; must be an array of at most 32 items',
    ],
    ['a list in place of an object', 'share: [anyone]\n', 'F:1:8: share: is ["anyone"]; must be an object'],
    [
      'a text without its quotes',
      'dataDirectory: 12\n',
      'F:1:16: dataDirectory: is 12; must be a string of 1 to 4096 characters; put it in quotes',
    ],
    ['a fraction', 'jobs: {slots: 1.5}\n', 'F:1:15: jobs.slots: is 1.5; must be an integer from 1 to 1024'],
    [
      'a whole number written as a fraction',
      'jobs: {slots: 2.0}\n',
      'F:1:15: jobs.slots: is 2.0; must be written in plain decimal digits, as 2; or in quotes where it is a text',
    ],
    [
      'an exponent',
      'share: {maxFuel: 1e12}\n',
      'F:1:18: share.maxFuel: is 1e12; must be written in plain decimal digits, as 1000000000000; or in quotes where it is a text',
    ],
    [
      'hexadecimal digits',
      'jobs: {slots: 0x10}\n',
      'F:1:15: jobs.slots: is 0x10; must be written in plain decimal digits, as 16; or in quotes where it is a text',
    ],
    [
      'what some readers take for octal',
      'jobs: {slots: 010}\n',
      'F:1:15: jobs.slots: is 010; must be written in plain decimal digits, as 10; or in quotes where it is a text',
    ],
    [
      'an infinite number',
      'share: {maxFuel: .inf}\n',
      'F:1:18: share.maxFuel: is .inf; must be written in plain decimal digits, without exponent; or in quotes where it is a text',
    ],
    [
      'a number with separators',
      'share: {maxFuel: 1_000}\n',
      'F:1:18: share.maxFuel: is "1_000"; must be an integer from 1 to 9007199254740991',
    ],
    ['a date', 'jobs: {slots: 2026-01-01}\n', 'F:1:15: jobs.slots: is "2026-01-01"; must be an integer from 1 to 1024'],
    ['what is missing of an object', 'api:\n  tcp:\n    host: ::1\n', 'F:3:5: api.tcp.port: must be present'],
    [
      'a key twice',
      'jobs:\n  slots: 1\n  queue: 2\n  slots: 3\n',
      'F:4:3: "slots" stands here a second time; each key may stand once',
    ],
    ['an anchor', 'jobs: &j {slots: 1}\n', 'F:1:10: jobs: has an anchor (&j): leave it out'],
    ['a tag', 'jobs: {slots: !!int 1}\n', 'F:1:21: jobs.slots: has a tag (tag:yaml.org,2002:int): leave it out'],
    ['a tag of its own', 'jobs: {slots: !n 1}\n', 'F:1:18: jobs.slots: has a tag (!n): leave it out'],
    ['a merge key', 'jobs:\n  <<: {slots: 1}\n', 'F:2:3: jobs.<<: is a merge key: write what it would merge'],
    ['another version of YAML', '%YAML 1.1\n---\njobs: {}\n', 'F:1:1: has a directive (%…): leave it out'],
    ['a prefix for tags', '%TAG !e! tag:e.example,2026:\n---\njobs: {}\n', 'F:1:1: has a directive (%…): leave it out'],
    [
      'a second document',
      'jobs: {}\n---\nlog: {}\n',
      'F:2:1: a second document begins; write one alone, without "---"',
    ],
    ['a tab that indents', 'jobs:\n\tslots: 1\n', 'F:2:1: a tab cannot indent; use spaces'],
    ['a key that is no name', '? [a]\n: 1\n', 'F:1:3: a key must be a name'],
    ['a bracket that nothing closes', 'network:\n  listen: [\n', /^F:3:1: not valid YAML: /],
    ['a list alone', '- a\n', 'F:1:1: is ["a"]; must be an object'],
    ['a word alone', 'anyone\n', 'F:1:1: is "anyone"; must be an object'],
  ])('%s', (_, content, line) => {
    const lines = told(content)
    expect(lines).toHaveLength(1)
    if (typeof line === 'string') expect(lines[0]).toBe(line)
    else expect(lines[0]).toMatch(line)
  })

  test('an alias is not followed, nor is a bomb of them', () => {
    expect(told('jobs: &j {slots: 1}\nlog: *j\n')).toContain('F:2:6: log: is an alias: write the value itself')
    const bomb = Array.from({ length: 30 }, (_, i) => `k${i}: &k${i} [*k${i - 1}, *k${i - 1}]`).join('\n')
    expect(told(bomb).length).toBeGreaterThan(0)
  })

  test('a fault of syntax is told alone: what was read beside it says little', () => {
    expect(told('colour: red\njobs: {slots: [}\n').filter((line) => line.includes('colour'))).toEqual([])
  })

  test('a secret is not repeated, whatever is wrong with it', () => {
    for (const value of ['hunter2', '0x1234', '!!str hunter2', '{a: hunter2}', '["hunter2', '12'])
      expect(told(`api:\n  tokens:\n    ci: ${value}\n`).join('\n')).not.toMatch(/hunter2|1234|is 12/)
    expect(told('api: {tokens: hunter2}')[0]).toBe('F:1:15: api.tokens: must be an object of at most 256 members')
  })

  test('everything that a list breaks is told, up to some bound', () => {
    const lines = told(`network:\n  listen:\n${'    - x\n'.repeat(20)}`)
    expect(lines).toHaveLength(20)
    expect(lines[19]).toMatch(/^F:22:7: network\.listen\[19\]/)
  })

  test('a long message is one line for each problem', () => {
    expect(told('jobs: {slots: "a\\nb"}\n')[0]).toBe(
      'F:1:15: jobs.slots: is "a\\nb"; must be an integer from 1 to 1024',
    )
  })

  test.each([
    ['a file that is not there', join(tmpdir(), 'plasm-no-such-file.yaml'), /cannot be read: ENOENT/],
    ['a directory', tmpdir(), /not a regular file/],
    ['a device that never ends', '/dev/zero', /not a regular file/],
  ])('%s', (_, file, words) => {
    expect(() => readConfig({ env: {}, home: '/h', file })).toThrow(words)
  })

  test('a pipe: a reload would find it empty', () => {
    const pipe = join(directory, 'pipe')
    execFileSync('mkfifo', [pipe])
    expect(() => readConfig({ env: {}, home: '/h', file: pipe })).toThrow(/not a regular file/)
  })

  test('bytes that are no text, and more than there may be', () => {
    expect(told(Buffer.from([0x61, 0x3a, 0xff]))).toEqual(['the configuration file F is not text in UTF-8'])
    expect(told(Buffer.alloc(maximumFileBytes + 1, '#'))[0]).toMatch(/larger than 16777216 bytes/)
  })

  test('keys without end, and a key of millions of letters: none takes longer than to read it', () => {
    const keys = Array.from({ length: 60_000 }, (_, number) => `k${number}: 1\n`)
    expect(told(`${keys.join('')}k9: 2\n`)[0]).toBe('F:1:1: k0: is not a key of the configuration')
    expect(told(`{"${'x'.repeat(4_000_000)}": 1}`)[0]).toMatch(/^F:1:2: x+: is not a key of the configuration$/)
  })

  test('nesting without end', () => {
    for (const content of [`jobs: ${'['.repeat(100_000)}`, `jobs: ${'{a: '.repeat(20_000)}1${'}'.repeat(20_000)}`])
      expect(told(content)[0]).toContain('is nested too deeply')
  })
})

describe('the file that nobody names', () => {
  const sources = (env: Record<string, string> = {}) => ({ env, home: join(directory, 'home') })

  test("is systemd's where it made a directory, else the user's own, where they are there", () => {
    expect(configFile(sources())).toBeUndefined()
    const own = join(directory, 'home', '.config', 'plasm')
    mkdirSync(own, { recursive: true })
    writeFileSync(join(own, 'plasm.yaml'), 'share: {with: anyone}')
    expect(configFile(sources())).toBe(join(own, 'plasm.yaml'))
    expect(readConfig(sources()).share.with).toBe('anyone')
    const system = join(directory, 'etc', 'plasm')
    expect(configFile(sources({ CONFIGURATION_DIRECTORY: system }))).toBeUndefined()
    mkdirSync(system, { recursive: true })
    writeFileSync(join(system, 'plasm.yaml'), 'share: {with: allowlist}')
    expect(readConfig(sources({ CONFIGURATION_DIRECTORY: `${system}:/other` })).share.with).toBe('allowlist')
    expect(configFile(sources({ XDG_CONFIG_HOME: join(directory, 'etc') }))).toBe(join(system, 'plasm.yaml'))
    expect(configFile(sources({ CONFIGURATION_DIRECTORY: system, PLASM_CONFIG: '/dev/null' }))).toBe('/dev/null')
    expect(readConfig(sources({ PLASM_CONFIG: '/dev/null' })).share.with).toBe('nobody')
  })

  test('is read, and so complained of, where it leads nowhere', () => {
    const system = join(directory, 'dangling')
    mkdirSync(system)
    symlinkSync('/nowhere/plasm.yaml', join(system, 'plasm.yaml'))
    expect(() => readConfig(sources({ CONFIGURATION_DIRECTORY: system }))).toThrow(/ENOENT/)
  })
})
