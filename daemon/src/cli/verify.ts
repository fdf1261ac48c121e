import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { type Command, Option } from 'commander'
import manifestSchema from '../../../schemas/manifest.schema.json' with { type: 'json' }
import { problemOf } from '../api/problem.ts'
import { systemClock } from '../clock.ts'
import { cacheDirectory, stateDirectory } from '../config/directories.ts'
import { isPlasmError, PlasmError } from '../errors.ts'
import { parsePeerId } from '../identity/peer-id.ts'
import { parseDigest } from '../manifest/digest.ts'
import { isJobId } from '../manifest/job-id.ts'
import type { ReceiptExpectations, VerifiedReceipt } from '../receipt/verify.ts'
import { verifyReceipt } from '../receipt/verify-node.ts'
import type { Isolation, RuntimeName } from '../sandbox/sandbox.ts'
import { BlobSearch, daemonJob, directoryOfFiles, namedFiles, ownStore } from './blob-search.ts'
import { type ClientOptions, clientFor, withClientOptions } from './client-options.ts'
import { exitCodes } from './exit-codes.ts'
import { integer } from './integer-option.ts'
import { openSandbox } from './open-sandbox.ts'
import type { Cli } from './program.ts'
import { rerunJson, rerunText } from './render/rerun.ts'
import { list } from './render/table.ts'
import { oneLine, outcomeText } from './render/values.ts'
import { type RerunVerdict, rerun, runtimesBeside, type SignedClaim } from './rerun.ts'
import { printLine, type Terminal } from './terminal.ts'

interface VerifyOptions extends ClientOptions, RerunChoices {
  readonly node?: readonly string[]
  readonly submitter?: string
  readonly order?: string
  readonly task?: string
  readonly job?: string
  readonly rerun?: boolean
}

/** What --rerun takes, and nothing without it does. */
interface RerunChoices {
  readonly runtime?: RuntimeName
  readonly isolation?: Isolation
  readonly wallTime?: string
  readonly blob?: readonly string[]
  readonly blobs?: readonly string[]
  readonly socket?: string
}

export function addVerify(program: Command, { terminal, exit }: Cli): void {
  withClientOptions(
    program
      .command('verify <file>')
      .usage('<file> [options]')
      .description('verify a receipt offline; - reads standard input; with --rerun, run its task again and compare'),
  )
    .option('--node <peer...>', 'peer IDs that may have signed it')
    .option('--submitter <peer>', 'whose order it must answer')
    .option('--order <digest>', 'the order that it must answer')
    .option('--task <digest>', 'the task that it must be about')
    .option('--job <job>', 'the job that it must be about')
    .option('--rerun', 'run its task again, here, and compare the results')
    .addOption(
      new Option('--runtime <name>', 'what runs it again (default: another than the receipt names)').choices([
        'interpreter',
        'v8',
      ]),
    )
    .addOption(
      new Option('--isolation <level>', 'the least level of sandbox that will do (default: reduced)').choices([
        'full',
        'reduced',
      ]),
    )
    .option('--wall-time <ms>', `limit of real time for the re-run (default: ${defaultWallTimeMs})`)
    .option('--blob <file...>', 'files that may be the module, an input, the task or an output: told by their content')
    .option('--blobs <directory...>', 'directories of such files')
    .addHelpText('after', help)
    .action(async (file: string, options: VerifyOptions) => {
      const expected = expectations(options)
      const wallTimeMs = checkChoices(options)
      const envelope = file === '-' ? await buffer(terminal.stdin) : await read(file)
      const receipt = verified(envelope, expected)
      if (isPlasmError(receipt)) {
        exit(exitCodes.no)
        return await refuse(receipt, options, terminal)
      }
      if (!options.rerun)
        return await printLine(terminal.stdout, options.json ? JSON.stringify(asJson(receipt)) : asText(receipt))

      const search = searchFor(receipt, options, terminal)
      const verdict = await runAgain({ envelope, expected, receipt }, search, wallTimeMs, options, terminal)
      exit(exitCodeFor(verdict))
      if (verdict.kind === 'contradicted') return await refuse(verdict.error, options, terminal)
      const answer = options.json
        ? JSON.stringify({ ...asJson(receipt), rerun: rerunJson(verdict, search.describe()) })
        : `${asText(receipt)}\n\n${rerunText(verdict, search.describe())}`
      await printLine(terminal.stdout, answer)
    })
}

const { Request } = manifestSchema.$defs
const defaultWallTimeMs = 600_000

const help = `
Without --node, --task and --job a valid receipt is "signature valid": whoever holds that key said so.
With all three, met, it is "trusted". With --rerun, and the same result here, it is "verified by re-run".

--rerun looks for the task, its module and its inputs in the files and directories that you name, in what
\`plasm run --receipt\` kept, and at the daemon (--socket) that the job was submitted to. It ends with
  0  the same result
  1  the receipt is not valid
  6  another result: the first part that differs is shown
  7  cannot be compared: the guest came to no end of its own, or saw a real clock or real randomness
  8  not all is here that a run takes: what is missing is named`

/** The verified receipt, or the first rule that it breaks. */
function verified(envelope: Uint8Array, expected: ReceiptExpectations): VerifiedReceipt | PlasmError {
  try {
    return verifyReceipt(envelope, expected)
  } catch (error) {
    if (isPlasmError(error)) return error
    throw error
  }
}

const rerunFlags = [
  ['runtime', '--runtime'],
  ['isolation', '--isolation'],
  ['wallTime', '--wall-time'],
  ['blob', '--blob'],
  ['blobs', '--blobs'],
  ['socket', '--socket'],
] as const

/** The wall time of a re-run, in milliseconds. USAGE for what is said of a re-run where none is asked for. */
function checkChoices(options: VerifyOptions): number {
  const stray = rerunFlags.find(([name]) => options[name] !== undefined)
  if (!options.rerun && stray !== undefined)
    throw new PlasmError('USAGE', `${stray[1]} is for a re-run, and nothing is run without --rerun`)
  return integer(options.wallTime, '--wall-time', Request.properties.wallTimeMs) ?? defaultWallTimeMs
}

function searchFor(
  { job, statement }: VerifiedReceipt,
  { blob = [], blobs = [], socket }: VerifyOptions,
  terminal: Terminal,
): BlobSearch {
  return new BlobSearch([
    ...(blob.length === 0 ? [] : [namedFiles(blob)]),
    ...blobs.map(directoryOfFiles),
    ownStore(stateDirectory(terminal), systemClock),
    daemonJob(clientFor(socket === undefined ? {} : { socket }, terminal), job, statement.predicate.task.digest),
  ])
}

async function runAgain(
  claim: SignedClaim,
  blobs: BlobSearch,
  wallTimeMs: number,
  { runtime, isolation = 'reduced', json }: VerifyOptions,
  terminal: Terminal,
): Promise<RerunVerdict> {
  const ranOn = claim.receipt.statement.predicate.execution.runtime.name
  const runtimes = runtime === undefined ? runtimesBeside(ranOn) : [runtime]
  return await rerun(
    claim,
    {
      blobs,
      openSandbox: ({ limits }) =>
        openSandbox({
          runtimes,
          isolation,
          cacheDirectory: cacheDirectory(terminal),
          memoryBytes: limits.memoryBytes,
          wallTimeMs,
        }),
      onBegin: async (name) => {
        const before = oneLine(ranOn)
        if (!json)
          await printLine(terminal.stderr, `plasm: running the task again, on ${name} (the receipt: ${before})`)
      },
    },
    { ...(runtime === undefined ? {} : { runtime }), wallTimeMs, signal: terminal.interruption() },
  )
}

function exitCodeFor(verdict: RerunVerdict): number {
  switch (verdict.kind) {
    case 'agrees':
      return exitCodes.success
    case 'differs':
      return exitCodes.rerunDiffers
    case 'incomparable':
      return exitCodes.rerunIncomparable
    case 'missing':
      return exitCodes.blobsMissing
    case 'contradicted':
      return exitCodes.no
    case 'cancelled':
      return exitCodes.interrupted
    default:
      return verdict satisfies never
  }
}

async function read(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (cause) {
    const hint = isJobId(file) ? `; for the receipt of a job: plasm receipt save ${file} receipt.json` : ''
    throw new PlasmError('USAGE', `${file} cannot be read: ${(cause as Error).message}${hint}`, { cause })
  }
}

/** What is expected, as it was named. USAGE for what can name nothing: no receipt could ever meet it. */
function expectations({ node, submitter, order, task, job }: VerifyOptions): ReceiptExpectations {
  for (const peer of node ?? []) expectForm('--node', peer, parsePeerId)
  expectForm('--submitter', submitter, parsePeerId)
  expectForm('--order', order, parseDigest)
  expectForm('--task', task, parseDigest)
  if (job !== undefined && !isJobId(job))
    throw new PlasmError('USAGE', `--job: ${JSON.stringify(job.slice(0, 80))} is not a job ID: a UUIDv7 in lower case`)
  return {
    ...(node === undefined ? {} : { nodes: node }),
    ...(submitter === undefined ? {} : { submitter }),
    ...(order === undefined ? {} : { order }),
    ...(task === undefined ? {} : { task }),
    ...(job === undefined ? {} : { job }),
  }
}

function expectForm(flag: string, text: string | undefined, parse: (text: string) => unknown): void {
  if (text === undefined) return
  try {
    parse(text)
  } catch (cause) {
    throw new PlasmError('USAGE', `${flag}: ${(cause as Error).message}`, { cause })
  }
}

function asJson({ trusted, statement, ...names }: VerifiedReceipt): object {
  return { valid: true, trusted, ...names, outcome: statement.predicate.result.outcome, statement }
}

function asText({ trusted, statement, digest, resultDigest, node, job }: VerifiedReceipt): string {
  const { task, result } = statement.predicate
  return [
    trusted
      ? 'trusted: signed by an expected node, about the expected task and job'
      : 'signature valid: the holder of this key said so (name --node, --task and --job to know whether to trust it)',
    list([
      ['receipt', digest],
      ['node', node],
      ['job', job],
      ['task', task.digest],
      ['outcome', outcomeText(result.outcome)],
      ['fuel', result.fuel === null ? 'not measured' : String(result.fuel)],
      ['result', resultDigest],
    ]),
  ].join('\n')
}

async function refuse(error: PlasmError, { json }: VerifyOptions, { stdout, stderr }: Terminal): Promise<void> {
  if (json) await printLine(stdout, JSON.stringify({ valid: false, trusted: false, problem: problemOf(error) }))
  else await printLine(stderr, `not valid: ${error.code}: ${oneLine(error.message, 4000)}`)
}
