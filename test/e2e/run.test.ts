import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyReceipt } from '../../daemon/src/receipt/verify.ts'
import { ModuleBuilder, op } from '../guests/builder.ts'
import { echo, looper, showArguments, writer } from '../guests/programs.ts'
import { childrenOf, Home, plasm, start } from './plasm-process.ts'

const home = new Home()
beforeAll(() => {
  const trap = new ModuleBuilder()
  const body = trap.function([], [], [], [op('unreachable')])
  trap.memory(1)
  const painter = new ModuleBuilder()
  painter.importFunction('env', '\u001b]0;mine\u0007', [], [])
  const guests = {
    hello: writer('hello, world\n'),
    three: writer('bye\n', 3, 2),
    large: writer('', 70_000),
    echo: echo(),
    args: showArguments(),
    loop: looper(),
    trap: trap.export('_start', 'function', body).export('memory', 'memory', 0).build(),
    empty: new ModuleBuilder().build(),
    painter: painter.build(),
    text: Buffer.from('this is no module'),
  }
  for (const [name, bytes] of Object.entries(guests)) writeFileSync(home.file(`${name}.wasm`), bytes)
})
afterAll(() => home.remove())

const run = (words: readonly string[], stdin?: string | Uint8Array) => plasm(home, ['run', ...words], stdin)
const guest = (name: string) => home.file(`${name}.wasm`)

describe('plasm run', () => {
  test("passes the guest's output through", async () => {
    expect(await run([guest('hello')])).toEqual({ code: 0, stdout: 'hello, world\n', stderr: '' })
  })

  test("passes the guest's exit code and standard error through", async () => {
    expect(await run([guest('three')])).toEqual({ code: 3, stdout: '', stderr: 'bye\n' })
  })

  test('passes standard input through, whole', async () => {
    const input = 'x'.repeat(300_000)
    const { code, stdout } = await run([guest('echo')], input)
    expect([code, stdout === input]).toEqual([0, true])
  })

  test('gives everything behind the module to the guest', async () => {
    expect((await run([guest('args'), '--', '--top', '10'])).stdout).toBe('module.wasm\0--top\x0010\0')
    expect((await run([guest('args'), '--fuel', '--', 'x'])).stdout).toBe('module.wasm\0--fuel\0--\0x\0')
  })

  test('gives input files to the guest, and its output files to a directory, with both in the receipt', async () => {
    writeFileSync(home.file('corpus.txt'), 'one two')
    const [out, receipt] = [home.file('results'), home.file('files.json')]
    const copy = fileURLToPath(new URL('../guests/wasi/copy.wasm', import.meta.url))
    const files = ['/in/corpus.txt', '/in/sub/again.txt'].flatMap((path) => [
      '--file',
      `${path}=${home.file('corpus.txt')}`,
    ])
    const { code, stdout, stderr } = await run([...files, '--out', out, '--receipt', receipt, copy])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('/in/sub/again.txt inode 5 file 7\n')
    for (const name of ['corpus.txt', 'sub/again.txt']) expect(readFileSync(`${out}/${name}`, 'utf8')).toBe('one two')
    const { task, result } = verifyReceipt(readFileSync(receipt)).statement.predicate
    expect(task.files.map(({ path }) => path)).toEqual(['/in/corpus.txt', '/in/sub/again.txt'])
    expect(result.files.map(({ path, bytes }) => [path, bytes])).toEqual([
      ['/out/corpus.txt', 7],
      ['/out/sub/again.txt', 7],
    ])
  })

  test('counts output files against --output', async () => {
    writeFileSync(home.file('seven'), 'one two')
    const copy = fileURLToPath(new URL('../guests/wasi/copy.wasm', import.meta.url))
    const words = ['--file', `/in/x=${home.file('seven')}`, '--out', home.file('short'), '--output', '6', copy]
    expect((await run(words)).code).toBe(204)
  })

  test.each([
    ['a trap', ['trap'], 201, 'plasm: trapped: unreachable\n'],
    [
      'too little fuel',
      ['--fuel', '100000', 'loop'],
      202,
      'plasm: exceeded its fuel limit of 100000 units; --fuel raises it\n',
    ],
    [
      'too little room for output',
      ['--output', '4', 'hello'],
      204,
      'plasm: exceeded its output limit of 4 bytes; --output raises it\n',
    ],
    [
      'too little time',
      ['--fuel', '9007199254740991', '--wall-time', '200', 'loop'],
      205,
      'plasm: exceeded its wall time limit of 200 ms; --wall-time raises it\n',
    ],
    ['an exit code that no process can have', ['large'], 255, 'plasm: exited with code 70000\n'],
  ])('tells %s by code and line', async (_, words, code, stderr) => {
    const ended = await run([...words.slice(0, -1), guest(words.at(-1)!)])
    expect([ended.code, ended.stderr]).toEqual([code, stderr])
  })

  test('lets no module steer the terminal by the names that it is rejected for', async () => {
    const { stderr } = await run([guest('painter')])
    expect(stderr).toMatch(/unknown-import .*"env"." \]0;mine "\)\n$/)
  })

  test.each(['text', 'empty'])('says why the module %s is rejected, and where', async (name) => {
    const { code, stderr } = await run([guest(name)])
    expect(code).toBe(206)
    expect(stderr).toMatch(/^plasm: rejected: [\w-]+ at byte \d+ of the module \(.+\)\n$/)
  })

  test.each([
    ['a module that is not there', ['/nowhere.wasm'], 'USAGE'],
    ['a limit that is no number', ['--fuel', 'much', 'x.wasm'], 'USAGE'],
    ['a limit out of bounds', ['--memory', '1', 'hello'], 'USAGE'],
    ['a variable whose name none can have', ['--env', '1=a', 'hello'], 'MANIFEST_INVALID'],
    ['an input file that is not there', ['--file', '/in/a=/nowhere', 'hello'], 'USAGE'],
    ['an input file without its path here', ['--file', '/in/a', 'hello'], 'USAGE'],
    ['an input file outside of /in', ['--file', `/a=${import.meta.filename}`, 'hello'], 'MANIFEST_INVALID'],
    ['an output directory where none can be made', ['--out', '/nowhere/d', 'hello'], 'USAGE'],
    ['an output directory that is a file', ['--out', import.meta.filename, 'hello'], 'USAGE'],
    ['a receipt where none can be written', ['--receipt', '/nowhere/r.json', 'hello'], 'USAGE'],
    ['a variable without a value', ['--env', 'A', 'hello'], 'USAGE'],
  ])('cannot begin with %s', async (_, words, code) => {
    const last = words.at(-1)!
    const ended = await run([...words.slice(0, -1), last === 'hello' ? guest('hello') : last])
    expect([ended.code, ended.stdout]).toEqual([210, ''])
    expect(ended.stderr).toMatch(new RegExp(`^plasm: ${code}: `))
  })

  test.each([
    ['--fuel', '1'.repeat(20), 'from 1 to 9007199254740991'],
    ['--fuel', '9999999999999999', 'from 1 to 9007199254740991'],
    ['--memory', '1', 'from 65536 to 2147483648'],
    ['--wall-time', '0', 'from 1 to 86400000'],
  ])('says the range that %s %s is not in', async (option, value, range) => {
    const { stderr } = await run([option, value, guest('hello')])
    expect(stderr).toBe(`plasm: USAGE: ${option} wants a whole number ${range}, not "${value}"\n`)
  })

  test('runs it on the runtime that is asked for', async () => {
    const { code, stdout, stderr } = await run(['--json', '--runtime', 'v8', guest('hello')])
    expect([code, stdout, JSON.parse(stderr).runtime.name]).toEqual([0, 'hello, world\n', 'v8'])
  })

  test.skipIf(process.platform !== 'linux')('says why its child failed (Linux: finds it in /proc)', async () => {
    const child = start(home, ['run', '--fuel', '9007199254740991', guest('loop')])
    child.stdin!.end()
    const stderr = buffer(child.stderr!)
    child.stdout!.once('data', () => {
      for (const pid of childrenOf(child.pid!)) process.kill(pid, 'SIGKILL')
    })
    const code = await new Promise((resolve) => child.once('close', resolve))
    expect([code, String(await stderr)]).toEqual([
      207,
      expect.stringMatching(/^plasm: failed on the node: child-died \(child-died: .+\)\n$/),
    ])
  })

  test('refuses an option that does not exist', async () => {
    expect(await run(['--fule', '5', guest('hello')])).toMatchObject({
      code: 210,
      stderr: expect.stringContaining('--fule'),
    })
  })

  test('signs receipts with a key of the user, in one log', async () => {
    const first = home.file('first.json')
    const second = home.file('second.json')
    await run(['--receipt', first, guest('hello')])
    await run(['--receipt', second, guest('trap')])
    const receipts = [first, second].map((file) => verifyReceipt(readFileSync(file)))
    expect(receipts.map(({ statement }) => statement.predicate.result.outcome)).toEqual([
      { kind: 'exited', code: 0 },
      { kind: 'trapped', reason: 'unreachable' },
    ])
    const [one, two] = receipts.map(({ statement }) => statement.predicate.log)
    expect(two).toEqual({ epoch: one!.epoch, sequence: one!.sequence + 1, previous: receipts[0]!.digest })
    const key = home.file('.local/state/plasm/key')
    expect([existsSync(key), statSync(key).mode & 0o777]).toEqual([true, 0o600])
  })

  test('many at once all get their place in the log', async () => {
    const files = [0, 1, 2, 3].map((number) => home.file(`parallel-${number}.json`))
    const ended = await Promise.all(files.map((file) => run(['--receipt', file, guest('hello')])))
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0, 0])
    const sequences = files.map((file) => verifyReceipt(readFileSync(file)).statement.predicate.log.sequence)
    expect(new Set(sequences).size).toBe(4)
  })

  test('the same task gives the same result, fuel included', async () => {
    const results = await Promise.all(
      ['a', 'b'].map(async (name) => {
        await run(['--receipt', home.file(`${name}.json`), guest('echo')], 'same input')
        return verifyReceipt(readFileSync(home.file(`${name}.json`))).resultDigest
      }),
    )
    expect(results[0]).toBe(results[1])
  })

  test('a run that Ctrl-C ends is cancelled, and says so', async () => {
    const child = start(home, ['run', '--fuel', '9007199254740991', '--receipt', home.file('cut.json'), guest('loop')])
    child.stdin!.end()
    const stderr: Buffer[] = []
    child.stderr!.on('data', (chunk: Buffer) => stderr.push(chunk))
    child.stdout!.once('data', () => child.kill('SIGINT')) // It has begun.
    const code = await new Promise((resolve) => child.once('close', resolve))
    expect([code, Buffer.concat(stderr).toString()]).toEqual([130, 'plasm: cancelled\n'])
    expect(verifyReceipt(readFileSync(home.file('cut.json'))).statement.predicate.result.outcome).toEqual({
      kind: 'cancelled',
    })
  })

  test('--json tells outcome, fuel and memory on standard error', async () => {
    const { stdout, stderr } = await run(['--json', guest('hello')])
    expect(stdout).toBe('hello, world\n')
    expect(JSON.parse(stderr)).toMatchObject({
      outcome: { kind: 'exited', code: 0 },
      memoryBytes: 65_536,
      fuel: expect.any(Number),
      runtime: { name: 'interpreter' },
    })
  })
})

describe('plasm verify', () => {
  const receipt = home.file('verify.json')
  beforeAll(async () => {
    await run(['--receipt', receipt, guest('hello')])
  })
  const names = () => {
    const { node, job, statement } = verifyReceipt(readFileSync(receipt))
    return { node, job, task: statement.predicate.task.digest }
  }

  test('says "signature valid" where nothing is expected', async () => {
    const { code, stdout } = await plasm(home, ['verify', receipt])
    expect([code, stdout.split(':')[0]]).toEqual([0, 'signature valid'])
  })

  test('says "trusted" where node, task and job are what was expected', async () => {
    const { node, job, task } = names()
    const { code, stdout } = await plasm(
      home,
      ['verify', '-', '--node', node, '--task', task, '--job', job],
      readFileSync(receipt),
    )
    expect([code, stdout.split(':')[0]]).toEqual([0, 'trusted'])
  })

  test('answers no to a receipt of another task', async () => {
    const { code, stdout } = await plasm(home, ['verify', receipt, '--json', '--task', `sha256:${'0'.repeat(64)}`])
    expect([code, JSON.parse(stdout)]).toEqual([
      1,
      expect.objectContaining({ valid: false, problem: expect.objectContaining({ code: 'TASK_MISMATCH' }) }),
    ])
  })

  test('answers no to a changed byte', async () => {
    const envelope = JSON.parse(readFileSync(receipt, 'utf8')) as { payload: string }
    const payload = Buffer.from(envelope.payload, 'base64').toString().replace('"code":0', '"code":1')
    const { code, stderr } = await plasm(
      home,
      ['verify', '-'],
      JSON.stringify({ ...envelope, payload: Buffer.from(payload).toString('base64') }),
    )
    expect([code, stderr]).toEqual([1, expect.stringContaining('SIGNATURE_INVALID')])
  })

  test('cannot read what is not there', async () => {
    expect(await plasm(home, ['verify', '/nowhere.json'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('/nowhere.json'),
    })
  })
})

describe('plasm itself', () => {
  test('suggests the command that was meant', async () => {
    expect(await plasm(home, ['statsu'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Did you mean status?'),
    })
  })

  test('names the sockets where no daemon answers, and how to start one', async () => {
    const { code, stderr } = await plasm(home, ['status'])
    expect(code).toBe(3)
    expect(stderr).toContain(home.file('.local/share/plasm/api.sock'))
    expect(stderr).toContain('plasm daemon')
  })

  test('tells errors as problems with --json', async () => {
    const { code, stderr } = await plasm(home, ['jobs', '--json', '--socket', home.file('none.sock')])
    expect([code, JSON.parse(stderr)]).toEqual([
      3,
      expect.objectContaining({ code: 'DAEMON_UNREACHABLE', status: 503 }),
    ])
  })

  test('makes tokens, of which only the hash is kept', async () => {
    const { stdout } = await plasm(home, ['token', 'ci', '--json'])
    const { token, sha256 } = JSON.parse(stdout) as { token: string; sha256: string }
    expect(token).toMatch(/^plasm_[\w-]{43}$/)
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(await plasm(home, ['token', 'local'])).toMatchObject({ code: 2 })
  })
})
