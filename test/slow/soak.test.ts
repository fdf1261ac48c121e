import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { afterAll, expect, test } from 'vitest'
import { ApiClient } from '../../daemon/src/cli/api-client.ts'
import type { JobView } from '../../daemon/src/generated/types.ts'
import { digestOf } from '../../daemon/src/manifest/digest.ts'
import { Home, start } from '../e2e/plasm-process.ts'
import { writer } from '../guests/programs.ts'

const home = new Home()
afterAll(() => home.remove())

const soakMs = Number(process.env.PLASM_SOAK_SECONDS ?? 240) * 1000
const module = writer('a drop in the bucket')

interface Usage {
  readonly memoryBytes: number
  readonly descriptors: number
}

function usageOf(pid: number): Usage {
  const resident = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return { memoryBytes: Number(resident) * 1024, descriptors: readdirSync(`/proc/${pid}/fd`).length }
}

test('a network under steady load does not grow', { timeout: soakMs + 120_000 }, async () => {
  const devnet = start(home, ['devnet', '--json'])
  const closed = once(devnet, 'close')
  try {
    const [line] = (await once(createInterface({ input: devnet.stdout! }), 'line')) as [string]
    const { nodes } = JSON.parse(line) as { nodes: readonly { socket: string; pid: number }[] }
    const clients = nodes.map(({ socket }) => new ApiClient([socket]))
    for (const client of clients) await client.bytes('PUT', `/v1/blobs/${digestOf(module)}`, { body: module })

    let done = 0
    let load = true
    const worker = async (client: ApiClient, where: 'local' | 'network') => {
      while (load) {
        await runJob(client, where, done)
        done++
      }
    }
    const workers = clients.flatMap((client) => [worker(client, 'local'), worker(client, 'network')])
    // The first third fills caches and pools; what grows after it leaks.
    await pause(soakMs / 3)
    const early = nodes.map(({ pid }) => usageOf(pid))
    await pause((2 * soakMs) / 3)
    load = false
    await Promise.all(workers)
    const late = nodes.map(({ pid }) => usageOf(pid))
    process.stdout.write(`soak: ${done} jobs in ${soakMs / 1000} s; ${JSON.stringify({ early, late })}\n`)

    expect(done).toBeGreaterThan(soakMs / 1000)
    for (const [index, { memoryBytes, descriptors }] of late.entries()) {
      expect(memoryBytes).toBeLessThan(early[index]!.memoryBytes * 1.5 + 64 * 1024 * 1024)
      expect(descriptors).toBeLessThan(early[index]!.descriptors + 32)
    }
  } finally {
    devnet.kill('SIGTERM')
    await closed
  }
})

async function runJob(client: ApiClient, where: 'local' | 'network', index: number): Promise<void> {
  const manifest = {
    plasm: 1,
    task: { module: digestOf(module), args: [`${where}-${index}`] },
    request: { isolation: 'reduced', cache: false, placement: { where } },
  }
  const { id } = await client.json<JobView>('POST', '/v1/jobs', {
    body: Buffer.from(JSON.stringify(manifest)),
    headers: { 'content-type': 'application/json' },
  })
  const { settlement } = await client.json<JobView>('GET', `/v1/jobs/${id}?wait=60`)
  expect(settlement, id).toMatchObject({ kind: 'result', result: { outcome: { kind: 'exited', code: 0 } } })
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
