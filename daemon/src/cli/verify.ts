import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import type { Command } from 'commander'
import { problemOf } from '../api/problem.ts'
import { isPlasmError, PlasmError } from '../errors.ts'
import { parsePeerId } from '../identity/peer-id.ts'
import { parseDigest } from '../manifest/digest.ts'
import { isJobId } from '../manifest/job-id.ts'
import type { ReceiptExpectations, VerifiedReceipt } from '../receipt/verify.ts'
import { verifyReceipt } from '../receipt/verify-node.ts'
import { withJson } from './client-options.ts'
import { exitCodes } from './exit-codes.ts'
import type { Cli } from './program.ts'
import { list } from './render/table.ts'
import { outcomeText } from './render/values.ts'
import { printLine, type Terminal } from './terminal.ts'

interface VerifyOptions {
  readonly json?: boolean
  readonly node?: readonly string[]
  readonly submitter?: string
  readonly order?: string
  readonly task?: string
  readonly job?: string
}

export function addVerify(program: Command, { terminal, exit }: Cli): void {
  withJson(program.command('verify <file>').description('verify a receipt offline; - reads standard input'))
    .option('--node <peer...>', 'peer IDs that may have signed it')
    .option('--submitter <peer>', 'whose order it must answer')
    .option('--order <digest>', 'the order that it must answer')
    .option('--task <digest>', 'the task that it must be about')
    .option('--job <job>', 'the job that it must be about')
    .addHelpText(
      'after',
      '\nWithout --node, --task and --job a valid receipt is "signature valid": whoever holds that key said so.\nWith all three, met, it is "trusted".',
    )
    .action(async (file: string, options: VerifyOptions) => {
      const expected = expectations(options)
      const envelope = file === '-' ? await buffer(terminal.stdin) : await read(file)
      try {
        const receipt = verifyReceipt(envelope, expected)
        await printLine(terminal.stdout, options.json ? JSON.stringify(asJson(receipt)) : asText(receipt))
      } catch (error) {
        if (!isPlasmError(error)) throw error
        exit(exitCodes.no)
        await refuse(error, options, terminal)
      }
    })
}

async function read(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (cause) {
    throw new PlasmError('USAGE', `${file} cannot be read: ${(cause as Error).message}`, { cause })
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
  else await printLine(stderr, `not valid: ${error.code}: ${error.message}`)
}
