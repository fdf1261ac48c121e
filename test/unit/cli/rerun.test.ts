import { describe, expect, test } from 'vitest'
import { BlobSearch, type BlobSource } from '../../../daemon/src/cli/blob-search.ts'
import { rerunText } from '../../../daemon/src/cli/render/rerun.ts'
import { type RerunOptions, rerun, type SignedClaim, type ValidVerdict } from '../../../daemon/src/cli/rerun.ts'
import type { Digest, Outcome, Result, Task } from '../../../daemon/src/generated/types.ts'
import { digestOf, emptyDigest } from '../../../daemon/src/manifest/digest.ts'
import { checkManifest } from '../../../daemon/src/manifest/manifest.ts'
import { canonicalTask } from '../../../daemon/src/manifest/task.ts'
import { verifyReceipt } from '../../../daemon/src/receipt/verify-node.ts'
import { FakeSandbox, type ScriptedResult } from '../../fakes/fake-sandbox.ts'
import { bytesOf as bytes, fileOf, outputOf as output, receiptOf } from '../../fakes/receipts.ts'

const module = bytes('module')
const input = bytes('input')
const corpus = bytes('corpus')
const taskOf = (change: object = {}): Task =>
  checkManifest({
    plasm: 1,
    task: {
      module: digestOf(module),
      stdin: digestOf(input),
      files: [{ path: '/in/corpus', digest: digestOf(corpus) }],
      outputs: ['/out'],
      args: ['--x'],
      ...change,
    },
    request: {},
  }).task

/** What the honest run of these tests comes to, in the sandbox and in a receipt. */
const honest: ScriptedResult = {
  outcome: { kind: 'exited', code: 0 },
  fuel: 7,
  memoryBytes: 65_536,
  stdout: 'hello, world',
  files: [{ path: '/out/a', bytes: bytes('a file') }],
}
const honestResult: Partial<Result> = {
  fuel: 7,
  stdout: output('hello, world'),
  files: [fileOf('/out/a', 'a file')],
}

interface Case {
  readonly task?: Task
  /** Bytes that are to name the task, in the place of its canonical ones. */
  readonly spelling?: Uint8Array
  readonly says?: Partial<Result>
  readonly ranOn?: string
}

/** A receipt signed by whoever says so. */
function claim({ task = taskOf(), spelling, says = {}, ranOn = 'interpreter' }: Case = {}): SignedClaim {
  const { envelope } = receiptOf(task, {
    ...(spelling === undefined ? {} : { spelling }),
    result: { ...honestResult, ...says },
    execution: { runtime: { name: ranOn, version: '0.1.0' } },
  })
  return { envelope, expected: {}, receipt: verifyReceipt(envelope) }
}

function source(blobs: readonly Uint8Array[]): BlobSource {
  const here = new Map(blobs.map((each) => [digestOf(each), each]))
  return { fetch: async () => here, describe: () => 'here' }
}

const blobsFor = (task: Task) => [canonicalTask(task), module, input, corpus]

async function again(
  { task = taskOf(), ...given }: Case = {},
  sandbox = new FakeSandbox({ runtimes: ['interpreter', 'v8'], script: () => honest }),
  blobs: readonly Uint8Array[] | BlobSource = blobsFor(task),
  options: Partial<RerunOptions> = {},
) {
  const begun: string[] = []
  const verdict = await rerun(
    claim({ task, ...given }),
    {
      blobs: new BlobSearch(['fetch' in blobs ? blobs : source(blobs)]),
      openSandbox: async () => ({ sandbox, trouble: () => 'the reason' }),
      onBegin: async (runtime) => void begun.push(runtime),
    },
    { wallTimeMs: 1000, signal: new AbortController().signal, ...options },
  )
  return { verdict, begun, sandbox }
}

const lying = (change: Partial<ScriptedResult>) =>
  new FakeSandbox({ runtimes: ['interpreter', 'v8'], script: () => ({ ...honest, ...change }) })

describe('a receipt that is true', () => {
  test('is verified by a run of its task as it stands', async () => {
    const { verdict, sandbox } = await again()
    const { resultDigest } = claim().receipt
    expect(verdict).toEqual({ kind: 'agrees', runtime: { name: 'v8', version: '0.1.0' }, resultDigest })
    expect(sandbox.jobs).toEqual([
      expect.objectContaining({
        module,
        stdin: input,
        files: [{ path: '/in/corpus', bytes: corpus }],
        args: ['--x'],
        outputs: ['/out'],
        runtime: 'v8',
        fresh: true,
        wallTimeMs: 1000,
      }),
    ])
    expect(Buffer.from(sandbox.jobs[0]!.taskDigest).toString('hex')).toBe(
      digestOf(canonicalTask(taskOf())).slice('sha256:'.length),
    )
  })

  test('is run again on the other runtime where there is one, else on the same, else on the one that is asked for', async () => {
    const one = () => new FakeSandbox({ script: () => honest })
    expect((await again({ ranOn: 'interpreter' })).begun).toEqual(['v8'])
    expect((await again({ ranOn: 'v8' })).begun).toEqual(['interpreter'])
    expect((await again({ ranOn: 'wasmtime' })).begun).toEqual(['interpreter'])
    expect((await again({ ranOn: 'interpreter' }, one())).begun).toEqual(['interpreter'])
    expect((await again({}, undefined, undefined, { runtime: 'interpreter' })).begun).toEqual(['interpreter'])
  })

  test.each<[string, ScriptedResult, Partial<Result>]>([
    ['a trap', { ...honest, outcome: { kind: 'trapped', reason: 'unreachable' } }, {}],
    ['too little fuel', { ...honest, outcome: { kind: 'exceeded', limit: 'fuel' }, fuel: 9 }, { fuel: 9 }],
    ['too much output', { ...honest, outcome: { kind: 'exceeded', limit: 'output' } }, {}],
    ['too much memory', { outcome: { kind: 'exceeded', limit: 'memory' } }, { fuel: 0, memoryBytes: 0 }],
    ['a rejection', { outcome: { kind: 'rejected', reason: 'invalid', offset: 9 } }, { fuel: 0, memoryBytes: 0 }],
  ])('may tell of %s', async (_, scripted, says) => {
    const task = taskOf({ limits: { fuel: says.fuel || 100 } })
    const silent = says.memoryBytes === 0 ? { stdout: output(''), files: [] } : {}
    const { verdict } = await again(
      { task, says: { outcome: scripted.outcome, ...says, ...silent } },
      new FakeSandbox({ runtimes: ['interpreter', 'v8'], script: () => scripted }),
    )
    expect(verdict.kind).toBe('agrees')
  })
})

describe('a receipt that lies, well signed', () => {
  test.each<[string, Partial<Result>, object]>([
    ['outcome', { outcome: { kind: 'exited', code: 1 } }, { part: 'outcome', second: { kind: 'exited', code: 0 } }],
    ['fuel', { fuel: 8 }, { part: 'fuel', first: 8, second: 7 }],
    ['memory', { memoryBytes: 131_072 }, { part: 'memoryBytes', first: 131_072, second: 65_536 }],
    ['stdout', { stdout: output('hello, World') }, { part: 'output', name: 'stdout' }],
    ['stderr', { stderr: output('e') }, { part: 'output', name: 'stderr', second: { digest: emptyDigest, bytes: 0 } }],
    ['a file', { files: [fileOf('/out/a', 'b file')] }, { part: 'output', name: '/out/a' }],
    ['a file that is not there', { files: [] }, { part: 'output', name: '/out/a', second: output('a file') }],
  ])('about its %s differs there', async (_, says, difference) => {
    const { verdict } = await again({ says })
    expect(verdict).toMatchObject({ kind: 'differs', difference })
    expect(verdict).not.toHaveProperty('at')
    const { resultDigest } = claim().receipt
    expect(verdict).toHaveProperty('resultDigest', resultDigest)
  })

  test('differs at the first byte that does, where the output that it tells of is to be had', async () => {
    const said = 'hello, World'
    const { verdict } = await again({ says: { stdout: output(said) } }, undefined, [...blobsFor(taskOf()), bytes(said)])
    expect(verdict).toMatchObject({ at: { offset: 7, first: bytes('World'), second: bytes('world') } })
  })

  test('about what its task does not allow is not valid, and nothing is run', async () => {
    const { verdict, begun } = await again({ task: taskOf({ limits: { fuel: 100 } }), says: { fuel: 101 } })
    expect(verdict).toMatchObject({ kind: 'contradicted', error: { code: 'TASK_MISMATCH' } })
    expect(begun).toEqual([])
  })

  test('about a task that is not in canonical form is not valid', async () => {
    const spelling = Buffer.from(` ${Buffer.from(canonicalTask(taskOf()))}`)
    const { verdict, begun } = await again({ spelling }, undefined, [spelling, module, input, corpus])
    expect(verdict).toMatchObject({ kind: 'contradicted', error: { code: 'MANIFEST_INVALID' } })
    expect(begun).toEqual([])
  })
})

describe('a runtime that lies here', () => {
  test.each<[string, Partial<ScriptedResult>, object]>([
    ['outcome', { outcome: { kind: 'trapped', reason: 'unreachable' } }, { part: 'outcome' }],
    ['fuel', { fuel: 6 }, { part: 'fuel', first: 7, second: 6 }],
    ['output', { stdout: 'hello' }, { part: 'output', name: 'stdout' }],
    ['more files', { files: [...honest.files!, { path: '/out/b', bytes: bytes('') }] }, { name: '/out/b' }],
  ])('differs in %s', async (_, change, difference) => {
    expect((await again({}, lying(change))).verdict).toMatchObject({ kind: 'differs', difference })
  })
})

describe('no verdict', () => {
  const nothing = { fuel: null, memoryBytes: null, stdout: output(''), files: [] }
  test.each<[string, Outcome, Partial<Result>, string]>([
    ['failed', { kind: 'failed', reason: 'child-died' }, nothing, 'failed on its node (child-died)'],
    ['was cancelled', { kind: 'cancelled' }, nothing, 'cancelled'],
    ['exceeded its wall time', { kind: 'exceeded', limit: 'wallTime' }, nothing, 'wall time'],
    ['saw a real clock', { kind: 'exited', code: 0 }, { deterministic: false }, 'real clock'],
  ])('comes of a receipt whose run %s', async (_, outcome, says, why) => {
    const { verdict, begun } = await again({ says: { ...says, outcome } })
    expect(verdict).toMatchObject({ kind: 'incomparable', why: expect.stringContaining(why) })
    expect(begun).toEqual([])
  })

  test.each<[string, Outcome, string]>([
    ['exceeds its wall time', { kind: 'exceeded', limit: 'wallTime' }, '--wall-time'],
    ['needs what the runtime lacks', { kind: 'failed', reason: 'unsupported' }, 'lacks what the module needs'],
    ['fails', { kind: 'failed', reason: 'child-died' }, 'the reason'],
  ])('comes of a re-run that %s', async (_, outcome, why) => {
    const sandbox = new FakeSandbox({ runtimes: ['interpreter', 'v8'], script: () => ({ outcome }) })
    const { verdict } = await again({}, sandbox)
    expect(verdict).toMatchObject({ kind: 'incomparable', why: expect.stringContaining(why), runtime: { name: 'v8' } })
  })

  test('comes of a re-run that is cancelled', async () => {
    const options = { signal: AbortSignal.abort() }
    expect((await again({}, undefined, undefined, options)).verdict).toEqual({ kind: 'cancelled' })
  })

  test('comes without the blobs, each named by what it is', async () => {
    const task = taskOf()
    const { verdict, begun } = await again({ task }, undefined, [])
    expect(verdict).toEqual({
      kind: 'missing',
      blobs: [
        { what: 'task', digest: digestOf(canonicalTask(task)) },
        { what: 'module', digest: digestOf(module) },
        { what: 'stdin', digest: digestOf(input) },
        { what: '/in/corpus', digest: digestOf(corpus) },
      ],
    })
    expect(begun).toEqual([])
    const text = rerunText(verdict as ValidVerdict, ['here'])
    for (const said of ['module', digestOf(module), '/in/corpus', 'here', '--blob FILE', '--blobs DIR', '--socket'])
      expect(text).toContain(said)
    const strange = { kind: 'missing', blobs: [{ what: '/in/\u001b[2J', digest: digestOf(input) }] } as const
    expect(rerunText(strange, [])).toContain('  /in/ [2J')
    const { verdict: less } = await again({ task }, undefined, [canonicalTask(task), module, input])
    expect(less).toEqual({ kind: 'missing', blobs: [{ what: '/in/corpus', digest: digestOf(corpus) }] })
    expect(rerunText(less as ValidVerdict, [])).not.toContain('--socket')
  })

  test('comes of blobs that were tampered with: they are as good as missing', async () => {
    const task = taskOf()
    const liar = new Map<Digest, Uint8Array>(blobsFor(task).map((each) => [digestOf(each), each]))
    liar.set(digestOf(module), bytes('Module'))
    const { verdict, begun } = await again({ task }, undefined, { fetch: async () => liar, describe: () => 'a liar' })
    expect(verdict).toEqual({ kind: 'missing', blobs: [{ what: 'module', digest: digestOf(module) }] })
    expect(begun).toEqual([])
  })

  test('an input without a byte needs no blob', async () => {
    const task = taskOf({ stdin: emptyDigest, files: [] })
    expect((await again({ task }, undefined, [canonicalTask(task), module])).verdict.kind).toBe('agrees')
  })
})
