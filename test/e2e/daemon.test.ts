import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { get, request } from 'node:http'
import { createServer } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { hashToken } from '../../daemon/src/api/door.ts'
import { exitCodes } from '../../daemon/src/cli/exit-codes.ts'
import type { JobView, NodeView, PeerView } from '../../daemon/src/generated/types.ts'
import { digestOf } from '../../daemon/src/manifest/digest.ts'
import { eventually } from '../fakes/eventually.ts'
import { echo, looper, writer } from '../guests/programs.ts'
import { childrenOf, Daemon, Home, plasm, start } from './plasm-process.ts'

const home = new Home()
afterAll(() => home.remove())

const hello = writer('hello\n')
/** More than any wall time of these tests lets it use. */
const fuel = Number.MAX_SAFE_INTEGER

describe('a daemon', () => {
  let daemon: Daemon
  /** Searches for peers in vain while the other tests run. */
  let lonely: Promise<JobView>
  const cli = (words: readonly string[], stdin?: string) => plasm(home, [...words, '--socket', daemon.socket], stdin)
  beforeAll(async () => {
    const token = { api: { tokens: { ci: hashToken('secret').toString('hex') } } }
    writeFileSync(home.file('plasm.json'), JSON.stringify(token))
    daemon = await Daemon.start(home, 'one', [
      '--config',
      home.file('plasm.json'),
      '--tcp-port',
      '0',
      '--metrics-port',
      '0',
    ])
    lonely = daemon.submit(hello, {}, { placement: { where: 'network' } })
    writeFileSync(home.file('hello.wasm'), hello)
    writeFileSync(home.file('echo.wasm'), echo())
    writeFileSync(home.file('loop.wasm'), looper())
    writeFileSync(home.file('three.wasm'), writer('bye\n', 3, 2))
    writeFileSync(home.file('input.txt'), 'some input\n')
    writeFileSync(
      home.file('local.json'),
      JSON.stringify({ plasm: 1, task: {}, request: { isolation: 'reduced', placement: { where: 'local' } } }),
    )
  })
  afterAll(async () => {
    await daemon.end()
  })

  test('takes a manifest with its files, and gives output and exit code back', async () => {
    const ended = await cli([
      'submit',
      home.file('local.json'),
      '--module',
      home.file('echo.wasm'),
      '--stdin',
      home.file('input.txt'),
      '--wait',
    ])
    expect([ended.code, ended.stdout]).toEqual([0, 'some input\n'])
    const failed = await cli(
      ['submit', '-', '--module', home.file('three.wasm'), '--watch'],
      JSON.stringify({ plasm: 1, task: {}, request: { isolation: 'reduced', placement: { where: 'local' } } }),
    )
    expect([failed.code, failed.stdout]).toEqual([3, ''])
    for (const line of ['queued', 'attempt 1 runs at', 'bye', 'settled: exited with code 3'])
      expect(failed.stderr).toContain(line)
  })

  test('keeps output, events and a receipt that verifies', async () => {
    const submitted = await cli(['submit', home.file('local.json'), '--module', home.file('hello.wasm')])
    const id = submitted.stdout.trim()
    expect((await cli(['logs', '--follow', id])).stdout).toBe('hello\n')
    expect((await cli(['logs', id])).stdout).toBe('hello\n')
    expect((await cli(['logs', '--events', id])).stdout).toContain('settled: exited with code 0')
    expect((await cli(['jobs', '--state', 'settled'])).stdout).toContain(id)
    const shown = await cli(['receipt', 'show', id])
    expect(shown.stdout).toContain('exited with code 0')
    expect((await cli(['receipt', 'list'])).stdout).toContain(id)
    expect((await cli(['receipt', 'save', id, home.file('saved.json')])).code).toBe(0)
    expect(await plasm(home, ['verify', home.file('saved.json'), '--job', id])).toMatchObject({ code: 0 })
    const envelope = await cli(['receipt', 'get', id])
    expect(await plasm(home, ['verify', '-'], envelope.stdout)).toMatchObject({ code: 0 })
  })

  test('streams the output of a job while it runs, and cancels it', async () => {
    const { id } = await daemon.submit(looper(), { limits: { fuel } })
    const output = (await daemon.events(id, 'output')).at(-1)!.data as { readonly data: string }
    expect(Buffer.from(output.data, 'base64').toString()).toBe('begun')
    expect((await cli(['logs', id])).stderr).toContain('JOB_NOT_SETTLED')
    expect((await cli(['cancel', id])).stdout).toBe(`${id}: cancelled\n`)
    expect((await daemon.settled(id)).settlement).toEqual({ kind: 'cancelled' })
  })

  test.each([
    ['trapped', Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0]), {}, { kind: 'rejected', reason: 'malformed' }],
    ['out of fuel', looper(), { limits: { fuel: 100_000 } }, { kind: 'exceeded', limit: 'fuel' }],
    ['out of room for output', hello, { limits: { outputBytes: 2 } }, { kind: 'exceeded', limit: 'output' }],
  ])('settles a job that is %s with that outcome', async (_, module, task, outcome) => {
    const { id } = await daemon.submit(module, task)
    const { settlement } = await daemon.settled(id)
    expect(settlement).toMatchObject({ kind: 'result', trust: 'own', result: { outcome } })
  })

  test('settles a job that runs too long with that outcome', async () => {
    const { id } = await daemon.submit(looper(), { limits: { fuel } }, { wallTimeMs: 200 })
    expect((await daemon.settled(id)).settlement).toMatchObject({
      kind: 'result',
      result: { outcome: { kind: 'exceeded', limit: 'wallTime' }, fuel: null },
    })
  })

  test('tells everything that is wrong with a manifest', async () => {
    const manifest = { plasm: 1, task: { module: 'sha256:0', limits: { fuel: -1, memoryBytes: 1e15 }, network: true } }
    const { code, stderr } = await cli(['submit', '-'], JSON.stringify(manifest))
    expect(code).toBe(4)
    for (const pointer of ['/task/module', '/task/limits/fuel', '/task/limits/memoryBytes', '/task/network'])
      expect(stderr).toContain(pointer)
  })

  test.each([
    ['not JSON', '{', 'JSON_INVALID'],
    ['a number with a fraction', '{"plasm":1.0}', 'JSON_INVALID'],
    ['a megabyte of nesting', `${'['.repeat(500_000)}${']'.repeat(500_000)}`, 'JSON_INVALID'],
    ['a key twice', '{"plasm":1,"plasm":1}', 'JSON_INVALID'],
    [
      'more replicas than one here',
      JSON.stringify({
        plasm: 1,
        task: { module: digestOf(hello) },
        request: { placement: { where: 'local', replicas: 2 } },
      }),
      'MANIFEST_INVALID',
    ],
  ])('refuses a manifest with %s and lives on', async (_, manifest, code) => {
    await expect(
      daemon.client.json('POST', '/v1/jobs', {
        body: Buffer.from(manifest),
        headers: { 'content-type': 'application/json' },
      }),
    ).rejects.toMatchObject({ code })
    expect((await cli(['status'])).code).toBe(0)
  })

  test('names the blobs that are missing', async () => {
    const module = digestOf(Buffer.from('never uploaded'))
    const { code, stderr } = await cli(['submit', '-'], JSON.stringify({ plasm: 1, task: { module } }))
    expect([code, stderr]).toEqual([4, expect.stringContaining(`missing ${module}`)])
  })

  test('keeps nothing of an upload that is cut half way or does not match', async () => {
    const bytes = Buffer.alloc(4_000_000, 7)
    const path = `/v1/blobs/${digestOf(bytes)}`
    const upload = request({
      socketPath: daemon.socket,
      method: 'PUT',
      path,
      headers: { 'content-length': bytes.length },
      agent: false,
    })
    upload.on('error', () => {}) // It is cut below.
    await new Promise((resolve) => upload.write(bytes.subarray(0, 2_000_000), resolve))
    upload.destroy()
    expect((await daemon.client.head(path)).status).toBe(404)
    await expect(daemon.client.bytes('PUT', path, { body: Buffer.from('other') })).rejects.toMatchObject({
      code: 'BLOB_DIGEST_MISMATCH',
    })
    expect((await daemon.client.head(path)).status).toBe(404)
    await daemon.upload(bytes)
    expect((await daemon.client.head(path)).status).toBe(200)
  })

  test('answers the same job to the same idempotency key', async () => {
    const submit = () => cli(['submit', home.file('local.json'), '--module', home.file('hello.wasm'), '--key', 'once'])
    expect((await submit()).stdout).toBe((await submit()).stdout)
    const other = await cli(
      ['submit', '-', '--module', home.file('hello.wasm'), '--key', 'once'],
      '{"plasm":1,"task":{"args":["x"]}}',
    )
    expect([other.code, other.stderr]).toEqual([4, expect.stringContaining('IDEMPOTENCY_CONFLICT')])
  })

  describe('at its TCP door', () => {
    const ask = (path: string, headers: Record<string, string>) =>
      new Promise<number>((resolve, reject) => {
        get({ host: '127.0.0.1', port: daemon.ready.tcpPort, path, headers, agent: false }, (response) =>
          resolve(response.resume().statusCode ?? 0),
        ).on('error', reject)
      })
    const host = () => `127.0.0.1:${daemon.ready.tcpPort}`

    test('lets in who has a token, and no one else', async () => {
      expect(await ask('/v1/node', { host: host(), authorization: 'Bearer secret' })).toBe(200)
      expect(await ask('/v1/node', { host: host() })).toBe(401)
      expect(await ask('/v1/node', { host: host(), authorization: 'Bearer wrong' })).toBe(401)
    })

    test('refuses foreign origins and other names', async () => {
      const authorization = 'Bearer secret'
      expect(await ask('/v1/node', { host: host(), authorization, origin: 'https://evil.example' })).toBe(403)
      expect(await ask('/v1/node', { host: 'evil.example', authorization })).toBe(421)
    })

    test("shows a token its own jobs, not the socket's", async () => {
      const { id } = await daemon.submit(hello)
      expect(await ask(`/v1/jobs/${id}`, { host: host(), authorization: 'Bearer secret' })).toBe(404)
    })
  })

  test('counts its runs in metrics', async () => {
    const { id } = await daemon.submit(hello)
    await daemon.settled(id)
    const body = await (await fetch(`http://127.0.0.1:${daemon.ready.metricsPort}/metrics`)).text()
    expect(body).toMatch(/plasm_job_runs_total\{outcome="exited",runtime="interpreter"\} [1-9]/)
  })

  test('says what was tried where a job may only run elsewhere and nobody is there', async () => {
    const { settlement } = await daemon.settled((await lonely).id)
    expect(settlement).toMatchObject({ kind: 'failed', code: 'NO_PEERS', help: expect.stringContaining('bootstrap') })
  }, 60_000)

  test('shows itself', async () => {
    const node = await daemon.client.json<NodeView>('GET', '/v1/node')
    expect(node).toMatchObject({ peerId: daemon.ready.peerId, share: 'nobody', running: 0 })
    expect((await cli(['peers'])).stderr).toContain('no peers')
  })
})

test.skipIf(process.platform !== 'linux')(
  'why a child failed is counted, and logged at debug (Linux: finds it in /proc)',
  async () => {
    const daemon = await Daemon.start(home, 'trouble', ['--metrics-port', '0', '--log-level', 'debug'])
    const { id } = await daemon.submit(looper(), { limits: { fuel } })
    await daemon.events(id, 'output')
    for (const pid of childrenOf(daemon.pid)) process.kill(pid, 'SIGKILL')
    const counted = async () => await (await fetch(`http://127.0.0.1:${daemon.ready.metricsPort}/metrics`)).text()
    await expect.poll(counted).toMatch(/^plasm_sandbox_troubles_total [1-9]/m)
    await daemon.client.json('DELETE', `/v1/jobs/${id}`)
    await daemon.end()
    const lines = (await daemon.log).split('\n').filter((line) => line.includes('the sandbox had trouble'))
    expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'debug', detail: expect.stringContaining('child-died') })
  },
)

test.skipIf(process.platform !== 'linux')(
  'a data directory that cannot be made ends the daemon at once, without going round for ever (Linux: /proc)',
  async () => {
    const { code, stderr } = await plasm(home, ['daemon', '--data', '/proc/plasm', '--socket', home.file('proc.sock')])
    expect([code, stderr]).toEqual([4, expect.stringMatching(/^plasm: DATA_DIRECTORY_INVALID: .*--data$/m)])
  },
)

describe('a daemon with a child that cannot die', () => {
  const limitMs = 5000
  let child: ChildProcess | undefined
  let log = ''
  beforeAll(() => {
    writeFileSync(
      home.file('undying.mjs'),
      "import { ChildProcess } from 'node:child_process'\nChildProcess.prototype.kill = () => true\n",
    )
  })
  afterEach(() => {
    child?.kill('SIGKILL')
  })

  async function startUndying(name: string): Promise<ChildProcess> {
    log = ''
    const words = ['daemon', '--data', home.file(name), '--listen', '/ip4/127.0.0.1/tcp/0']
    child = start(home, words, ['--import', home.file('undying.mjs')])
    child.stderr!.on('data', (chunk: Buffer) => {
      log += chunk.toString()
    })
    await once(child.stdout!, 'data')
    return child
  }

  test('ends within 5 s of SIGTERM all the same, says what hung, and has an exit code for it', async () => {
    const daemon = await startUndying('undying')
    const begun = performance.now()
    daemon.kill('SIGTERM')
    expect(await once(daemon, 'close')).toEqual([exitCodes.hung, null])
    // It gives up after 4.8 s, as it says; to end takes a busy machine that writes coverage longer than 0.2 s.
    expect(performance.now() - begun).toBeLessThan(limitMs + 2000)
    expect(log).toMatch(/^plasm: TIMEOUT: the sandbox hung for 4\.8 s after the daemon was told to stop; .+$/m)
  }, 20_000)

  test('ends at once by a second Ctrl-C, which is not the first that came twice', async () => {
    const daemon = await startUndying('undying-twice')
    const begun = performance.now()
    daemon.kill('SIGINT')
    daemon.kill('SIGINT')
    const again = setInterval(() => daemon.kill('SIGINT'), 300)
    const ended = await once(daemon, 'close')
    clearInterval(again)
    expect(ended).toEqual([exitCodes.interrupted, null])
    expect(log).toContain('daemon stopping')
    expect(performance.now() - begun).toBeLessThan(4000)
  }, 20_000)
})

test('a daemon that cannot start leaves its data directory free', async () => {
  const socket = home.file('taken.sock')
  const other = createServer().listen(socket)
  try {
    const failed = await plasm(home, [
      'daemon',
      '--data',
      home.file('freed'),
      '--socket',
      socket,
      '--listen',
      '/ip4/127.0.0.1/tcp/0',
    ])
    expect([failed.code, failed.stderr]).toEqual([4, expect.stringContaining('SOCKET_IN_USE')])
  } finally {
    await new Promise((resolve) => other.close(resolve))
  }
  const daemon = await Daemon.start(home, 'freed', ['--socket', socket])
  expect(await daemon.end()).toBe(0)
})

test.each([
  ['CONFIG_INVALID', exitCodes.misconfigured, ['--share', 'friends']],
  ['CONFIG_INVALID', exitCodes.misconfigured, ['--listen', 'nonsense']],
  ['NETWORK_FAILED', exitCodes.failed, ['--listen', '/ip4/192.0.2.1/tcp/4117']],
])('a daemon says %s and ends with %i where it is told %j', async (code, exitCode, words) => {
  const ended = await plasm(home, ['daemon', '--data', home.file('refused'), ...words])
  expect([ended.code, ended.stderr]).toEqual([exitCode, expect.stringContaining(`plasm: ${code}: `)])
})

describe('a data directory', () => {
  test('is for one daemon: the second refuses and says why', async () => {
    const first = await Daemon.start(home, 'shared')
    try {
      const second = await plasm(home, [
        'daemon',
        '--data',
        home.file('shared'),
        '--socket',
        home.file('other.sock'),
        '--listen',
        '/ip4/127.0.0.1/tcp/0',
      ])
      expect([second.code, second.stderr]).toEqual([4, expect.stringContaining('DATA_DIRECTORY_LOCKED')])
      expect((await first.client.json<NodeView>('GET', '/v1/node')).peerId).toBe(first.ready.peerId)
    } finally {
      await first.end()
    }
  })

  test('keeps identity, jobs and receipts over a restart', async () => {
    const first = await Daemon.start(home, 'again')
    const { id } = await first.submit(hello)
    const before = await first.settled(id)
    await first.end()
    const second = await Daemon.start(home, 'again')
    try {
      expect(second.ready.peerId).toBe(first.ready.peerId)
      expect(await second.settled(id)).toEqual(before)
      expect((await second.client.bytes('GET', `/v1/jobs/${id}/outputs/stdout`)).toString()).toBe('hello\n')
    } finally {
      await second.end()
    }
  })
})

describe('a daemon with peers', () => {
  test('finds them again after a restart, without its bootstrap list, and says how it knows each', async () => {
    const friend = await Daemon.start(home, 'friend', ['--allow-private'])
    const sources = async ({ client }: Daemon): Promise<unknown[]> => {
      const { items } = await client.json<{ items: readonly PeerView[] }>('GET', '/v1/peers')
      return items.filter(({ connected, jobs }) => connected && jobs).map(({ peer, source }) => [peer, source])
    }
    try {
      const before = await Daemon.start(home, 'restarted', [
        '--allow-private',
        '--bootstrap',
        friend.ready.addresses[0]!,
      ])
      await eventually(async () => expect(await sources(before)).toEqual([[friend.ready.peerId, 'bootstrap']]))
      await eventually(async () => expect(await sources(friend)).toEqual([[before.ready.peerId, 'inbound']]))
      await eventually(async () =>
        expect(await before.client.json<NodeView>('GET', '/v1/node')).toMatchObject({ networkSize: 2 }),
      )
      await before.end()
      const after = await Daemon.start(home, 'restarted', ['--allow-private'])
      await eventually(async () => expect(await sources(after)).toEqual([[friend.ready.peerId, 'store']]))
      await after.end()
    } finally {
      await friend.end()
    }
  })
})

describe('a daemon that is told to stop', () => {
  let daemon: Daemon | undefined
  afterEach(async () => {
    await daemon?.end('SIGKILL')
    daemon = undefined
  })

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s lets a short job end, and goes with 0 within 5 s',
    async (signal) => {
      daemon = await Daemon.start(home, `stop-${signal}`)
      const { id } = await daemon.submit(looper(), { limits: { fuel } }, { wallTimeMs: 700 })
      await daemon.events(id, 'started')
      const begun = performance.now()
      expect(await daemon.end(signal)).toBe(0)
      expect(performance.now() - begun).toBeLessThan(5000)
      daemon = await Daemon.start(home, `stop-${signal}`)
      expect((await daemon.settled(id)).settlement).toMatchObject({
        kind: 'result',
        result: { outcome: { kind: 'exceeded', limit: 'wallTime' } },
      })
      expect((await daemon.events(id)).filter(({ type }) => type === 'attempt')).toHaveLength(1)
    },
  )

  test('begins nothing more, and goes as soon as what runs has ended', async () => {
    const options = ['--slots', '1']
    daemon = await Daemon.start(home, 'stop-queue', options)
    const running = await daemon.submit(looper(), { limits: { fuel } }, { wallTimeMs: 700 })
    await daemon.events(running.id, 'started')
    const queued = await daemon.submit(looper(), { limits: { fuel }, args: ['queued'] }, { wallTimeMs: 700 })
    expect(await daemon.end('SIGINT')).toBe(0)
    daemon = await Daemon.start(home, 'stop-queue', options)
    const jobs = await Promise.all([running.id, queued.id].map((id) => daemon!.settled(id)))
    expect(jobs.map(({ settlement }) => settlement?.kind)).toEqual(['result', 'result'])
    expect((await daemon.events(queued.id)).filter(({ type }) => type === 'started')).toHaveLength(1)
  })

  test('does not wait for a long job: that runs again at the next start', async () => {
    daemon = await Daemon.start(home, 'stop-long')
    const { id } = await daemon.submit(looper(), { limits: { fuel } }, { wallTimeMs: 4000 })
    await daemon.events(id, 'started')
    const begun = performance.now()
    expect(await daemon.end('SIGINT')).toBe(0)
    expect(performance.now() - begun).toBeLessThan(5000)
    daemon = await Daemon.start(home, 'stop-long')
    expect((await daemon.settled(id)).settlement).toMatchObject({
      kind: 'result',
      result: { outcome: { kind: 'exceeded', limit: 'wallTime' } },
    })
  })
})

test('kill -9 with ten jobs queued and two running: each of the twelve is settled exactly once', async () => {
  const options = ['--slots', '2']
  const first = await Daemon.start(home, 'killed', options)
  const ids: string[] = []
  for (let count = 0; count < 2; count++) {
    const { id } = await first.submit(looper(), { limits: { fuel }, args: [`running ${count}`] }, { wallTimeMs: 1500 })
    await first.events(id, 'started')
    ids.push(id)
  }
  for (let count = 0; count < 10; count++) ids.push((await first.submit(hello, { args: [`queued ${count}`] })).id)
  await first.end('SIGKILL')

  const second = await Daemon.start(home, 'killed', options)
  try {
    const jobs = await Promise.all(ids.map((id) => second.settled(id)))
    expect(jobs.map(({ state }) => state)).toEqual(Array(12).fill('settled'))
    const outcomes = jobs.map(({ settlement }) =>
      settlement?.kind === 'result' ? settlement.result.outcome.kind : settlement?.kind,
    )
    expect(outcomes.slice(2)).toEqual(Array(10).fill('exited'))
    expect(outcomes.slice(0, 2)).toEqual(['exceeded', 'exceeded'])
    for (const id of ids) {
      const events = await second.events(id)
      expect(
        events.filter(({ type }) => type === 'settled'),
        id,
      ).toHaveLength(1)
      expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1))
    }
    const { items } = await second.client.json<{ items: readonly JobView[] }>('GET', '/v1/jobs?limit=100')
    expect(items.map(({ id }) => id).sort()).toEqual([...ids].sort())
    // One receipt an attempt, in one unbroken log.
    const page = await second.client.json<{
      items: readonly {
        digest: string
        statement: { predicate: { log: { sequence: number; previous?: string }; execution: { order: string } } }
      }[]
    }>('GET', '/v1/receipts?limit=100')
    const log = page.items.toReversed()
    expect(log.map(({ statement }) => statement.predicate.log.sequence)).toEqual(log.map((_, index) => index))
    expect(log.slice(1).map(({ statement }) => statement.predicate.log.previous)).toEqual(
      log.slice(0, -1).map(({ digest }) => digest),
    )
    expect(new Set(log.map(({ statement }) => statement.predicate.execution.order)).size).toBe(log.length)
  } finally {
    await second.end()
  }
}, 60_000)
