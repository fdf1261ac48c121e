import type { Command } from 'commander'
import type { JobView } from '../generated/types.ts'
import { type ClientOptions, clientFor, withClientOptions } from './client-options.ts'
import type { Cli } from './program.ts'
import { settlementText } from './render/values.ts'
import { printLine } from './terminal.ts'

export function addCancel(program: Command, { terminal }: Cli): void {
  withClientOptions(
    program.command('cancel <job>').description('ask a job to end; a settled one stays as it is'),
  ).action(async (id: string, options: ClientOptions) => {
    const job = await clientFor(options, terminal).json<JobView>('DELETE', `/v1/jobs/${encodeURIComponent(id)}`)
    await printLine(
      terminal.stdout,
      options.json
        ? JSON.stringify(job)
        : `${job.id}: ${job.settlement === undefined ? 'asked to end' : settlementText(job.settlement)}`,
    )
  })
}
