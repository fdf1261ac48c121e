import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommandLine } from '../../../daemon/src/cli/program.ts'
import { configKeys } from '../../../daemon/src/config/keys.ts'
import { settings } from '../../../daemon/src/config/settings.ts'

let home: string
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'plasm-config-'))
})
afterAll(() => rmSync(home, { recursive: true }))

class Collected extends Writable {
  text = ''

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString()
    done()
  }
}

async function config(words: readonly string[], env: Record<string, string> = {}) {
  const [stdout, stderr] = [new Collected(), new Collected()]
  const code = await runCommandLine(['config', ...words], {
    ...{ stdin: Readable.from([]), stdout, stderr, env, home },
    interruption: () => new AbortController().signal,
    onHangUp() {},
  })
  return { code, stdout: stdout.text, stderr: stderr.text }
}

function fileOf(name: string, content: string): string {
  writeFileSync(join(home, name), content)
  return join(home, name)
}

describe('plasm config check', () => {
  test('says that a file is valid, and ends with 0', async () => {
    const file = fileOf('good.yaml', 'share: {with: anyone}\n')
    expect(await config(['check', file])).toEqual({ code: 0, stdout: `${file} is valid\n`, stderr: '' })
    expect(JSON.parse((await config(['check', file, '--json'])).stdout)).toEqual({ valid: true, file, problems: [] })
  })

  test('tells what is wrong a line each, file and environment, and ends with 1', async () => {
    const file = fileOf('bad.yaml', 'jobs:\n  slots: two\nshrae: 1\n')
    const env = { PLASM_SHARE: 'friends' }
    expect(await config(['check', file], env)).toEqual({
      code: 1,
      stdout: `${file}:2:10: jobs.slots: is "two"; must be an integer from 1 to 1024
${file}:3:1: shrae: is not a key of the configuration; did you mean share?
PLASM_SHARE: share.with: is "friends"; must be one of "nobody", "allowlist", "anyone"
`,
      stderr: '',
    })
    const { code, stdout } = await config(['check', file, '--json'], env)
    expect([code, JSON.parse(stdout)]).toEqual([
      1,
      {
        valid: false,
        file,
        problems: [
          {
            ...{ file, line: 2, column: 10, pointer: '/jobs/slots', value: '"two"' },
            message: 'must be an integer from 1 to 1024',
          },
          {
            ...{ file, line: 3, column: 1, pointer: '/shrae' },
            message: 'is not a key of the configuration; did you mean share?',
          },
          {
            ...{ source: 'PLASM_SHARE', pointer: '/share/with', value: '"friends"' },
            message: 'must be one of "nobody", "allowlist", "anyone"',
          },
        ],
      },
    ])
  })

  test('tells what is wrong under a variable that hides it', async () => {
    const file = fileOf('hidden.yaml', 'jobs: {slots: 0}\n')
    expect((await config(['check', file], { PLASM_SLOTS: '2' })).stdout).toContain('jobs.slots: is 0')
  })

  test('takes the file of the environment, else the user’s own', async () => {
    const named = fileOf('named.yaml', '')
    expect((await config(['check'], { PLASM_CONFIG: named })).stdout).toBe(`${named} is valid\n`)
    const own = join(home, '.config', 'plasm', 'plasm.yaml')
    mkdirSync(join(own, '..'), { recursive: true })
    writeFileSync(own, 'log: {level: loud}')
    expect((await config(['check'])).stdout).toContain(`${own}:1:14: log.level`)
    rmSync(own)
  })

  test('a file that cannot be read is a failure, not an answer', async () => {
    const { code, stdout, stderr } = await config(['check', join(home, 'none.yaml')])
    expect([code, stdout]).toEqual([9, ''])
    expect(stderr).toMatch(/^plasm: CONFIG_INVALID: the configuration file .*none\.yaml cannot be read: ENOENT/)
  })

  test('what a file holds cannot write to the terminal otherwise than as text', async () => {
    const file = fileOf('escape.yaml', '"\\e[2J\\nfine": 1\n')
    const { stdout } = await config(['check', file])
    expect(stdout).not.toContain('\u001b')
    expect(stdout.trimEnd()).not.toContain('\n')
  })
})

describe('plasm config show', () => {
  const show = async (words: readonly string[], env: Record<string, string> = {}) => {
    const { stdout } = await config(['show', '--json', ...words], env)
    const { keys, daemon } = JSON.parse(stdout) as {
      keys: { key: string; value?: unknown; source: string; running?: object }[]
      daemon: { answers: boolean }
    }
    return { of: (name: string) => keys.find(({ key }) => key === name), keys, daemon, stdout }
  }

  test('tells each value with its source', async () => {
    const file = fileOf('show.yaml', 'jobs:\n  slots: 2\n  queue: 7\nlog: {level: warn}\n')
    const { of, keys, daemon } = await show(['--config', file, '--log-level', 'debug'], { PLASM_SLOTS: '3' })
    expect(keys.map(({ key }) => key)).toEqual(configKeys.map(({ name }) => name))
    expect(of('jobs.slots')).toEqual({ key: 'jobs.slots', value: 3, source: 'PLASM_SLOTS' })
    expect(of('jobs.queue')).toEqual({ key: 'jobs.queue', value: 7, source: `${file}:3:10` })
    expect(of('log.level')).toEqual({ key: 'log.level', value: 'debug', source: '--log-level' })
    expect(of('share.with')).toEqual({ key: 'share.with', value: 'nobody', source: 'default' })
    expect(of('dataDirectory')?.value).toBe(join(home, '.local/share/plasm'))
    expect(daemon.answers).toBe(false)
    const { stdout } = await config(['show', '--config', file])
    expect(stdout).toMatch(/^jobs\.queue +7 +\S+show\.yaml:3:10$/m)
    expect(stdout).toMatch(/No daemon answers here: what `plasm share` chose is not among this\.\n$/)
  })

  test('never shows a secret, whatever the form', async () => {
    const secret = 'cafe'.repeat(16)
    const file = fileOf('secret.yaml', `api:\n  tokens:\n    ci: ${secret}\n`)
    const { stdout, of } = await show(['--config', file])
    expect(of('api.tokens')).toEqual({ key: 'api.tokens', secret: true, source: `${file}:3:5` })
    for (const text of [stdout, (await config(['show', '--config', file])).stdout]) expect(text).not.toContain('cafe')
  })

  test('of a configuration that is not valid tells what is wrong, and shows nothing', async () => {
    const file = fileOf('wrong.yaml', 'jobs: {slots: 0}\n')
    const { code, stdout, stderr } = await config(['show', '--config', file])
    expect([code, stdout]).toEqual([9, ''])
    expect(stderr).toContain(`${file}:1:15: jobs.slots: is 0; must be an integer from 1 to 1024`)
  })
})

describe('plasm config explain', () => {
  test('tells all of a key', async () => {
    expect((await config(['explain', 'share.maxMemoryBytes'])).stdout).toBe(`key         share.maxMemoryBytes
meaning     Bytes of linear memory that a peer's job may declare.
type        integer, 65536 to 2147483648
unit        bytes
default     536870912
applies at  a reload (SIGHUP), and so at once
`)
    const { stdout } = await config(['explain', 'jobs.slots', '--json'])
    expect(JSON.parse(stdout)).toEqual({
      key: 'jobs.slots',
      description: 'Jobs that run at once. Absent: the number of processors.',
      type: 'integer, 1 to 1024',
      variable: 'PLASM_SLOTS',
      flag: '--slots',
      reload: false,
      secret: false,
    })
  })

  test('lists the keys of a group, and all', async () => {
    const { stdout } = await config(['explain', 'network.relay'])
    expect(stdout.match(/^network\.relay\.\w+/gm)).toHaveLength(5)
    expect(stdout).toMatch(/^Being reached by way of other nodes/)
    const all = JSON.parse((await config(['explain', '--json'])).stdout) as { keys: { key: string }[] }
    expect(all.keys.map(({ key }) => key)).toEqual(configKeys.map(({ name }) => name))
  })

  test.each([
    ['share.maxfule', 'share.maxFuel'],
    ['bootstrap', 'network.bootstrap'],
    ['shares', 'share'],
  ])('a key %s that there is not is wrong usage, with what may have been meant', async (name, meant) => {
    const { code, stderr } = await config(['explain', name])
    expect([code, stderr]).toEqual([2, `plasm: USAGE: there is no key "${name}"; did you mean ${meant}?\n`])
  })

  test('what is like nothing is not guessed at', async () => {
    expect((await config(['explain', 'quux'])).stderr).toBe('plasm: USAGE: there is no key "quux"\n')
  })

  test('every key has a meaning, a type, and the variable and flag of its setting', async () => {
    const { keys } = JSON.parse((await config(['explain', '--json'])).stdout) as {
      keys: { key: string; description: string; type: string; variable?: string }[]
    }
    for (const { key, description, type } of keys)
      expect([description.length > 5, type.includes('undefined')], key).toEqual([true, false])
    expect(keys.flatMap(({ variable }) => variable ?? []).sort()).toEqual(settings.map((one) => one.variable).sort())
  })
})

describe('the file that the package brings', () => {
  const packaged = readFileSync(join(import.meta.dirname, '../../../packaging/plasm.yaml'), 'utf8')

  test('is valid as it is, and with every line that it comments out', async () => {
    const whole = packaged.replace(/^# (?=\s*[#a-z]\S*:?(?: |$)| {2})/gm, '')
    expect(whole).toMatch(/^network:\n {2}# /m)
    for (const [name, content] of [
      ['packaged.yaml', packaged],
      ['whole.yaml', whole],
    ] as const) {
      const file = fileOf(name, content)
      expect((await config(['check', file])).stdout).toBe(`${file} is valid\n`)
    }
  })
})
