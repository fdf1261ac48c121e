import { pipeline } from 'node:stream/promises'
import type { JobView } from '../generated/types.ts'
import type { ApiClient } from './api-client.ts'
import type { OutputDirectory } from './output-directory.ts'
import { type Terminal, write } from './terminal.ts'

/** Fetches the files that a settled job left, each to its place. */
export async function writeOutputFiles(job: JobView, client: ApiClient, directory: OutputDirectory): Promise<void> {
  if (job.settlement?.kind !== 'result') return
  for (const { path } of job.settlement.result.files) {
    const encoded = path.split('/').map(encodeURIComponent).join('/')
    await directory.write(path, await client.open('GET', `/v1/jobs/${job.id}/outputs/files${encoded}`))
  }
}

/** Says that there are files, and how to get them; undefined where there are none. */
export function filesHint(job: JobView): string | undefined {
  const files = job.settlement?.kind === 'result' ? job.settlement.result.files.length : 0
  if (files === 0) return undefined
  return `${files === 1 ? 'a file was' : `${files} files were`} left; fetch with \`plasm logs ${job.id} --out DIR\``
}

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
