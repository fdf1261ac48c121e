import { constants } from 'node:fs'
import { access, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Command, Option } from 'commander'
import manifestSchema from '../../../schemas/manifest.schema.json' with { type: 'json' }
import { systemClock } from '../clock.ts'
import { stateDirectory } from '../config/directories.ts'
import { PlasmError } from '../errors.ts'
import { digestOf } from '../manifest/digest.ts'
import { checkManifest, type Manifest } from '../manifest/manifest.ts'
import type { Outcome } from '../runtime/outcome.ts'
import { ProcessSandbox } from '../sandbox/process-sandbox.ts'
import { chooseRuntime } from '../sandbox/runtime-choice.ts'
import type { RuntimeName, Sandbox } from '../sandbox/sandbox.ts'
import { withJson } from './client-options.ts'
import { exitCodeOf, exitCodes } from './exit-codes.ts'
import { parseNamedFile, readable } from './input-files.ts'
import { type OneOffInputs, OneOffRun } from './one-off.ts'
import { OutputDirectory } from './output-directory.ts'
import type { Cli } from './program.ts'
import { oneLine, outcomeText } from './render/values.ts'
import { printLine, type Terminal } from './terminal.ts'

interface RunOptions {
  readonly runtime: 'any' | RuntimeName
  readonly isolation: 'full' | 'reduced'
  readonly fuel?: string
  readonly memory?: string
  readonly output?: string
  readonly wallTime?: string
  readonly env?: readonly string[]
  readonly file?: readonly string[]
  readonly out?: string
  readonly receipt?: string
  readonly json?: boolean
}

export function addRun(program: Command, { terminal, exit }: Cli): void {
  withJson(
    program
      .command('run <module> [args...]')
      .description("run a WebAssembly program once, here, without a daemon; its streams and exit code are plasm's own"),
  )
    .passThroughOptions()
    .addOption(new Option('--runtime <name>', 'what executes it').choices(['any', 'interpreter', 'v8']).default('any'))
    .addOption(
      new Option('--isolation <level>', 'the least level of sandbox that will do')
        .choices(['full', 'reduced'])
        .default('reduced'),
    )
    .option('--fuel <units>', 'limit of metered work')
    .option('--memory <bytes>', 'limit of linear memory')
    .option('--output <bytes>', 'limit of stdout, stderr and all files written, together')
    .option('--wall-time <ms>', 'limit of real time')
    .option('--env <name=value>', 'an environment variable of the guest, repeatable', collect)
    .option('--file <guest=host>', 'an input file: its path below /in, and the file here; repeatable', collect)
    .option('--out <directory>', 'gives the guest /out, and writes its files here after the run')
    .option('--receipt <file>', 'write the signed receipt here')
    .addHelpText('after', '\nWhat follows the module belongs to the guest; a first -- is left out.')
    .action(async (file: string, args: readonly string[], options: RunOptions) => {
      const inputs = {
        module: await readModule(file),
        files: await readFiles(options.file ?? []),
        stdin: await readStdin(terminal),
        args: args[0] === '--' ? args.slice(1) : args,
      }
      const manifest = manifestOf(inputs, options)
      if (options.receipt !== undefined) await expectWritable(options.receipt)
      const out = options.out === undefined ? undefined : await OutputDirectory.check(options.out)
      const signal = terminal.interruption()
      let trouble: string | undefined
      const sandbox = await ProcessSandbox.start({
        runtimes: runtimesFor(options.runtime, inputs.module),
        waitingChildren: 0,
        maximumMemoryBytes: manifest.task.limits.memoryBytes,
        maximumWallTimeMs: manifest.request.wallTimeMs,
        onTrouble: (detail) => {
          trouble = oneLine(detail)
        },
      })
      try {
        const into = { ...options, ...(out && { directory: out }), trouble: () => trouble }
        exit(await runIn(sandbox, manifest, inputs, into, signal, terminal))
      } finally {
        await sandbox.stop()
      }
    })
}

/** What a single run needs, and no more: children take their time to start. */
function runtimesFor(runtime: RunOptions['runtime'], module: Uint8Array): readonly RuntimeName[] {
  if (runtime !== 'any') return [runtime]
  const chosen = chooseRuntime({ moduleBytes: module.length }, ['interpreter', 'v8'])
  return chosen === 'v8' ? ['interpreter', 'v8'] : [chosen]
}

interface Inputs extends OneOffInputs {
  readonly args: readonly string[]
}

async function runIn(
  sandbox: Sandbox,
  manifest: Manifest,
  inputs: Inputs,
  options: RunOptions & {
    readonly directory?: OutputDirectory
    /** What was behind an outcome that is this machine's own fault, as the sandbox says it. */
    trouble(): string | undefined
  },
  signal: AbortSignal,
  terminal: Terminal,
): Promise<number> {
  if (options.isolation === 'full' && sandbox.isolation !== 'full') {
    throw new PlasmError(
      'SANDBOX_UNAVAILABLE',
      `this machine gives reduced isolation only: ${sandbox.isolationReason ?? 'the reason is not known'}`,
    )
  }
  const run = new OneOffRun({ stateDirectory: stateDirectory(terminal), sandbox, clock: systemClock }, manifest, inputs)
  const result = await run.execute({ signal, onOutput: (stream, bytes) => void terminal[stream].write(bytes) })
  const { outcome } = result
  if (outcome.kind === 'failed' && outcome.reason === 'unsupported') {
    const needs = await needsOf(sandbox, inputs.module, signal)
    throw new PlasmError('FEATURE_UNSUPPORTED', `this build cannot run what the program needs: ${needs}`)
  }
  const detail = outcome.kind === 'failed' ? options.trouble() : undefined
  for (const { path, bytes } of result.files) await options.directory?.write(path, [bytes])
  if (options.receipt !== undefined) await writeFile(options.receipt, (await run.signReceipt(result)).envelope)
  if (options.json)
    await printLine(
      terminal.stderr,
      JSON.stringify({
        outcome,
        ...(detail === undefined ? {} : { detail }),
        fuel: result.fuel,
        memoryBytes: result.memoryBytes,
        files: result.files.map(({ path, bytes }) => ({ path, digest: digestOf(bytes), bytes: bytes.length })),
        task: run.taskDigest,
        runtime: result.runtime,
        isolation: result.isolation,
      }),
    )
  else if (outcome.kind === 'rejected')
    await printLine(terminal.stderr, `plasm: ${outcomeText(outcome)}${await detailOf(sandbox, inputs.module, signal)}`)
  else if (outcome.kind !== 'exited' || outcome.code > 255)
    await printLine(terminal.stderr, `plasm: ${outcomeText(outcome)}${remedy(outcome, manifest, detail)}`)
  return outcome.kind === 'cancelled' ? exitCodes.interrupted : exitCodeOf(outcome)
}

/** What stands behind an outcome: the limit and how to raise it, or what went wrong here. */
function remedy(outcome: Outcome, { task: { limits }, request }: Manifest, detail: string | undefined): string {
  if (outcome.kind === 'failed' && detail !== undefined) return ` (${detail})`
  if (outcome.kind !== 'exceeded') return ''
  switch (outcome.limit) {
    case 'fuel':
      return ` of ${limits.fuel} units; --fuel raises it`
    case 'memory':
      return ` of ${limits.memoryBytes} bytes; --memory raises it`
    case 'output':
      return ` of ${limits.outputBytes} bytes; --output raises it`
    case 'wallTime':
      return ` of ${request.wallTimeMs} ms; --wall-time raises it`
    default:
      return outcome.limit satisfies never
  }
}

async function needsOf(sandbox: Sandbox, module: Uint8Array, signal: AbortSignal): Promise<string> {
  const inspection = await sandbox.inspect(module, { signal })
  const features = inspection.kind === 'runnable' ? inspection.features : []
  return features.length === 0 ? 'the reason is not known' : features.join(', ')
}

/** What the validator says in words, for whoever wrote the module. */
async function detailOf(sandbox: Sandbox, module: Uint8Array, signal: AbortSignal): Promise<string> {
  const inspection = await sandbox.inspect(module, { signal })
  return inspection.kind === 'rejected' ? ` (${inspection.detail})` : ''
}

function manifestOf({ module, stdin, files, args }: Inputs, options: RunOptions): Manifest {
  const limits = {
    fuel: integer(options.fuel, '--fuel', Limits.properties.fuel),
    memoryBytes: integer(options.memory, '--memory', Limits.properties.memoryBytes),
    outputBytes: integer(options.output, '--output', Limits.properties.outputBytes),
  }
  const wallTimeMs = integer(options.wallTime, '--wall-time', Request.properties.wallTimeMs)
  return checkManifest({
    plasm: 1,
    task: {
      module: digestOf(module),
      args: [...args],
      env: Object.fromEntries((options.env ?? []).map(variable)),
      ...(stdin.length > 0 ? { stdin: digestOf(stdin) } : {}),
      files: files.map(({ path, bytes }) => ({ path, digest: digestOf(bytes) })),
      outputs: options.out === undefined ? [] : ['/out'],
      limits: Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined)),
    },
    request: {
      runtime: options.runtime,
      isolation: options.isolation,
      ...(wallTimeMs === undefined ? {} : { wallTimeMs }),
      placement: { where: 'local' },
      cache: false,
    },
  })
}

function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value]
}

function variable(text: string): [string, string] {
  const at = text.indexOf('=')
  if (at < 1) throw new PlasmError('USAGE', `--env wants NAME=VALUE, not "${text}"`)
  return [text.slice(0, at), text.slice(at + 1)]
}

const { Limits, Request } = manifestSchema.$defs

interface Range {
  readonly minimum: number
  readonly maximum: number
}

function integer(text: string | undefined, flag: string, { minimum, maximum }: Range): number | undefined {
  if (text === undefined) return undefined
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN
  if (value >= minimum && value <= maximum) return value
  throw new PlasmError(
    'USAGE',
    `${flag} wants a whole number from ${minimum} to ${maximum}, not "${text.slice(0, 80)}"`,
  )
}

async function readModule(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (cause) {
    throw new PlasmError('USAGE', `the module ${file} cannot be read: ${(cause as Error).message}`, { cause })
  }
}

async function readFiles(named: readonly string[]): Promise<OneOffInputs['files']> {
  const files = []
  for (const { guest, host } of named.map(parseNamedFile))
    files.push({ path: guest, bytes: await readFile(await readable(host)) })
  return files
}

const stdinLimitBytes = 2 ** 30

/** All of standard input, for a task names its input by digest. What is typed at a terminal is not waited for. */
async function readStdin({ stdin }: Terminal): Promise<Uint8Array> {
  if (stdin.isTTY) return new Uint8Array(0)
  const chunks: Uint8Array[] = []
  let total = 0
  for await (const chunk of stdin as AsyncIterable<Uint8Array>) {
    total += chunk.length
    if (total > stdinLimitBytes)
      throw new PlasmError('BLOB_TOO_LARGE', `standard input is longer than ${stdinLimitBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Before the run: a receipt that cannot be written must not cost one. */
async function expectWritable(file: string): Promise<void> {
  try {
    await access(dirname(file), constants.W_OK)
  } catch (cause) {
    throw new PlasmError('USAGE', `--receipt: ${dirname(file)} cannot be written: ${(cause as Error).message}`, {
      cause,
    })
  }
}
