import { type Command, Option } from 'commander'
import type { JobView } from '../generated/types.ts'
import { type ClientOptions, clientFor, withClientOptions } from './client-options.ts'
import type { Cli } from './program.ts'
import { table } from './render/table.ts'
import { settlementText, time } from './render/values.ts'
import { printLine } from './terminal.ts'

interface JobsOptions extends ClientOptions {
  readonly state?: string
  readonly limit: string
  readonly before?: string
}

export function addJobs(program: Command, { terminal }: Cli): void {
  withClientOptions(program.command('jobs').description('list your jobs, newest first'))
    .addOption(
      new Option('--state <state>', 'only jobs in this state').choices(['queued', 'placing', 'running', 'settled']),
    )
    .option('--limit <number>', 'how many', '20')
    .option('--before <job>', 'older than this job')
    .action(async (options: JobsOptions) => {
      const query = new URLSearchParams({ limit: options.limit })
      if (options.state !== undefined) query.set('state', options.state)
      if (options.before !== undefined) query.set('before', options.before)
      const page = await clientFor(options, terminal).json<{ items: readonly JobView[]; next?: string }>(
        'GET',
        `/v1/jobs?${query}`,
      )
      if (options.json) return await printLine(terminal.stdout, JSON.stringify(page))
      if (page.items.length === 0)
        return await printLine(terminal.stderr, 'no jobs yet; submit one with `plasm submit`')
      await printLine(terminal.stdout, table(['JOB', 'NAME', 'CREATED', 'STATE'], page.items.map(row)))
      if (page.next !== undefined) await printLine(terminal.stderr, `more: plasm jobs --before ${page.next}`)
    })
}

function row(job: JobView): string[] {
  return [
    job.id,
    job.name ?? '',
    time(job.createdAt),
    job.settlement === undefined ? job.state : settlementText(job.settlement),
  ]
}
