import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, expect, test } from 'vitest'
import { ApiClient } from '../../daemon/src/cli/api-client.ts'
import type { JobView, PeerView } from '../../daemon/src/generated/types.ts'
import { digestOf } from '../../daemon/src/manifest/digest.ts'
import { verifyReceipt } from '../../daemon/src/receipt/verify.ts'
import { echo } from '../guests/programs.ts'
import { Home, plasm, start } from './plasm-process.ts'

const home = new Home()
afterAll(() => home.remove())

interface Network {
  readonly nodes: readonly { readonly peerId: string; readonly socket: string; readonly pid: number }[]
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

test('a devnet of three runs a job on two of them, which agree, and Ctrl-C leaves nothing', async () => {
  const devnet = start(home, ['devnet', '--json'])
  const closed = once(devnet, 'close')
  const [line] = (await once(createInterface({ input: devnet.stdout! }), 'line')) as [string]
  const { nodes } = JSON.parse(line) as Network
  expect(nodes).toHaveLength(3)
  try {
    for (const { socket } of nodes) {
      const { items } = await new ApiClient([socket]).json<{ items: readonly PeerView[] }>('GET', '/v1/peers')
      expect(items.filter(({ connected, jobs }) => connected && jobs)).toHaveLength(2)
    }
    const client = new ApiClient([nodes[0]!.socket])
    const [module, stdin] = [echo(), Buffer.from('to be echoed twice')]
    for (const body of [module, stdin]) await client.bytes('PUT', `/v1/blobs/${digestOf(body)}`, { body })
    const manifest = {
      plasm: 1,
      task: { module: digestOf(module), stdin: digestOf(stdin) },
      request: { isolation: 'reduced', placement: { where: 'network', replicas: 2 } },
    }
    const submitted = await client.json<JobView>('POST', '/v1/jobs', {
      body: Buffer.from(JSON.stringify(manifest)),
      headers: { 'content-type': 'application/json' },
    })
    const job = await client.json<JobView>('GET', `/v1/jobs/${submitted.id}?wait=60`)
    const others = nodes.slice(1).map(({ peerId }) => peerId)
    expect(job.settlement).toMatchObject({
      kind: 'result',
      trust: 'agreed',
      dissenting: [],
      result: { outcome: { kind: 'exited', code: 0 } },
    })
    expect(job.settlement?.kind === 'result' && [...job.settlement.agreeing].sort()).toEqual([...others].sort())
    const envelopes = await client.json<readonly { digest: string }[]>('GET', `/v1/jobs/${job.id}/receipts`)
    for (const { digest } of envelopes) {
      const envelope = await client.bytes('GET', `/v1/receipts/${digest}`, {
        headers: { accept: 'application/vnd.in-toto+json' },
      })
      expect(verifyReceipt(envelope, { nodes: others, task: job.task, job: job.id }).trusted).toBe(true)
    }
    const shown = await plasm(home, ['receipt', 'show', job.id, '--socket', nodes[0]!.socket])
    expect(shown.stdout.match(/exited with code 0/g)).toHaveLength(2)
    expect((await plasm(home, ['logs', job.id, '--socket', nodes[0]!.socket])).stdout).toBe('to be echoed twice')
    expect((await plasm(home, ['peers', '--socket', nodes[0]!.socket])).stdout).toContain(others[0])
    const again = { ...manifest, request: { ...manifest.request, cache: false } }
    const words = ['submit', '-', '--explain', '--json', '--socket', nodes[0]!.socket]
    const explained = JSON.parse((await plasm(home, words, JSON.stringify(again))).stdout) as { considered: object[] }
    expect(explained.considered).toHaveLength(2)
    for (const peer of others)
      expect(explained.considered).toContainEqual(
        expect.objectContaining({ peer, answer: 'offered', attempts: [expect.any(Number)], load: expect.any(String) }),
      )
  } finally {
    devnet.kill('SIGINT')
    await closed
  }
  expect(devnet.exitCode).toBe(0)
  expect(nodes.filter(({ pid }) => isAlive(pid))).toEqual([])
  expect(existsSync(dirname(dirname(nodes[0]!.socket)))).toBe(false)
}, 60_000)

test('the daemons of a devnet that is killed end by themselves', async () => {
  const devnet = start(home, ['devnet', '--json', '--nodes', '1', '--dir', home.file('killed')])
  const closed = once(devnet, 'close')
  const [line] = (await once(createInterface({ input: devnet.stdout! }), 'line')) as [string]
  const { nodes } = JSON.parse(line) as Network
  const socket = nodes[0]!.socket
  devnet.kill('SIGKILL')
  await closed
  await expect.poll(() => existsSync(socket), { timeout: 6000 }).toBe(false)
}, 30_000)

test('a devnet of no daemons is refused', async () => {
  expect(await plasm(home, ['devnet', '--nodes', '0'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--nodes'),
  })
})
