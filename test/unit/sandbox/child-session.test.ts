import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { InterpreterRuntime } from '../../../daemon/src/runtime/interpreter/interpreter-runtime.ts'
import type { Runtime } from '../../../daemon/src/runtime/runtime.ts'
import { type Channel, serve } from '../../../daemon/src/sandbox/child-session.ts'
import { StdioChannel } from '../../../daemon/src/sandbox/stdio-channel.ts'
import { encodeRequest, type Reply, ReplyReader, type Request } from '../../../daemon/src/sandbox/wire.ts'
import { flooder, writer } from '../../guests/programs.ts'
import { job } from '../../guests/sandbox-job.ts'

class FakeChannel implements Channel {
  readonly sent: Reply[] = []
  readonly complaints: string[] = []
  readonly #requests: Request[]

  constructor(...requests: Request[]) {
    this.#requests = requests
  }

  receive(): Request | undefined {
    return this.#requests.shift()
  }

  send(reply: Reply): void {
    this.sent.push('bytes' in reply ? { ...reply, bytes: reply.bytes.slice() } : reply)
  }

  complain(text: string): void {
    this.complaints.push(text)
  }
}

const ready = { kind: 'ready', runtime: { name: 'interpreter', version: '1.2.3' } }

async function served(request?: Request, runtime: Runtime = new InterpreterRuntime('1.2.3')): Promise<FakeChannel> {
  const channel = new FakeChannel(...(request === undefined ? [] : [request]))
  await serve(runtime, channel)
  return channel
}

/** The interpreter, which breaks at the first job after its warm-up. */
function breaking(error: unknown): Runtime {
  const runtime = new InterpreterRuntime('1.2.3')
  let runs = 0
  return {
    name: runtime.name,
    version: runtime.version,
    prepare: (module) => runtime.prepare(module),
    run: (...args) => {
      if (++runs > 1) throw error
      return runtime.run(...args)
    },
    pack: (module) => runtime.pack(module),
    restore: (packed) => runtime.restore(packed),
    instantiate: (...args) => runtime.instantiate(...args),
  }
}

describe('a child', () => {
  test('says that it is ready and ends where its daemon hangs up', async () => {
    expect((await served()).sent).toEqual([ready])
  })

  test('sends output as it comes, then the result, then nothing', async () => {
    const { sent } = await served({ kind: 'run', job: job({ module: writer('hello') }) })
    expect(sent).toEqual([
      ready,
      { kind: 'stdout', bytes: new Uint8Array(Buffer.from('hello')) },
      {
        kind: 'result',
        result: { outcome: { kind: 'exited', code: 0 }, fuel: expect.any(Number), memoryBytes: 65_536 },
      },
    ])
  })

  test('answers one request after the other, each as if it were the first', async () => {
    const run = (text: string): Request => ({ kind: 'run', job: job({ module: writer(text) }) })
    const channel = new FakeChannel(run('one'), { kind: 'inspect', module: writer('x') }, run('one'), run('two'))
    await serve(new InterpreterRuntime('1.2.3'), channel)
    const [, output, result, inspection, again, same, other] = channel.sent
    expect(inspection).toMatchObject({ kind: 'inspection' })
    expect([again, same]).toEqual([output, result])
    expect([other, channel.sent.length]).toEqual([{ kind: 'stdout', bytes: new Uint8Array(Buffer.from('two')) }, 8])
  })

  test('cuts large output into pieces that the wire bears', async () => {
    const limits = { fuel: 1e9, memoryBytes: 1 << 20, outputBytes: 200_000 }
    const { sent } = await served({ kind: 'run', job: job({ module: flooder(), limits }) })
    expect(sent.flatMap((reply) => ('bytes' in reply ? [reply.bytes.length] : []))).toEqual([65_536, 65_536, 65_536])
  })

  test('answers what a module would need, with a detail that the wire bears', async () => {
    const { sent } = await served({ kind: 'inspect', module: new Uint8Array(4) })
    expect(sent[1]).toMatchObject({ kind: 'inspection', inspection: { kind: 'rejected', reason: 'malformed' } })
    expect((await served({ kind: 'inspect', module: writer('x') })).sent[1]).toEqual({
      kind: 'inspection',
      inspection: { kind: 'runnable', features: [] },
    })
  })

  test.each([
    ['out-of-memory', new RangeError('Array buffer allocation failed')],
    ['internal', new RangeError('Maximum call stack size exceeded')],
    ['internal', 'not even an error'],
  ] as const)('a runtime that breaks is %s, and the operator is told why', async (reason, error) => {
    const channel = await served({ kind: 'run', job: job() }, breaking(error))
    expect(channel.sent.at(-1)).toEqual({
      kind: 'result',
      result: { outcome: { kind: 'failed', reason }, fuel: null, memoryBytes: null },
    })
    expect(channel.complaints.join()).toContain(error instanceof Error ? error.message : error)
  })

  test('does not say that it is ready where its runtime cannot run anything', async () => {
    const runtime = {
      ...breaking(undefined),
      run: () => ({ outcome: { kind: 'trapped', reason: 'unreachable' }, fuel: 0n, memoryBytes: 0 }) as const,
    }
    const channel = new FakeChannel()
    await expect(serve(runtime, channel)).rejects.toThrow('warm-up')
    expect(channel.sent).toEqual([])
  })
})

describe('the channel over descriptors', () => {
  function withFiles(input: Uint8Array, use: (channel: StdioChannel) => void): Buffer {
    const directory = mkdtempSync(join(tmpdir(), 'plasm-channel-'))
    try {
      writeFileSync(join(directory, 'in'), input)
      const [from, to] = [openSync(join(directory, 'in'), 'r'), openSync(join(directory, 'out'), 'w')]
      use(new StdioChannel(from, to, to))
      closeSync(from)
      closeSync(to)
      return readFileSync(join(directory, 'out'))
    } finally {
      rmSync(directory, { recursive: true })
    }
  }

  test('reads one request and writes replies', () => {
    const request = { kind: 'run', job: job() } as const
    const written = withFiles(Buffer.concat(encodeRequest(request, 1)), (channel) => {
      expect(channel.receive()).toMatchObject({ kind: 'run', job: { args: [], module: request.job.module } })
      expect(channel.receive()).toBeUndefined()
      channel.send({ kind: 'stdout', bytes: Buffer.from('hello') })
    })
    const reader = new ReplyReader()
    reader.expect(1)
    expect([...reader.read(written)]).toEqual([{ kind: 'stdout', bytes: Buffer.from('hello') }])
  })

  test('a request that ends half way is no request', () => {
    const bytes = Buffer.concat(encodeRequest({ kind: 'inspect', module: new Uint8Array(100) }, 1))
    withFiles(bytes.subarray(0, 50), (channel) => expect(channel.receive()).toBeUndefined())
  })

  test('a complaint is one line of bounded length', () => {
    expect(withFiles(new Uint8Array(), (channel) => channel.complain('x'.repeat(10_000)))).toHaveLength(4097)
  })
})
