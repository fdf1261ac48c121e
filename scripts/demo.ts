/**
 * `npm run demo`: three daemons on this machine, a PHP program that has the words of a few megabytes of text counted
 * by two of them, and a picture. Ends by itself; what it starts and writes is gone afterwards, but for the picture.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'

const root = join(import.meta.dirname, '..')
const plasm = join(root, 'bin', 'plasm.mjs')
const picture = join(root, 'build', 'demo.png')
const limits = Object.freeze({ meetMs: 60_000, jobMs: 60_000, countMs: 60_000, drawMs: 60_000, stopMs: 10_000 })

interface DevnetNode {
  readonly peerId: string
  readonly socket: string
  readonly pid: number
}

const interrupted = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort())

const directory = await mkdtemp(join(tmpdir(), 'plasm-demo-'))
let devnet: ChildProcess | undefined
try {
  const lastLine = await demo()
  await stop()
  console.log(lastLine)
} catch (error) {
  if (interrupted.signal.aborted) process.exitCode = 130
  else {
    process.stderr.write(`\nThe demo failed: ${error instanceof Error ? error.message : String(error)}\n`)
    await tellLogs()
    process.exitCode = 1
  }
} finally {
  await stop()
  await rm(directory, { recursive: true, force: true })
}

async function demo(): Promise<string> {
  const corpus = join(directory, 'corpus.txt')
  const counted = join(directory, 'counted.txt')
  const { files, bytes } = await writeCorpus(corpus)
  heading('1. A network of three daemons on this machine')
  const nodes = await startDevnet()
  for (const { peerId } of nodes) console.log(`  ${peerId}`)
  const socket = nodes[0]!.socket

  heading(
    `2. Words in ${(bytes / 1e6).toFixed(1)} MB: READMEs, licences and changelogs of npm packages (${files} files)`,
  )
  const php = phpWorks()
  if (php) await show('php', [join(root, 'examples', 'demo.php'), socket, corpus, counted], limits.jobMs)
  else await countByCli(socket, corpus, counted)
  await compare(await readFile(counted, 'utf8'), corpus)

  heading('3. A picture, drawn in the sandbox of `plasm run`')
  const start = performance.now()
  await draw()
  console.log(
    `  ${picture}, in ${((performance.now() - start) / 1000).toFixed(1)} s. Any viewer opens it; it is the one file that stays.`,
  )

  heading('How to look further')
  for (const line of [
    'npx plasm devnet                           three daemons that stay; it says how to reach them:',
    'export PLASM_SOCKET=...',
    'php examples/demo.php $PLASM_SOCKET README.md',
    'npx plasm status, peers, jobs              who is there, what ran',
    'npx plasm logs --events <job>              what happened to a job',
    'npx plasm receipt list                     signed receipts; `receipt save` keeps one, `verify` checks it offline',
    'examples/README.md, sdk-php/README.md',
  ])
    console.log(`  ${line}`)
  console.log()
  return php
    ? 'Done: the PHP program verified both receipts, and the count is that of tr, sort and uniq.'
    : 'Done, but PHP is not installed: the CLI was used instead. To install PHP: sudo apt-get install -y php-cli php-curl'
}

/** READMEs, licences and changelogs below node_modules, in the order of their paths. */
async function writeCorpus(path: string): Promise<{ readonly files: number; readonly bytes: number }> {
  const modules = join(root, 'node_modules')
  const found = (await readdir(modules, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /^(readme|licen[cs]e|changelog)/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => (a < b ? -1 : 1))
  const texts = await Promise.all(found.map((file) => readFile(file)))
  const corpus = Buffer.concat(texts)
  await writeFile(path, corpus)
  return { files: found.length, bytes: corpus.length }
}

async function startDevnet(): Promise<readonly DevnetNode[]> {
  devnet = spawn(process.execPath, [plasm, 'devnet', '--json', '--dir', join(directory, 'devnet')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const signal = AbortSignal.any([interrupted.signal, AbortSignal.timeout(limits.meetMs)])
  const lines = createInterface({ input: devnet.stdout!, signal })
  for await (const line of lines) {
    const { nodes } = JSON.parse(line) as { readonly nodes: readonly DevnetNode[] }
    return nodes
  }
  throw new Error(
    signal.aborted ? `the daemons did not meet within ${limits.meetMs} ms` : '`plasm devnet` ended before it was ready',
  )
}

/** Ends the network and everything that it started. */
async function stop(): Promise<void> {
  const network = devnet
  devnet = undefined
  if (network === undefined || network.exitCode !== null || network.signalCode !== null) return
  const ended = new Promise((done) => network.once('exit', done))
  network.kill('SIGINT')
  const timer = setTimeout(() => network.kill('SIGKILL'), limits.stopMs)
  await ended
  clearTimeout(timer)
}

function phpWorks(): boolean {
  const script = 'exit(PHP_VERSION_ID >= 80100 && extension_loaded("curl") && extension_loaded("sodium") ? 0 : 1);'
  return spawnSync('php', ['-r', script], { stdio: 'ignore' }).status === 0
}

/** What demo.php does, as far as the command line can: the CLI verifies each receipt that the job has. */
async function countByCli(socket: string, corpus: string, counted: string): Promise<void> {
  console.log('  PHP is not installed here (sudo apt-get install -y php-cli php-curl): the CLI does it instead.')
  const manifest = join(directory, 'manifest.json')
  const placement = { where: 'network', replicas: 2, quorum: 2 }
  await writeFile(
    manifest,
    JSON.stringify({
      plasm: 1,
      task: { args: ['--top', '10'] },
      request: { name: 'word-count', isolation: 'reduced', placement },
    }),
  )
  const module = join(root, 'examples', 'word-count', 'word-count.wasm')
  const options = ['--socket', socket, '--module', module, '--stdin', corpus, '--watch', manifest]
  await run(process.execPath, [plasm, 'submit', ...options], counted, limits.jobMs)
  console.log(`\n${(await readFile(counted, 'utf8')).replace(/^/gm, '  ').trimEnd()}\n`)
  await show(process.execPath, [plasm, 'receipt', 'list', '--socket', socket], limits.jobMs)
}

/** Holds the ten words to a count made by other programs. */
async function compare(counted: string, corpus: string): Promise<void> {
  const script = `tr -cs 'A-Za-z' '\\n' < "$1" | tr 'A-Z' 'a-z' | grep . | sort | uniq -c | sort -k1,1nr -k2,2 | head -n 10`
  const other = join(directory, 'other.txt')
  await run('sh', ['-c', script, 'sh', corpus], other, limits.countMs, { LC_ALL: 'C' })
  const expected = (await readFile(other, 'utf8')).replace(/^ +/gm, '')
  if (counted !== expected)
    throw new Error(`the network counted\n${counted}\nbut tr, sort and uniq counted\n${expected}`)
  console.log('The count is the same as that of: tr | tr | grep . | sort | uniq -c | sort | head')
}

async function draw(): Promise<void> {
  await mkdir(join(root, 'build'), { recursive: true })
  const module = join(root, 'examples', 'picture', 'picture.wasm')
  // `plasm run` signs with a key of the user's own, made on first use: this one goes with the directory.
  const env = { XDG_STATE_HOME: join(directory, 'state') }
  await run(process.execPath, [plasm, 'run', module], picture, limits.drawMs, env)
}

/** Runs a program that writes to this terminal. */
async function show(command: string, args: readonly string[], limitMs: number): Promise<void> {
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...ending(limitMs) })
  await succeeded(child, command, args)
}

/** Runs a program that writes to a file. */
async function run(
  command: string,
  args: readonly string[],
  output: string,
  limitMs: number,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
    ...ending(limitMs),
  })
  await Promise.all([pipeline(child.stdout, createWriteStream(output)), succeeded(child, command, args)])
}

function ending(limitMs: number) {
  return { signal: interrupted.signal, timeout: limitMs, killSignal: 'SIGTERM' } as const
}

async function succeeded(child: ChildProcess, command: string, args: readonly string[]): Promise<void> {
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (...how) => resolve(how))
  })
  if (code !== 0) throw new Error(`${[command, ...args].join(' ')} ended with ${signal ?? `code ${code}`}`)
}

async function tellLogs(): Promise<void> {
  const network = join(directory, 'devnet')
  if (!existsSync(network)) return
  for (const name of (await readdir(network)).sort()) {
    const log = join(network, name, 'daemon.log')
    if (!existsSync(log)) continue
    const lines = (await readFile(log, 'utf8')).trimEnd().split('\n').slice(-10)
    process.stderr.write(`\n${name}, the last lines of its log:\n${lines.join('\n')}\n`)
  }
}

function heading(text: string): void {
  console.log(`\n${text}`)
}
