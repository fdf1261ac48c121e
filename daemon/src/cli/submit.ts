import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { PlasmError } from '../errors.ts'
import type { InputFile, JobEvent, JobView } from '../generated/types.ts'
import { parseStrictJson } from '../json/strict-json.ts'
import { valueText } from '../json/violations.ts'
import type { ApiClient } from './api-client.ts'
import { type ClientOptions, clientFor, withClientOptions } from './client-options.ts'
import { exitCodeOfSettlement, exitCodes } from './exit-codes.ts'
import { parseNamedFile, readable } from './input-files.ts'
import { copyOutputs, filesHint, writeOutputFiles } from './job-output.ts'
import { OutputDirectory } from './output-directory.ts'
import type { Cli } from './program.ts'
import { eventText } from './render/events.ts'
import { consideredPeers, placementText } from './render/placement.ts'
import { settlementText } from './render/values.ts'
import { printLine, type Terminal } from './terminal.ts'
import { type Upload, upload, uploadOf } from './upload.ts'

interface SubmitOptions extends ClientOptions {
  readonly module?: string
  readonly stdin?: string
  readonly file?: readonly string[]
  readonly out?: string
  readonly wait?: boolean
  readonly watch?: boolean
  readonly explain?: boolean
  readonly key?: string
}

export function addSubmit(program: Command, { terminal, exit }: Cli): void {
  withClientOptions(
    program
      .command('submit <manifest>')
      .description('submit a job to the daemon; - reads the manifest from standard input'),
  )
    .option('--module <file>', 'the WebAssembly module: uploaded, and named in the manifest')
    .option('--stdin <file>', 'standard input: uploaded, and named in the manifest')
    .option('--file <guest=host>', 'an input file below /in: uploaded, and named in the manifest; repeatable', collect)
    .option('--out <directory>', 'where the files go that it leaves; with --wait, --watch or --explain')
    .option('--wait', "wait until it is settled, then write its output; the exit code is the guest's")
    .option('--watch', 'as --wait, and tell what happens meanwhile')
    .option('--explain', 'as --wait, and tell for every peer that was considered why or why not')
    .option('--key <key>', 'idempotency key: the same key with the same manifest names the same job')
    .action(async (file: string, options: SubmitOptions) => {
      const waits = options.wait || options.watch || options.explain
      if (options.out !== undefined && !waits)
        throw new PlasmError(
          'USAGE',
          '--out wants --wait, --watch or --explain: there are no files before the job is settled',
        )
      const out = options.out === undefined ? undefined : await OutputDirectory.check(options.out)
      const client = clientFor(options, terminal)
      const manifest = await manifestBytes(file, options, client, terminal)
      const headers = { 'content-type': 'application/json', 'idempotency-key': options.key ?? randomUUID() }
      const job = await client.json<JobView>('POST', '/v1/jobs', { body: manifest, headers })
      if (!waits) {
        return await printLine(terminal.stdout, options.json ? JSON.stringify(job) : job.id)
      }
      if (!options.json) await printLine(terminal.stderr, `job ${job.id}`)
      const ended = await untilSettled(job.id, client, options, terminal)
      if (ended?.job.settlement === undefined) return exit(exitCodes.interrupted)
      const settled = { ...ended.job, settlement: ended.job.settlement }
      const considered = options.explain ? consideredPeers(ended.placing) : undefined
      exit(exitCodeOfSettlement(settled.settlement))
      if (out !== undefined) await writeOutputFiles(settled, client, out)
      if (options.json) return await printLine(terminal.stdout, JSON.stringify({ ...settled, considered }))
      if (settled.settlement.kind === 'result') await copyOutputs(settled, client, terminal)
      const hint = filesHint(settled)
      if (out === undefined && hint !== undefined) await printLine(terminal.stderr, hint)
      if (considered !== undefined) await printLine(terminal.stderr, placementText(considered))
      await printLine(terminal.stderr, `job ${job.id} ${settlementText(settled.settlement)}`)
    })
}

/** The manifest with the digests of the files that were named, which are at the daemon afterwards. */
async function manifestBytes(
  file: string,
  { module, stdin, file: files }: SubmitOptions,
  client: ApiClient,
  terminal: Terminal,
): Promise<Uint8Array> {
  const bytes = file === '-' ? await readAll(terminal) : await readFile(await readable(file))
  if (module === undefined && stdin === undefined && files === undefined) return bytes
  const manifest = parseStrictJson(bytes) as { task?: Record<string, unknown> } | null
  if (typeof manifest !== 'object' || manifest === null || typeof (manifest.task ?? {}) !== 'object') return bytes // The daemon says what is wrong.
  const task: Record<string, unknown> = { ...manifest.task }
  const uploads: Upload[] = []
  const name = async (option: string, host: string, there: unknown, what: string) => {
    const upload = await uploadOf(host)
    if (there !== undefined && there !== upload.digest)
      throw new PlasmError(
        'USAGE',
        `${option}: ${host} is ${upload.digest}, and the manifest names ${valueText(there)} as ${what}; leave one of them out`,
      )
    uploads.push(upload)
    return upload.digest
  }
  if (module !== undefined) task.module = await name('--module', module, task.module, 'task.module')
  if (stdin !== undefined) task.stdin = await name('--stdin', stdin, task.stdin, 'task.stdin')
  if (files !== undefined) {
    const named: unknown[] = Array.isArray(task.files) ? [...task.files] : []
    for (const { guest, host } of files.map(parseNamedFile)) {
      const there = named.find((file) => (file as InputFile | null)?.path === guest) as InputFile | undefined
      const digest = await name('--file', host, there?.digest, guest)
      if (there === undefined) named.push({ path: guest, digest })
    }
    task.files = named
  }
  // Only now: a manifest that is at odds with the command line leaves nothing at the daemon.
  for (const each of uploads) await upload(each, client)
  return Buffer.from(JSON.stringify({ ...manifest, task }))
}

async function readAll({ stdin }: Terminal): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stdin) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}

function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value]
}

/** Events that tell of peers: a job that streams much output has many others. */
const placingTypes: ReadonlySet<JobEvent['type']> = new Set(['peer', 'attempt', 'attempt-failed'])

/** Undefined where Ctrl-C ended the wait: the job goes on. */
async function untilSettled(
  id: string,
  client: ApiClient,
  options: SubmitOptions,
  terminal: Terminal,
): Promise<{ readonly job: JobView; readonly placing: readonly JobEvent[] } | undefined> {
  const signal = terminal.interruption()
  const placing: JobEvent[] = []
  try {
    for await (const event of client.events(id, 0, signal)) {
      if (options.explain && placingTypes.has(event.type)) placing.push(event)
      const text = options.watch ? (options.json ? JSON.stringify(event) : eventText(event)) : undefined
      if (text !== undefined) await printLine(terminal.stderr, text)
    }
    return { job: await client.json<JobView>('GET', `/v1/jobs/${id}`), placing }
  } catch (error) {
    if (!signal.aborted) throw error
    await printLine(
      terminal.stderr,
      `not waiting any longer; the job goes on. Later: plasm logs ${id}, or plasm cancel ${id}`,
    )
    return undefined
  }
}
