import { mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { PlasmError } from '../errors.ts'
import type { JobView, ReceiptView } from '../generated/types.ts'
import { digestHex } from '../manifest/digest.ts'
import { payloadTypes } from '../receipt/dsse.ts'
import { verifyReceipt } from '../receipt/verify-node.ts'
import type { ApiClient } from './api-client.ts'
import { BlobSearch, daemonJob } from './blob-search.ts'
import { type ClientOptions, clientFor, withClientOptions } from './client-options.ts'
import { exitCodes } from './exit-codes.ts'
import type { Cli } from './program.ts'
import { list, table } from './render/table.ts'
import { bytes, duration, oneLine, outcomeText, short, time } from './render/values.ts'
import { type NamedBlob, neededBlobs } from './rerun.ts'
import { printLine, write } from './terminal.ts'

/** The receipts that a daemon keeps. A job's ID stands for its receipts, where one is wanted for its only one. */
export function addReceipt(program: Command, { terminal, exit }: Cli): void {
  const receipt = program.command('receipt').description('list, show and save receipts')

  withClientOptions(receipt.command('list').description('list receipts, newest first'))
    .option('--limit <number>', 'how many', '20')
    .option('--before <receipt>', 'older than this one')
    .action(async (options: ClientOptions & { readonly limit: string; readonly before?: string }) => {
      const query = new URLSearchParams({
        limit: options.limit,
        ...(options.before === undefined ? {} : { before: options.before }),
      })
      const page = await clientFor(options, terminal).json<{ items: readonly ReceiptView[]; next?: string }>(
        'GET',
        `/v1/receipts?${query}`,
      )
      if (options.json) return await printLine(terminal.stdout, JSON.stringify(page))
      if (page.items.length === 0) return await printLine(terminal.stderr, 'no receipts yet')
      const rows = page.items.map((view) => [
        view.digest,
        view.job,
        view.own ? 'this one' : short(view.node),
        time(view.storedAt),
        outcomeText(view.statement.predicate.result.outcome),
      ])
      await printLine(terminal.stdout, table(['RECEIPT', 'JOB', 'NODE', 'STORED', 'OUTCOME'], rows))
      if (page.next !== undefined) await printLine(terminal.stderr, `more: plasm receipt list --before ${page.next}`)
    })

  withClientOptions(
    receipt.command('show <receipt>', { isDefault: true }).description('show a receipt, or those of a job, decoded'),
  ).action(async (name: string, options: ClientOptions) => {
    const client = clientFor(options, terminal)
    const views: ReceiptView[] = []
    for (const digest of await digestsOf(name, client))
      views.push(await client.json<ReceiptView>('GET', `/v1/receipts/${digest}`))
    const texts = views.map((view) => (options.json ? JSON.stringify(view) : describe(view)))
    await printLine(terminal.stdout, texts.join(options.json ? '\n' : '\n\n'))
  })

  withClientOptions(
    receipt.command('get <receipt>').description('write the signed envelope to standard output'),
  ).action(async (name: string, options: ClientOptions) => {
    await write(terminal.stdout, await envelopeOf(name, clientFor(options, terminal)))
  })

  withClientOptions(receipt.command('save <receipt> <file>').description('write the signed envelope to a file'))
    .option('--blobs <directory>', 'write task, inputs and outputs here, for `plasm verify --rerun --blobs`')
    .action(async (name: string, file: string, options: ClientOptions & { readonly blobs?: string }) => {
      const client = clientFor(options, terminal)
      const envelope = await envelopeOf(name, client)
      if (options.blobs !== undefined) await makeBlobDirectory(options.blobs)
      await writeFile(file, envelope)
      const missing = options.blobs === undefined ? [] : await saveBlobs(envelope, options.blobs, client)
      if (missing.some(({ needed }) => needed)) exit(exitCodes.blobsMissing)
      if (options.json)
        return await printLine(terminal.stdout, JSON.stringify({ file, bytes: envelope.length, missing }))
      const rerun = options.blobs === undefined ? '' : ` --rerun --blobs ${options.blobs}`
      await printLine(terminal.stdout, `${file}: verify it anywhere with \`plasm verify ${file}${rerun}\``)
      for (const { what, digest } of missing)
        await printLine(terminal.stderr, `plasm: not to be had here: ${oneLine(what)}, ${digest}`)
    })
}

async function makeBlobDirectory(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST' && (await stat(path)).isDirectory()) return
    throw new PlasmError('USAGE', `--blobs: ${path} cannot be made: ${(cause as Error).message}`, { cause })
  }
}

/** Writes all that a re-run of this receipt takes and can use into a directory, under their digests; returns what is not to be had. */
async function saveBlobs(
  envelope: Uint8Array,
  directory: string,
  client: ApiClient,
): Promise<readonly (NamedBlob & { readonly needed: boolean })[]> {
  const { statement, job } = verifyReceipt(envelope)
  const { task, result } = statement.predicate
  const outputs = [{ path: 'stdout', ...result.stdout }, { path: 'stderr', ...result.stderr }, ...result.files]
  const named = [
    ...neededBlobs(task).map((blob) => ({ ...blob, needed: true })),
    ...outputs.map(({ path, digest }) => ({ what: path, digest, needed: false })),
  ]
  const search = new BlobSearch([daemonJob(client, job, task.digest)])
  const missing: (typeof named)[number][] = []
  // One at a time: together they may be larger than memory.
  for (const blob of named) {
    const bytes = (await search.collect([blob.digest])).get(blob.digest)
    if (bytes === undefined) missing.push(blob)
    else if (bytes.length > 0) await writeFile(join(directory, digestHex(blob.digest)), bytes)
  }
  return missing
}

async function envelopeOf(name: string, client: ApiClient): Promise<Buffer> {
  return await client.bytes('GET', `/v1/receipts/${await digestOf(name, client)}`, {
    headers: { accept: payloadTypes.receipt },
  })
}

async function digestOf(name: string, client: ApiClient): Promise<string> {
  const [only, ...others] = await digestsOf(name, client)
  if (only === undefined || others.length > 0)
    throw new PlasmError(
      'USAGE',
      `${name} has ${others.length + 1} receipts; name one of ${[only, ...others].join(', ')}`,
    )
  return only
}

/** A receipt's digest as it is; a job's ID as the digests of its receipts. */
async function digestsOf(name: string, client: ApiClient): Promise<readonly string[]> {
  if (name.startsWith('sha256:')) return [encodeURIComponent(name)]
  const { receipts } = await client.json<JobView>('GET', `/v1/jobs/${encodeURIComponent(name)}`)
  if (receipts.length === 0) throw new PlasmError('RECEIPT_NOT_FOUND', `${name} has no receipt yet`)
  return receipts
}

function describe(view: ReceiptView): string {
  const { task, result, execution, log } = view.statement.predicate
  const output = (name: string, { digest, bytes: count }: { readonly digest: string; readonly bytes: number }) =>
    [name, `${bytes(count)}  ${digest}`] as const
  return list([
    ['receipt', view.digest],
    ['outcome', outcomeText(result.outcome)],
    ['result', `${view.resultDigest}${result.deterministic ? '' : '  (not deterministic)'}`],
    ['fuel', result.fuel === null ? 'not measured' : String(result.fuel)],
    ['memory', result.memoryBytes === null ? 'not measured' : bytes(result.memoryBytes)],
    output('stdout', result.stdout),
    output('stderr', result.stderr),
    ...result.files.map((file) => output(file.path, file)),
    ['task', task.digest],
    ['module', task.module],
    ['node', execution.node],
    ['submitter', execution.submitter],
    ['job', `${execution.job}, attempt ${execution.attempt}`],
    ['order', execution.order],
    ['runtime', `${execution.runtime.name} ${execution.runtime.version}, ${execution.isolation} isolation`],
    [
      'finished',
      `${time(execution.finishedAt)}${execution.startedAt === undefined ? '' : `, after ${duration(execution.finishedAt - execution.startedAt)}`}`,
    ],
    ['log', `epoch ${log.epoch}, number ${log.sequence}`],
  ])
}
