import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable, Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ApiServer } from '../../../daemon/src/api/server.ts'
import { ApiClient } from '../../../daemon/src/cli/api-client.ts'
import { runCommandLine } from '../../../daemon/src/cli/program.ts'
import type { Terminal } from '../../../daemon/src/cli/terminal.ts'
import type { PeerId } from '../../../daemon/src/generated/types.ts'
import { checkManifest } from '../../../daemon/src/manifest/manifest.ts'
import { canonicalTask } from '../../../daemon/src/manifest/task.ts'
import { silentLogger } from '../../../daemon/src/observe/logger.ts'
import { fakeBanDesk } from '../../fakes/fake-ban-desk.ts'
import { FakeJobService } from '../../fakes/fake-job-service.ts'
import { outputOf, receiptOf } from '../../fakes/receipts.ts'
import { fakeShareDesk } from '../../fakes/share-desk.ts'
import { FakePublications, FakeSnapshots, MemoryBlobs, nodeView, sha256 } from '../api/daemon-behind.ts'
import { share } from '../jobs/world.ts'

let directory: string
let socket: string
let server: ApiServer
const jobs = new FakeJobService()
const blobs = new MemoryBlobs()
const peers = [
  {
    peer: nodeView.peerId,
    addresses: ['/ip4/192.0.2.7/tcp/1'],
    connected: true,
    latencyMs: 1.25,
    jobs: true,
    source: 'dht',
  } as const,
  {
    peer: '12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp' as PeerId,
    addresses: [],
    connected: false,
    ban: { reason: 'wrong-blob', detail: 'sent other bytes', since: 1_000, until: 2_000 },
  } as const,
]

const banDesk = fakeBanDesk()
const peersAndWhy = [
  {
    ...peers[0]!,
    why: {
      refusedUs: { at: 1_000, code: 'consent', reason: 'not yours\u001b[2J', count: 3 },
      abuse: 'mailto:abuse@example.org',
      reputation: 0.5,
    },
  },
  { ...peers[1]!, why: { dial: { at: 2_000, error: 'connection refused' }, reputation: 0.5 } },
]
const desk = fakeShareDesk({ share: { ...share, with: 'nobody' } })

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'plasm-cli-'))
  socket = join(directory, 'api.sock')
  server = new ApiServer(
    {
      jobs,
      blobs,
      published: new FakePublications(blobs),
      receiptTerms: () => ({ recordRetentionMs: 31_536_000_000, receiptRetentionMs: 129_600_000 }),
      receipts: { find: () => undefined, list: () => [] },
      snapshots: new FakeSnapshots(),
      node: {
        view: async () => nodeView,
        peers: async () => peers,
        peersAndWhy: async () => peersAndWhy,
        notReady: () => undefined,
      },
      share: desk.desk,
      config: () => ({ keys: [] }),
      bans: banDesk.desk,
      log: silentLogger,
      metrics: { addRoute() {}, countRequest() {} },
      version: '0.1.0',
      maxBlobBytes: 1_000_000,
      eventStreams: { heartbeatMs: 1000, stallMs: 30, graceMs: 5000 },
    },
    { socket },
  )
  await server.start()
})
afterAll(async () => {
  await server.stop()
  rmSync(directory, { recursive: true })
})

class Collected extends Writable {
  text = ''

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString()
    done()
  }
}

function terminalFor(stdin: Readable = Readable.from([])) {
  const [stdout, stderr, interruption] = [new Collected(), new Collected(), new AbortController()]
  const terminal: Terminal = {
    stdin,
    stdout,
    stderr,
    env: { PLASM_SOCKET: socket },
    home: directory,
    interruption: () => interruption.signal,
    onHangUp() {},
  }
  return { terminal, stdout, stderr, interruption }
}

async function plasm(words: readonly string[], stdin?: Readable) {
  const { terminal, stdout, stderr } = terminalFor(stdin)
  const code = await runCommandLine(words, terminal)
  return { code, stdout: stdout.text, stderr: stderr.text }
}

function fileOf(name: string, content: string): string {
  const path = join(directory, name)
  writeFileSync(path, content)
  return path
}

async function submitted(): Promise<string> {
  const { job } = await jobs.submit({ manifest: Buffer.from('{}'), owner: 'local' })
  return job.id
}

const output = (text: string) => ({ digest: blobs.add(Buffer.from(text)), bytes: Buffer.byteLength(text) })
const none = output('')
interface Output {
  readonly digest: string
  readonly bytes: number
}

function settle(id: string, stdout: Output, files: readonly (Output & { readonly path: string })[] = []): void {
  jobs.giveOutput(id, 'stdout', stdout)
  for (const { path, ...file } of files) jobs.giveOutput(id, path, file)
  jobs.settle(id, {
    kind: 'result',
    trust: 'own',
    agreeing: [],
    dissenting: [],
    cached: false,
    result: { outcome: { kind: 'exited', code: 5 }, stdout, stderr: none, files },
  })
}

describe('submit', () => {
  test('uploads what is named, once, and writes its digests into the manifest', async () => {
    const manifest = fileOf('m.json', '{"plasm":1,"task":{"args":["a"]},"request":{"name":"x"}}')
    const words = [
      'submit',
      manifest,
      '--module',
      fileOf('m.wasm', 'module'),
      '--stdin',
      fileOf('in', 'input'),
      '--key',
      'k-1',
    ]
    const { code, stdout } = await plasm(words)
    expect(code).toBe(0)
    const { manifest: sent, idempotencyKey } = jobs.submissions.at(-1)!
    expect(JSON.parse(Buffer.from(sent).toString())).toEqual({
      plasm: 1,
      task: { args: ['a'], module: sha256('module'), stdin: sha256('input') },
      request: { name: 'x' },
    })
    expect(idempotencyKey).toBe('k-1')
    expect(blobs.has(sha256('module')) && blobs.has(sha256('input'))).toBe(true)
    expect((await plasm(words)).stdout).toBe(stdout)
  })

  test('uploads input files, and adds them to those that the manifest names', async () => {
    const named = { path: '/in/named', digest: sha256('module') }
    const manifest = fileOf('f.json', JSON.stringify({ plasm: 1, task: { module: sha256('module'), files: [named] } }))
    const file = (name: string, content: string) => ['--file', `/in/${name}=${fileOf(name, content)}`]
    const { code } = await plasm(['submit', manifest, ...file('a=b', 'one'), ...file('c', 'two')].map(String))
    expect(code).toBe(2) // A name that has an equals sign is cut at it: /in/a, from a file that is not there.
    expect((await plasm(['submit', manifest, ...file('d', 'one'), ...file('c', 'two')])).code).toBe(0)
    expect(JSON.parse(Buffer.from(jobs.submissions.at(-1)!.manifest).toString()).task.files).toEqual([
      named,
      { path: '/in/d', digest: sha256('one') },
      { path: '/in/c', digest: sha256('two') },
    ])
    expect(blobs.has(sha256('one')) && blobs.has(sha256('two'))).toBe(true)
  })

  test('--out without --wait is refused before anything is sent', async () => {
    const count = jobs.submissions.length
    expect(await plasm(['submit', fileOf('o.json', '{}'), '--out', directory])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--wait'),
    })
    expect(jobs.submissions).toHaveLength(count)
  })

  const named = (task: object) => fileOf('named.json', JSON.stringify({ plasm: 1, task }))
  const there = sha256('there')
  test.each([
    ['--module', { module: there }, 'other', 'task.module'],
    ['--stdin', { module: there, stdin: there }, 'other', 'task.stdin'],
    ['--file', { module: there, files: [{ path: '/in/a', digest: there }] }, '/in/a=other', '/in/a'],
  ])('%s does not silently replace another digest that the manifest names', async (option, task, value, what) => {
    const count = jobs.submissions.length
    const content = `${option} ${value}`
    const file = fileOf('other', content)
    const ended = await plasm(['submit', named(task), option, value.replace('other', file)])
    expect([ended.code, ended.stdout, jobs.submissions.length]).toEqual([2, '', count])
    expect(ended.stderr).toMatch(/^plasm: USAGE: /)
    for (const said of [option, sha256(content), there, what]) expect(ended.stderr).toContain(said)
    expect(blobs.has(sha256(content))).toBe(false)
  })

  test('takes a file whose digest the manifest names already, and names it once', async () => {
    const same = fileOf('same', 'same')
    const task = { module: sha256('same'), stdin: sha256('same'), files: [{ path: '/in/a', digest: sha256('same') }] }
    const words = ['submit', named(task), '--module', same, '--stdin', same, '--file', `/in/a=${same}`]
    expect((await plasm(words)).code).toBe(0)
    expect(JSON.parse(Buffer.from(jobs.submissions.at(-1)!.manifest).toString())).toEqual({ plasm: 1, task })
    expect(blobs.has(sha256('same'))).toBe(true)
  })

  test('sends a manifest without files byte for byte', async () => {
    await plasm(['submit', '-'], Readable.from([Buffer.from('{ "plasm"'), Buffer.from(':1 }')]))
    expect(Buffer.from(jobs.submissions.at(-1)!.manifest).toString()).toBe('{ "plasm":1 }')
  })

  test.each([['/nowhere.json'], [tmpdir()]])('does not begin with the manifest %s', async (file) => {
    expect(await plasm(['submit', file])).toMatchObject({ code: 2, stderr: expect.stringContaining(file) })
  })

  test('--wait writes the output and ends as the guest did', async () => {
    const { terminal, stdout, stderr } = terminalFor(Readable.from([Buffer.from('{}')]))
    const count = jobs.submissions.length
    const running = runCommandLine(['submit', '-', '--wait'], terminal)
    await expect.poll(() => jobs.submissions.length).toBe(count + 1)
    const [newest] = jobs.list({ owner: 'local', limit: 1 })
    settle(newest!.id, output('result\n'))
    expect(await running).toBe(5)
    expect(stdout.text).toBe('result\n')
    expect(stderr.text).toContain('exited with code 5')
  })

  test.each([
    ['as a table', []],
    ['with --json as a list', ['--json']],
  ])('--explain shows %s who was considered, and why or why not', async (_, json) => {
    const { terminal, stdout, stderr } = terminalFor(Readable.from([Buffer.from('{}')]))
    const count = jobs.submissions.length
    const running = runCommandLine(['submit', '-', '--explain', ...json], terminal)
    await expect.poll(() => jobs.submissions.length).toBe(count + 1)
    const { id } = jobs.list({ owner: 'local', limit: 1 })[0]!
    jobs.emit(id, 'peer', { peer: 'choosy', verdict: 'refused', code: 'consent', reason: 'not for you' })
    const offer = { slots: 2, running: 1, queued: 0 }
    jobs.emit(id, 'peer', { peer: 'far', verdict: 'offered', reason: '…', offer, latencyMs: 99 })
    jobs.emit(id, 'peer', {
      peer: 'near',
      verdict: 'offered',
      reason: '…',
      offer,
      latencyMs: 5,
      network: '81.2.0.0/16',
    })
    const passedOver = [
      { peer: 'far', reason: 'further away' },
      { peer: 'slow', reason: 'others answered first' },
    ]
    jobs.emit(id, 'attempt', { attempt: 1, order: 'o', peer: 'near', reason: 'nearer', passedOver })
    settle(id, output('result\n'))
    expect(await running).toBe(5)
    if (json.length > 0) {
      expect(JSON.parse(stdout.text)).toMatchObject({
        id,
        considered: [
          { peer: 'choosy', attempts: [], answer: 'refused (consent)', reasons: ['not for you'] },
          { peer: 'far', attempts: [], answer: 'offered', load: '1+0 of 2', latencyMs: 99 },
          { peer: 'near', attempts: [1], network: '81.2.0.0/16', reasons: ['attempt 1: nearer'] },
          { peer: 'slow', attempts: [], reasons: ['not attempt 1: others answered first'] },
        ],
      })
      return
    }
    const lines = stderr.text.split('\n')
    const at = lines.findIndex((line) => line.startsWith('PEER'))
    expect(lines.slice(at, at + 5)).toEqual([
      'PEER    VERDICT            LOAD      LATENCY  NETWORK      WHY',
      'choosy  refused (consent)                                  not for you',
      'far     passed over        1+0 of 2  99.0 ms               not attempt 1: further away',
      'near    attempt 1          1+0 of 2  5.0 ms   81.2.0.0/16  attempt 1: nearer',
      'slow    too late                                           not attempt 1: others answered first',
    ])
  })

  test('--wait ends by Ctrl-C without the job', async () => {
    const { terminal, stderr, interruption } = terminalFor(Readable.from([Buffer.from('{}')]))
    const count = jobs.submissions.length
    const running = runCommandLine(['submit', '-', '--wait'], terminal)
    await expect.poll(() => jobs.submissions.length).toBe(count + 1)
    await expect.poll(() => stderr.text).toContain('job ')
    interruption.abort()
    expect(await running).toBe(130)
    expect(stderr.text).toContain('the job goes on')
  })
})

describe('logs', () => {
  test('--follow writes each byte once, over a second attempt and past what is streamed', async () => {
    const id = await submitted()
    const piece = (offset: number, text: string) =>
      jobs.emit(id, 'output', { attempt: 1, stream: 'stdout', offset, data: Buffer.from(text).toString('base64') })
    piece(0, 'one ')
    piece(4, 'two ')
    piece(0, 'one ') // The second attempt begins again.
    piece(4, 'two three ')
    const { terminal, stdout } = terminalFor()
    const running = runCommandLine(['logs', '--follow', id], terminal)
    await expect.poll(() => stdout.text).toBe('one two three ')
    settle(id, output('one two three four\n'))
    expect(await running).toBe(0)
    expect(stdout.text).toBe('one two three four\n')
  })

  test('--events --json writes one event a line', async () => {
    const id = await submitted()
    jobs.settle(id, { kind: 'cancelled' })
    const { stdout } = await plasm(['logs', id, '--events', '--json'])
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { type: string }).type),
    ).toEqual(['queued', 'settled'])
  })

  test('--out fetches the files that were left, whatever their names; without it they are told of', async () => {
    const id = await submitted()
    const strange = `/out/sub/100% ü?#"\\${'n'.repeat(200)}`
    settle(id, output('done\n'), [
      { path: '/out/empty', ...none },
      { path: strange, ...output('strange') },
    ])
    const { stdout, stderr } = await plasm(['logs', id])
    expect([stdout, stderr]).toEqual([
      'done\n',
      `plasm: 2 files were left; fetch with \`plasm logs ${id} --out DIR\`\n`,
    ])
    const out = join(directory, 'out')
    expect(await plasm(['logs', id, '--out', out])).toEqual({ code: 0, stdout: 'done\n', stderr: '' })
    expect(readFileSync(join(out, strange.slice('/out/'.length)), 'utf8')).toBe('strange')
    expect(readFileSync(join(out, 'empty'), 'utf8')).toBe('')
  })

  test('says why there is no output', async () => {
    const id = await submitted()
    jobs.settle(id, { kind: 'failed', code: 'NO_PEERS', reason: 'nobody there' })
    expect((await plasm(['logs', id])).stderr).toContain('NO_PEERS: nobody there')
  })
})

describe('asking', () => {
  test('jobs are listed as a table, with the command for more', async () => {
    await submitted()
    await submitted()
    const { stdout, stderr } = await plasm(['jobs', '--limit', '1'])
    expect(stdout).toMatch(/^JOB +NAME +CREATED +STATE\n00000000-\S+ +1970-01-01 00:00:00 UTC +queued\n$/)
    expect(stderr).toMatch(/^more: plasm jobs --before 00000000-/)
    expect(JSON.parse((await plasm(['jobs', '--limit', '1', '--state', 'queued', '--json'])).stdout)).toMatchObject({
      items: [{ state: 'queued' }],
    })
  })

  test('a wrong limit is told as the daemon says it', async () => {
    expect(await plasm(['jobs', '--limit', '0'])).toMatchObject({
      code: 4,
      stderr: expect.stringContaining('REQUEST_INVALID: /querystring/limit'),
    })
  })

  test('blob publishes a file or what the daemon has, lists it, and takes it back', async () => {
    const module = Buffer.from('\0asm of everyone')
    const file = join(directory, 'public.wasm')
    writeFileSync(file, module)
    const digest = sha256(module)
    expect((await plasm(['blob', 'list'])).stderr).toContain('nothing is published')
    expect((await plasm(['blob', 'publish', file])).stdout).toBe(`${digest}\n`)
    expect(blobs.held.has(digest)).toBe(true)
    expect(JSON.parse((await plasm(['blob', 'publish', digest, '--json'])).stdout)).toEqual({ digest, bytes: 16 })
    expect((await plasm(['blob', 'list'])).stdout).toMatch(new RegExp(`^${digest} +16 B$`, 'm'))
    expect((await plasm(['blob', 'unpublish', digest])).stdout).toBe(`${digest}: not published any more\n`)
    expect(await plasm(['blob', 'unpublish', digest])).toMatchObject({
      code: 4,
      stderr: expect.stringContaining('BLOB_NOT_FOUND'),
    })
    expect(JSON.parse((await plasm(['blob', 'list', '--json'])).stdout)).toEqual({ items: [] })
  })

  test('peers, status and cancel answer people and programs', async () => {
    const listed = (await plasm(['peers'])).stdout
    expect(listed).toContain('yes        yes   1.3 ms   dht     /ip4/192.0.2.7/tcp/1')
    expect(listed).toMatch(/^BANNED .*\n12D3KooW\w+ +1970-01-01 00:00:02 UTC +wrong-blob +sent other bytes$/m)
    expect(JSON.parse((await plasm(['peers', '--json'])).stdout)).toEqual({ items: peers })
    const why = (await plasm(['peers', '--why', peers[0]!.peer])).stdout
    expect(why).toContain(
      'runs jobs     it speaks the job protocol; refused us 3 times, last 1970-01-01 00:00:01 UTC (consent)',
    )
    expect(why).toContain('reports to    mailto:abuse@example.org')
    for (const other of ['\u001b', peers[1]!.peer]) expect(why).not.toContain(other)
    const all = (await plasm(['peers', '--why'])).stdout
    expect(all).toContain('connected     no; last tried 1970-01-01 00:00:02 UTC: connection refused')
    expect(all).toContain('banned        until 1970-01-01 00:00:02 UTC, wrong-blob: sent other bytes')
    expect(JSON.parse((await plasm(['peers', '--why', '--json'])).stdout)).toEqual({ items: peersAndWhy })
    expect(await plasm(['peers', '--why', nodeView.peerId.slice(1)])).toMatchObject({
      code: 4,
      stderr: expect.stringContaining('PEER_ID_INVALID'),
    })
    const { stdout } = await plasm(['status'])
    expect(stdout).toContain("nobody's jobs but your own")
    expect(stdout).toMatch(/^addresses +\/ip4\/\S+\n +\/ip4\/\S+$/m)
    expect(stdout).toContain('1 slots, 1.0 GiB of memory; 1024 may wait, 32 of one peer')
    expect(stdout).toMatch(/^each peer +1 jobs, 2 fuel, 3.0 KiB a minute; 1.0 MiB kept\nall strangers +4 jobs/m)
    expect(stdout).toMatch(/^records +2.0 MiB of 4.0 GiB$/m)
    expect(JSON.parse((await plasm(['status', '--json'])).stdout)).toEqual(nodeView)
    const id = await submitted()
    expect((await plasm(['cancel', id])).stdout).toBe(`${id}: cancelled\n`)
    expect(await plasm(['cancel', 'none'])).toMatchObject({
      code: 4,
      stderr: 'plasm: JOB_NOT_FOUND: none: no such job\n',
    })
  })

  test('a job without a receipt has none to show', async () => {
    expect(await plasm(['receipt', await submitted()])).toMatchObject({
      code: 4,
      stderr: expect.stringContaining('RECEIPT_NOT_FOUND'),
    })
    expect((await plasm(['receipt', 'list'])).stderr).toBe('no receipts yet\n')
  })
})

describe('the client', () => {
  test('takes the first socket where a daemon answers', async () => {
    const client = new ApiClient([join(directory, 'none.sock'), socket])
    expect(await client.json('GET', '/healthz')).toEqual({ status: 'ok' })
  })

  test('says of each socket why it would not do', async () => {
    const file = fileOf('not-a-socket', '')
    await expect(new ApiClient([join(directory, 'none.sock'), file]).json('GET', '/healthz')).rejects.toMatchObject({
      code: 'DAEMON_UNREACHABLE',
      message: expect.stringMatching(
        /none\.sock \(nothing there\) or .*not-a-socket \((left by a daemon that is gone|not a socket)\)/,
      ),
    })
  })

  test('goes on reading events where a slow reader was cut off', async () => {
    const id = await submitted()
    for (let index = 0; index < 60; index++) jobs.emit(id, 'output', { data: 'x'.repeat(100_000) })
    jobs.settle(id, { kind: 'cancelled' })
    const sequences: number[] = []
    for await (const event of new ApiClient([socket]).events(id, 0, new AbortController().signal)) {
      if (event.sequence === 2) await jobs.subscriberLeft // The server has given this reader up.
      sequences.push(event.sequence)
    }
    expect(sequences).toEqual(Array.from({ length: 62 }, (_, index) => index + 1))
  })

  test('fails an upload whose file fails', async () => {
    const broken = new PassThrough()
    const upload = new ApiClient([socket]).bytes('PUT', `/v1/blobs/${sha256('x')}`, { body: broken })
    broken.destroy(new Error('disk gone'))
    await expect(upload).rejects.toThrow('disk gone')
  })
})

describe('verify', () => {
  test.each([
    ['--node', 'foo', 'is not a peer ID'],
    ['--submitter', 'foo', 'is not a peer ID'],
    ['--order', 'foo', 'is not a digest'],
    ['--task', 'sha256:0', 'is not a digest'],
    ['--job', 'foo', 'is not a job ID'],
  ])('%s %s, which names nothing, is wrong usage and no verdict on the receipt', async (option, value, why) => {
    const { code, stdout, stderr } = await plasm(['verify', fileOf('receipt.json', '{}'), option, value])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(new RegExp(`^plasm: USAGE: ${option}: "${value}" ${why}`))
  })
})

describe('what a hurried user asks of a re-run', () => {
  test.each([
    ['--blob', 'x'],
    ['--blobs', 'x'],
    ['--runtime', 'v8'],
    ['--isolation', 'full'],
    ['--wall-time', '5'],
    ['--socket', 'x'],
  ])('%s without --rerun is wrong usage', async (option, value) => {
    const { code, stderr } = await plasm(['verify', fileOf('r.json', '{}'), option, value])
    expect([code, stderr]).toEqual([2, expect.stringContaining(`USAGE: ${option} is for a re-run`)])
  })

  test('a wall time that is none is wrong usage', async () => {
    const { code, stderr } = await plasm(['verify', fileOf('r.json', '{}'), '--rerun', '--wall-time', '1h'])
    expect([code, stderr]).toEqual([2, expect.stringContaining('--wall-time wants a whole number from 1 to 86400000')])
  })

  test('a job in the place of a receipt is told how to get its receipt', async () => {
    const id = '0193466f-4d00-7abc-8def-0123456789ab'
    const { code, stderr } = await plasm(['verify', id, '--rerun'])
    expect([code, stderr]).toEqual([2, expect.stringContaining(`plasm receipt save ${id} receipt.json`)])
  })

  test('what is no receipt is not valid, and is not run', async () => {
    const { code, stderr } = await plasm(['verify', fileOf('r.json', '{}'), '--rerun'])
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^not valid: ENVELOPE_INVALID/)])
  })

  test('a receipt that says what its task does not allow is not valid, and nothing is run for it', async () => {
    const { task } = checkManifest({ plasm: 1, task: { module: sha256('m') }, request: {} })
    const canonical = canonicalTask(task)
    const { envelope } = receiptOf(task, { result: { files: [{ path: '/out/\u001b[2J', ...outputOf('') }] } })
    const [receipt, named] = [
      fileOf('greedy.json', String(Buffer.from(envelope))),
      fileOf('task', String(Buffer.from(canonical))),
    ]
    const { code, stderr } = await plasm(['verify', receipt, '--rerun', '--blob', named])
    expect([code, stderr]).toEqual([
      1,
      'not valid: TASK_MISMATCH: the receipt has the file /out/ [2J; its task collects none\n',
    ])
  })

  test.each([
    [['--on', 'both', '--runtime', 'v8'], "'--on <which>' cannot be used with"],
    [['--on', 'v8'], 'Allowed choices are both'],
  ])('run %j is wrong usage', async (words, why) => {
    const { code, stderr } = await plasm(['run', ...words, fileOf('m.wasm', '')])
    expect([code, stderr]).toEqual([210, expect.stringContaining(why)])
  })
})

test('every command explains itself', async () => {
  for (const command of [
    'run',
    'daemon',
    'submit',
    'jobs',
    'logs',
    'cancel',
    'receipt',
    'verify',
    'peers',
    'status',
    'config',
    'devnet',
    'token',
  ]) {
    const { code, stdout } = await plasm([command, '--help'])
    expect([code, stdout.startsWith(`Usage: plasm ${command}`)], command).toEqual([0, true])
  }
  expect((await plasm(['--version'])).stdout).toBe(
    `${(JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')) as { version: string }).version}\n`,
  )
})

describe('plasm ban, unban and bans', () => {
  const villain = '12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp'
  const malware = `sha256:${'cd'.repeat(32)}`

  test('ban, list and unban peers and digests', async () => {
    expect((await plasm(['bans'])).stderr).toBe('nothing is banned\n')
    const banned = await plasm(['ban', 'peer', villain, '--for', '1m', '--reason', 'spam'])
    expect(banned.stdout).toBe(`${villain}: banned until 1970-01-01 00:01:01 UTC\n`)
    expect((await plasm(['ban', 'digest', malware])).stdout).toBe(`${malware}: banned for good\n`)
    const listed = (await plasm(['bans'])).stdout
    expect(listed).toMatch(new RegExp(`^${villain} +1970-01-01 00:01:01 UTC +operator +spam$`, 'm'))
    expect(listed).toMatch(new RegExp(`^${malware} +for good +operator +the operator said so$`, 'm'))
    expect((await plasm(['ban', 'list'])).stdout).toBe(listed)
    const { items } = JSON.parse((await plasm(['ban', '--json'])).stdout)
    expect(items).toEqual(banDesk.desk.list())
    for (const name of [villain, malware]) {
      expect((await plasm(['unban', name])).stdout).toBe(`${name}: not banned any more\n`)
      expect(await plasm(['unban', name])).toMatchObject({ code: 4, stderr: expect.stringContaining('BAN_NOT_FOUND') })
    }
  })

  test.each([
    [['ban', 'peer', malware], 2, 'plasm ban digest takes it'],
    [['ban', 'digest', villain], 2, 'plasm ban peer takes it'],
    [['ban', 'peer', 'nobody'], 4, 'PEER_ID_INVALID'],
    [['ban', 'peer', villain, '--for', 'ever'], 2, '30m, 2h or 1d'],
    [['unban', 'nothing'], 4, 'PEER_ID_INVALID'],
  ])('%j ends with %i', async (words, code, said) => {
    expect(await plasm(words)).toMatchObject({ code, stderr: expect.stringContaining(said) })
    expect(banDesk.desk.list()).toEqual([])
  })
})
