import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BlobSearch, ownStore } from '../../daemon/src/cli/blob-search.ts'
import { OneOffRun } from '../../daemon/src/cli/one-off.ts'
import { rerun } from '../../daemon/src/cli/rerun.ts'
import { systemClock } from '../../daemon/src/clock.ts'
import type { Result } from '../../daemon/src/generated/types.ts'
import { signerFromSeed } from '../../daemon/src/identity/signer.ts'
import { digestOf } from '../../daemon/src/manifest/digest.ts'
import { checkManifest } from '../../daemon/src/manifest/manifest.ts'
import { signReceipt } from '../../daemon/src/receipt/receipt.ts'
import { verifyReceipt } from '../../daemon/src/receipt/verify.ts'
import type { Outcome } from '../../daemon/src/runtime/outcome.ts'
import { ProcessSandbox } from '../../daemon/src/sandbox/process-sandbox.ts'
import type { RuntimeName, Sandbox } from '../../daemon/src/sandbox/sandbox.ts'
import { clockAndRandom, declaresPages, echo, looper, recurser, trapper, writer } from '../guests/programs.ts'
import { writeTestChild } from '../hostile/test-child.ts'
import { Daemon, type Ended, Home, plasm } from './plasm-process.ts'

const home = new Home()
/** A user who has nothing of what the other one has. */
const stranger = new Home()
afterAll(() => {
  home.remove()
  stranger.remove()
})

const copyFile = fileURLToPath(new URL('../guests/wasi/copy.wasm', import.meta.url))
const copy = readFileSync(copyFile)
const corpus = Buffer.from('one two')

describe('on both runtimes, in processes', () => {
  let sandbox: ProcessSandbox
  /** The same, for whoever stops what it was given. */
  let lent: Sandbox
  beforeAll(async () => {
    sandbox = await ProcessSandbox.start({ waitingChildren: 1 })
    lent = {
      isolation: sandbox.isolation,
      runtimes: sandbox.runtimes,
      run: (job, options) => sandbox.run(job, options),
      inspect: (module, options) => sandbox.inspect(module, options),
      stop: async () => {},
    }
  })
  afterAll(() => sandbox?.stop())

  interface Given {
    readonly module: Uint8Array
    readonly stdin?: Uint8Array
    readonly task?: object
    readonly wallTimeMs?: number
  }

  const cases: readonly [string, Given, Outcome][] = [
    ['exits', { module: writer('bye\n', 3, 2) }, { kind: 'exited', code: 3 }],
    ['reads and writes', { module: echo(), stdin: Buffer.alloc(100_000, 'echo') }, { kind: 'exited', code: 0 }],
    [
      'copies files',
      { module: copy, task: { files: [{ path: '/in/a', digest: digestOf(corpus) }], outputs: ['/out'] } },
      { kind: 'exited', code: 0 },
    ],
    ['asks the time', { module: clockAndRandom() }, { kind: 'exited', code: 0 }],
    ['traps', { module: trapper() }, { kind: 'trapped', reason: 'unreachable' }],
    ['exhausts its stack', { module: recurser() }, { kind: 'trapped', reason: 'stack-exhausted' }],
    ['spends its fuel', { module: looper(), task: { limits: { fuel: 100_000 } } }, { kind: 'exceeded', limit: 'fuel' }],
    [
      'writes too much',
      { module: writer('hello'), task: { limits: { outputBytes: 2 } } },
      { kind: 'exceeded', limit: 'output' },
    ],
    [
      'declares too much',
      { module: declaresPages(2), task: { limits: { memoryBytes: 65_536 } } },
      { kind: 'exceeded', limit: 'memory' },
    ],
    ['is no module', { module: Buffer.from('text') }, { kind: 'rejected', reason: 'malformed', offset: 0 }],
  ]

  /** Runs it, signs its receipt with a user's key, and has that receipt run again from what was kept. */
  async function doubt(runtime: RuntimeName, given: Given, ranIn: Sandbox = sandbox) {
    const { module, stdin, task, wallTimeMs = 20_000 } = given
    const inputs = [module, corpus, ...(stdin === undefined ? [] : [stdin])]
    const manifest = checkManifest({
      plasm: 1,
      task: { module: digestOf(module), ...(stdin && { stdin: digestOf(stdin) }), ...task },
      request: { wallTimeMs },
    })
    const stateDirectory = home.file('state')
    const blobs = new Map(inputs.map((bytes) => [digestOf(bytes), bytes]))
    const run = new OneOffRun({ stateDirectory, sandbox: ranIn, clock: systemClock }, manifest, blobs)
    const { signal } = new AbortController()
    const result = await run.execute(runtime, { signal })
    const { envelope } = await run.signReceipt(result, { keep: true })
    const receipt = verifyReceipt(envelope)
    const deps = {
      blobs: new BlobSearch([ownStore(stateDirectory, systemClock)]),
      openSandbox: async () => ({ sandbox: lent, trouble: () => undefined }),
      onBegin: async () => {},
    }
    const verdict = await rerun({ envelope, expected: {}, receipt }, deps, { wallTimeMs, signal })
    return { result, receipt, verdict }
  }

  describe.each([
    ['interpreter', 'v8'],
    ['v8', 'interpreter'],
  ] as const)('a receipt of a run on %s is verified by %s, where the guest', (runtime, other) => {
    test.each(cases)('%s', async (_, given, outcome) => {
      const { result, receipt, verdict } = await doubt(runtime, given)
      expect(result).toMatchObject({ outcome, runtime: { name: runtime } })
      expect(verdict).toMatchObject({ kind: 'agrees', runtime: { name: other }, resultDigest: receipt.resultDigest })
    })
  })

  test('what a child that was taken over says, and its node signs in good faith, is found out to the byte', async () => {
    const honest = await doubt('interpreter', { module: writer('hello') })
    const { fuel, memoryBytes } = honest.result
    const lie = `say(frame(2, 'hallo')); say(result(${JSON.stringify({ fuel, memoryBytes })}))`
    const child = writeTestChild(`ready(); for (;;) { hear(); ${lie} }`)
    const taken = await ProcessSandbox.start({
      childBundle: child.script,
      runtimes: ['interpreter'],
      strongestIsolation: 'reduced',
      waitingChildren: 0,
    })
    try {
      const { verdict } = await doubt('interpreter', { module: writer('hello') }, taken)
      if (verdict.kind !== 'differs') throw new Error(`it ${verdict.kind}`)
      expect(verdict.difference).toMatchObject({ part: 'output', name: 'stdout' })
      const { offset, first, second } = verdict.at!
      expect([offset, ...[first, second].map((bytes) => Buffer.from(bytes).toString())]).toEqual([1, 'allo', 'ello'])
    } finally {
      await taken.stop()
      child.remove()
    }
  })

  test('a receipt of a run that was stopped at its wall time is none to compare with, and nothing is kept for it', async () => {
    const limits = { fuel: Number.MAX_SAFE_INTEGER }
    const { result, receipt, verdict } = await doubt('v8', { module: looper(), task: { limits }, wallTimeMs: 200 })
    expect(result.outcome).toEqual({ kind: 'exceeded', limit: 'wallTime' })
    expect(verdict).toMatchObject({ kind: 'incomparable', why: expect.stringContaining('wall time') })
    const task = new Set([receipt.statement.predicate.task.digest])
    expect((await ownStore(home.file('state'), systemClock).fetch(task)).size).toBe(0)
  })
})

describe('plasm', () => {
  const receipt = home.file('copied.json')
  beforeAll(async () => {
    writeFileSync(home.file('corpus.txt'), corpus)
    writeFileSync(home.file('echo.wasm'), echo())
    writeFileSync(home.file('three.wasm'), writer('bye\n', 3, 2))
    writeFileSync(home.file('loop.wasm'), looper())
    const files = ['--file', `/in/corpus=${home.file('corpus.txt')}`, '--out', home.file('out')]
    expect((await plasm(home, ['run', ...files, '--receipt', receipt, copyFile])).code).toBe(0)
  })

  const again = (file: string, words: readonly string[] = [], as = home) =>
    plasm(as, ['verify', file, '--rerun', ...words])
  const told = ({ stdout }: Ended) => (JSON.parse(stdout) as { readonly rerun: Record<string, unknown> }).rerun

  /** The same receipt with another result, signed as well as any by another node. */
  function forge(name: string, lie: Partial<Result>): string {
    const { task, result, execution, log } = verifyReceipt(readFileSync(receipt)).statement.predicate
    const { node: _, ...parts } = execution
    const signer = signerFromSeed(new Uint8Array(32).fill(7))
    const file = home.file(`${name}.json`)
    writeFileSync(file, signReceipt({ task, result: { ...result, ...lie }, execution: parts, log }, signer).envelope)
    return file
  }

  test('verify --rerun needs nothing but a receipt of plasm run', async () => {
    const { code, stdout, stderr } = await again(receipt)
    const { resultDigest } = verifyReceipt(readFileSync(receipt))
    expect([code, stderr]).toEqual([0, 'plasm: running the task again, on v8 (the receipt: interpreter)\n'])
    expect(stdout).toMatch(/^signature valid: /)
    expect(stdout).toContain(`\nverified by re-run: v8 comes to the same result, ${resultDigest}\n`)
  })

  test('verify --rerun finds out a well-signed lie at its first byte, where the file that it tells of is at hand', async () => {
    writeFileSync(home.file('lie.txt'), 'one twO\n')
    const digest = digestOf(Buffer.from('one twO\n'))
    const file = forge('byte', { files: [{ path: '/out/corpus', digest, bytes: 8 }] })
    const { code, stdout } = await again(file, ['--runtime', 'interpreter', '--blob', home.file('lie.txt')])
    expect(code).toBe(6)
    expect(stdout).toContain('\ndiffers: interpreter comes to another result, sha256:')
    expect(stdout).toContain('\nfirst difference  /out/corpus, at byte 6\n')
    expect(stdout).toContain(`\nreceipt           8 bytes, ${digest}, from there "O\\n"\n`)
    expect(stdout).toContain(`\nrerun             7 bytes, ${digestOf(corpus)}, from there "o"\n`)
  })

  test('verify --rerun tells programs of a lie about fuel', async () => {
    const { fuel } = verifyReceipt(readFileSync(receipt)).statement.predicate.result
    const ended = await again(forge('fuel', { fuel: fuel! + 1 }), ['--json'])
    expect([ended.code, told(ended)]).toEqual([
      6,
      {
        agrees: false,
        runtime: { name: 'v8', version: expect.any(String) },
        resultDigest: verifyReceipt(readFileSync(receipt)).resultDigest,
        difference: { part: 'fuel', receipt: fuel! + 1, rerun: fuel },
      },
    ])
  })

  test('verify --rerun says what is missing where nothing was kept, and where it looked', async () => {
    const file = home.file('unkept.json')
    await plasm(home, ['run', '--no-keep', '--receipt', file, home.file('echo.wasm')], 'not to be kept')
    const { task } = verifyReceipt(readFileSync(file)).statement.predicate
    const ended = await again(file, ['--json', '--blob', home.file('echo.wasm'), home.file('loop.wasm')])
    expect([ended.code, told(ended)]).toEqual([
      8,
      {
        missing: [
          { what: 'task', digest: task.digest },
          { what: 'stdin', digest: task.stdin },
        ],
        lookedIn: [
          `${home.file('echo.wasm')} (${task.module}), ${home.file('loop.wasm')} (${digestOf(looper())})`,
          expect.stringContaining('plasm run --receipt'),
          expect.stringContaining('no daemon answers'),
        ],
      },
    ])
  })

  test('verify --rerun takes a job of a daemon from there, or from what was saved with its receipt, whole', async () => {
    const daemon = await Daemon.start(home, 'data')
    try {
      const stdin = await daemon.upload(Buffer.from('some input'))
      const { id } = await daemon.submit(echo(), { stdin })
      await daemon.settled(id)
      const [file, evidence] = [home.file('saved.json'), home.file('evidence')]
      const socket = ['--socket', daemon.socket]
      expect((await plasm(stranger, ['receipt', 'save', id, file, ...socket, '--blobs', evidence])).code).toBe(0)
      const there = await again(file, ['--job', id, ...socket], stranger)
      expect([there.code, there.stdout]).toEqual([0, expect.stringContaining('\nverified by re-run: v8')])

      const { task } = verifyReceipt(readFileSync(file)).statement.predicate
      const names = [task.digest, task.module, stdin].map((digest) => digest.slice('sha256:'.length))
      expect(readdirSync(evidence).sort()).toEqual(names.toSorted())
      expect((await again(file, ['--blobs', evidence], stranger)).code).toBe(0)
      writeFileSync(`${evidence}/${names[1]}`, 'tampered with')
      const ended = await again(file, ['--json', '--blobs', evidence], stranger)
      expect([ended.code, told(ended).missing]).toEqual([8, [{ what: 'module', digest: task.module }]])
    } finally {
      await daemon.end()
    }
  }, 60_000)

  test('run --on both passes output and exit code through once, and says that both agree', async () => {
    const file = home.file('both.json')
    const ended = await plasm(home, ['run', '--on', 'both', '--receipt', file, home.file('three.wasm')])
    const { resultDigest, statement } = verifyReceipt(readFileSync(file))
    expect(ended).toEqual({
      code: 3,
      stdout: '',
      stderr: `bye\nplasm: interpreter and v8 come to the same result, ${resultDigest}\n`,
    })
    expect(statement.predicate.execution.runtime.name).toBe('interpreter')
  })

  test('run --on both compares nothing, signs nothing and fails where a run is stopped', async () => {
    const file = home.file('never.json')
    const limits = ['--fuel', '9007199254740991', '--wall-time', '200']
    const words = ['run', '--on', 'both', '--json', ...limits, '--receipt', file, home.file('loop.wasm')]
    const { code, stderr } = await plasm(home, words)
    expect([code, JSON.parse(stderr)]).toEqual([
      212,
      expect.objectContaining({
        both: { reason: expect.stringContaining('--wall-time'), runtimes: [expect.anything()] },
      }),
    ])
    expect(() => readFileSync(file)).toThrow('ENOENT')
  })
})
