import type { Command } from 'commander'
import { PlasmError } from '../errors.ts'
import type { JobEvent, JobView } from '../generated/types.ts'
import type { ApiClient } from './api-client.ts'
import { type ClientOptions, clientFor, withClientOptions } from './client-options.ts'
import { exitCodes } from './exit-codes.ts'
import { copyOutputs, filesHint, type StreamName, writeOutputFiles } from './job-output.ts'
import { OutputDirectory } from './output-directory.ts'
import type { Cli } from './program.ts'
import { eventText } from './render/events.ts'
import { settlementText } from './render/values.ts'
import { printLine, type Terminal, write } from './terminal.ts'

interface LogsOptions extends ClientOptions {
  readonly follow?: boolean
  readonly events?: boolean
  readonly out?: string
}

export function addLogs(program: Command, { terminal, exit }: Cli): void {
  withClientOptions(program.command('logs <job>').description("write a job's output, each stream to its own"))
    .option('-f, --follow', 'while it runs, until it is settled')
    .option('--out <directory>', 'where the files go that it left')
    .option('--events', 'what happened to the job instead of what it wrote')
    .action(async (id: string, options: LogsOptions) => {
      const out = options.out === undefined ? undefined : await OutputDirectory.check(options.out)
      const client = clientFor(options, terminal)
      const job = await client.json<JobView>('GET', `/v1/jobs/${encodeURIComponent(id)}`)
      if (job.state !== 'settled' && !options.follow) {
        throw new PlasmError('JOB_NOT_SETTLED', `the job is ${job.state}; add --follow to see its output while it runs`)
      }
      const signal = terminal.interruption()
      try {
        if (options.events || options.json) await printEvents(job.id, client, options, signal, terminal)
        else await follow(job, client, signal, terminal)
        const settled = await client.json<JobView>('GET', `/v1/jobs/${job.id}`)
        const hint = filesHint(settled)
        if (out !== undefined) await writeOutputFiles(settled, client, out)
        else if (hint !== undefined && !options.events && !options.json)
          await printLine(terminal.stderr, `plasm: ${hint}`)
      } catch (error) {
        if (!signal.aborted) throw error
        exit(exitCodes.interrupted)
      }
    })
}

async function printEvents(
  id: string,
  client: ApiClient,
  { json }: LogsOptions,
  signal: AbortSignal,
  { stdout }: Terminal,
): Promise<void> {
  for await (const event of client.events(id, 0, signal)) {
    const text = json ? JSON.stringify(event) : eventText(event)
    if (text !== undefined) await printLine(stdout, text)
  }
}

async function follow(job: JobView, client: ApiClient, signal: AbortSignal, terminal: Terminal): Promise<void> {
  const written = { stdout: 0, stderr: 0 }
  let settled = job
  if (job.state !== 'settled') {
    for await (const event of client.events(job.id, 0, signal)) {
      if (event.type === 'output') await writePiece(event, written, terminal)
    }
    settled = await client.json<JobView>('GET', `/v1/jobs/${job.id}`)
  }
  // What was not streamed: sealed until a quorum agreed, or past the bound of live output.
  await copyOutputs(settled, client, terminal, written)
  if (settled.settlement !== undefined && settled.settlement.kind !== 'result')
    await printLine(terminal.stderr, `plasm: ${settlementText(settled.settlement)}`)
}

interface OutputPiece {
  readonly stream: StreamName
  readonly offset: number
  readonly data: string
}

/** A second attempt begins at 0 again: what is written already is left out. */
async function writePiece(event: JobEvent, written: Record<StreamName, number>, terminal: Terminal): Promise<void> {
  const { stream, offset, data } = event.data as unknown as OutputPiece
  const bytes = Buffer.from(data, 'base64')
  const fresh = bytes.subarray(Math.max(0, written[stream] - offset))
  if (offset > written[stream] || fresh.length === 0) return
  await write(terminal[stream], fresh)
  written[stream] += fresh.length
}
