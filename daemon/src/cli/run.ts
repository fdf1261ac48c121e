import { constants } from 'node:fs'
import { access, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Command, Option } from 'commander'
import manifestSchema from '../../../schemas/manifest.schema.json' with { type: 'json' }
import { systemClock } from '../clock.ts'
import { cacheDirectory, stateDirectory } from '../config/directories.ts'
import { PlasmError } from '../errors.ts'
import { digestOf } from '../manifest/digest.ts'
import { checkManifest, type Manifest } from '../manifest/manifest.ts'
import type { Outcome } from '../runtime/outcome.ts'
import type { Isolation, RuntimeName, Sandbox, SandboxOptions, SandboxResult } from '../sandbox/sandbox.ts'
import { withJson } from './client-options.ts'
import { exitCodeOf, exitCodes } from './exit-codes.ts'
import { integer } from './integer-option.ts'
import { OneOffRun } from './one-off.ts'
import { type OpenSandbox, openSandbox } from './open-sandbox.ts'
import { OutputDirectory } from './output-directory.ts'
import type { Cli } from './program.ts'
import { bothJson, bothText } from './render/both.ts'
import { oneLine, outcomeText } from './render/values.ts'
import { type BothVerdict, runOnBoth } from './run-both.ts'
import { type RunInputs, readInputs } from './run-inputs.ts'
import { printLine, type Terminal } from './terminal.ts'

interface RunOptions {
  readonly runtime: 'any' | RuntimeName
  readonly on?: 'both'
  readonly isolation: Isolation
  readonly fuel?: string
  readonly memory?: string
  readonly output?: string
  readonly wallTime?: string
  readonly env?: readonly string[]
  readonly file?: readonly string[]
  readonly out?: string
  readonly receipt?: string
  readonly keep: boolean
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
      new Option('--on <which>', 'run it on both runtimes, and fail where they differ')
        .choices(['both'])
        .conflicts('runtime'),
    )
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
    .option('--receipt <file>', 'write the signed receipt here, and keep what `plasm verify --rerun` takes')
    .option('--no-keep', 'with --receipt: keep neither inputs nor outputs')
    .addHelpText('after', '\nWhat follows the module belongs to the guest; a first -- is left out.')
    .action(async (file: string, args: readonly string[], options: RunOptions) => {
      const inputs = await readInputs(file, options.file ?? [], terminal)
      const manifest = manifestOf(inputs, args[0] === '--' ? args.slice(1) : args, options)
      if (options.receipt !== undefined) await expectWritable(options.receipt)
      const out = options.out === undefined ? undefined : await OutputDirectory.check(options.out)
      const module = inputs.blobs.get(inputs.module)!
      const signal = terminal.interruption()
      const opened = await openSandbox({
        runtimes: runtimesFor(options),
        isolation: options.isolation,
        cacheDirectory: cacheDirectory(terminal),
        memoryBytes: manifest.task.limits.memoryBytes,
        wallTimeMs: manifest.request.wallTimeMs,
      })
      try {
        const deps = { stateDirectory: stateDirectory(terminal), sandbox: opened.sandbox, clock: systemClock }
        const run = new OneOffRun(deps, manifest, inputs.blobs)
        const story = { run, manifest, module, options, out, opened, signal, terminal }
        exit(await (options.on === 'both' ? runBoth(story) : runOnce(story)))
      } finally {
        await opened.sandbox.stop()
      }
    })
}

/** What a single run needs, and no more: children take their time to start. Of its module nothing is known before. */
function runtimesFor({ runtime, on }: RunOptions): readonly RuntimeName[] {
  if (on === 'both') return ['interpreter', 'v8']
  return [runtime === 'any' ? 'interpreter' : runtime]
}

/** One command from its first byte of output to its exit code. */
interface Story {
  readonly run: OneOffRun
  readonly manifest: Manifest
  readonly module: Uint8Array
  readonly options: RunOptions
  readonly out: OutputDirectory | undefined
  readonly opened: OpenSandbox
  readonly signal: AbortSignal
  readonly terminal: Terminal
}

async function runOnce(story: Story): Promise<number> {
  const { run, options, opened, module, signal, terminal } = story
  const result = await run.execute(options.runtime, whatItWrites(story))
  if (result.outcome.kind === 'failed' && result.outcome.reason === 'unsupported') {
    const needs = await needsOf(opened.sandbox, module, signal)
    throw new PlasmError('FEATURE_UNSUPPORTED', `this build cannot run what the program needs: ${needs}`)
  }
  await deliver(story, result)
  if (options.json) await printLine(terminal.stderr, JSON.stringify(asJson(story, result)))
  else await tell(story, result.outcome)
  return exitCodeFor(result.outcome)
}

/** Nothing is delivered, and nothing signed, that the two runtimes do not agree on. */
async function runBoth(story: Story): Promise<number> {
  const { run, options, opened, terminal } = story
  const verdict = await runOnBoth(run, opened, whatItWrites(story))
  const [first] = verdict.runs
  if (verdict.kind === 'agree') await deliver(story, first)
  if (options.json)
    await printLine(terminal.stderr, JSON.stringify({ ...asJson(story, first), both: bothJson(verdict) }))
  else {
    if (verdict.kind === 'agree') await tell(story, first.outcome)
    await printLine(terminal.stderr, `plasm: ${bothText(verdict)}`)
  }
  return exitCodeForBoth(verdict)
}

function exitCodeForBoth(verdict: BothVerdict): number {
  switch (verdict.kind) {
    case 'agree':
      return exitCodeFor(verdict.runs[0].outcome)
    case 'differ':
      return exitCodes.runtimesDiffer
    case 'incomparable':
      return verdict.runs.some(({ outcome }) => outcome.kind === 'cancelled')
        ? exitCodes.interrupted
        : exitCodes.runsIncomparable
    default:
      return verdict satisfies never
  }
}

function exitCodeFor(outcome: Outcome): number {
  return outcome.kind === 'cancelled' ? exitCodes.interrupted : exitCodeOf(outcome)
}

function whatItWrites({ signal, terminal }: Story): SandboxOptions {
  return { signal, onOutput: (stream, bytes) => void terminal[stream].write(bytes) }
}

/** The files that the guest left, and the receipt, each where the user wants it. */
async function deliver({ run, options, out, terminal }: Story, result: SandboxResult): Promise<void> {
  for (const { path, bytes } of result.files) await out?.write(path, [bytes])
  if (options.receipt === undefined) return
  const { envelope, notKept } = await run.signReceipt(result, options)
  await writeFile(options.receipt, envelope)
  if (notKept !== undefined && !options.json)
    await printLine(terminal.stderr, `plasm: not kept for \`plasm verify --rerun\`: ${notKept}`)
}

function asJson({ run, opened }: Story, { outcome, ...result }: SandboxResult): object {
  const detail = outcome.kind === 'failed' ? opened.trouble() : undefined
  return {
    outcome,
    ...(detail === undefined ? {} : { detail }),
    fuel: result.fuel,
    memoryBytes: result.memoryBytes,
    files: result.files.map(({ path, bytes }) => ({ path, digest: digestOf(bytes), bytes: bytes.length })),
    task: run.taskDigest,
    runtime: result.runtime,
    isolation: result.isolation,
  }
}

/** Says how it ended, where its exit code does not. */
async function tell({ manifest, module, opened, signal, terminal }: Story, outcome: Outcome): Promise<void> {
  if (outcome.kind === 'exited' && outcome.code <= 255) return
  const more =
    outcome.kind === 'rejected'
      ? await detailOf(opened.sandbox, module, signal)
      : remedy(outcome, manifest, opened.trouble())
  await printLine(terminal.stderr, `plasm: ${outcomeText(outcome)}${more}`)
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

/** What the validator says in words, for whoever wrote the module, whose names it quotes. */
async function detailOf(sandbox: Sandbox, module: Uint8Array, signal: AbortSignal): Promise<string> {
  const inspection = await sandbox.inspect(module, { signal })
  return inspection.kind === 'rejected' ? ` (${oneLine(inspection.detail)})` : ''
}

function manifestOf({ module, stdin, files }: RunInputs, args: readonly string[], options: RunOptions): Manifest {
  const limits = {
    fuel: integer(options.fuel, '--fuel', Limits.properties.fuel),
    memoryBytes: integer(options.memory, '--memory', Limits.properties.memoryBytes),
    outputBytes: integer(options.output, '--output', Limits.properties.outputBytes),
  }
  const wallTimeMs = integer(options.wallTime, '--wall-time', Request.properties.wallTimeMs)
  return checkManifest({
    plasm: 1,
    task: {
      module,
      args: [...args],
      env: Object.fromEntries((options.env ?? []).map(variable)),
      ...(stdin === undefined ? {} : { stdin }),
      files,
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
