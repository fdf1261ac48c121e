import { pipeline } from 'node:stream/promises'
import type { JobView } from '../generated/types.ts'
import type { ApiClient } from './api-client.ts'
import { type Terminal, write } from './terminal.ts'

export const streams = ['stdout', 'stderr'] as const
export type StreamName = (typeof streams)[number]

/** Writes what a settled job wrote, each stream to its own; `written` bytes of each are there already. */
export async function copyOutputs(
  job: JobView,
  client: ApiClient,
  terminal: Terminal,
  written: Readonly<Record<StreamName, number>> = { stdout: 0, stderr: 0 },
): Promise<void> {
  if (job.settlement?.kind !== 'result') return
  for (const name of streams) {
    if (job.settlement.result[name].bytes <= written[name]) continue
    const response = await client.open('GET', `/v1/jobs/${job.id}/outputs/${name}`)
    await pipeline(response, async (chunks) => {
      let skip = written[name]
      for await (const chunk of chunks as AsyncIterable<Buffer>) {
        if (chunk.length > skip) await write(terminal[name], chunk.subarray(skip))
        skip = Math.max(0, skip - chunk.length)
      }
    })
  }
}
