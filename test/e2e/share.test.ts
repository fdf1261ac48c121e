import { writeFileSync } from 'node:fs'
import { getPriority } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashToken } from '../../daemon/src/api/door.ts'
import { exitCodes } from '../../daemon/src/cli/exit-codes.ts'
import type { JobView, NodeView, ShareView } from '../../daemon/src/generated/types.ts'
import { eventually } from '../fakes/eventually.ts'
import { looper, writer } from '../guests/programs.ts'
import { childrenOf, Daemon, Home, plasm } from './plasm-process.ts'

const home = new Home()
const hello = writer('hello\n')
/** More than is burnt while a test looks on, and little enough that a peer may declare it several times. */
const limits = { fuel: 100_000_000_000 }
const network = { placement: { where: 'network' } }

describe('a daemon that others may use', () => {
  let submitter: Daemon
  let worker: Daemon
  const share = (...words: string[]) => plasm(home, ['share', ...words, '--socket', worker.socket])
  const view = () => worker.client.json<ShareView>('GET', '/v1/share')
  beforeAll(async () => {
    const token = { api: { tokens: { ci: hashToken('secret').toString('hex') } } }
    writeFileSync(home.file('plasm.json'), JSON.stringify(token))
    submitter = await Daemon.start(home, 'submitter', ['--allow-private'])
    worker = await startWorker()
  })
  afterAll(async () => {
    await Promise.all([submitter.end(), worker.end()])
    home.remove()
  })

  async function startWorker(): Promise<Daemon> {
    const options = ['--allow-private', '--isolation', 'reduced', '--bootstrap', submitter.ready.addresses[0]!]
    const daemon = await Daemon.start(home, 'worker', [
      ...options,
      ...['--config', home.file('plasm.json'), '--tcp-port', '0'],
    ])
    // Each knows the other before a job looks for peers.
    for (const { client } of [daemon, submitter])
      await eventually(async () =>
        expect(await client.json<NodeView>('GET', '/v1/node')).toMatchObject({ connectedPeers: 1 }),
      )
    return daemon
  }

  /** A job of the submitter's that the worker refuses, with this code. */
  async function isRefused(code: string): Promise<void> {
    const { id } = await submitter.submit(hello, {}, network)
    const asked = (await submitter.events(id, 'peer')).at(-1)!
    expect(asked.data).toMatchObject({ peer: worker.ready.peerId, verdict: 'refused', code })
    await submitter.client.bytes('DELETE', `/v1/jobs/${id}`)
  }

  async function runsThere(): Promise<void> {
    const { id } = await submitter.submit(hello, {}, network)
    const { settlement } = await submitter.settled(id)
    expect(settlement).toMatchObject({ kind: 'result', trust: 'single', agreeing: [worker.ready.peerId] })
  }

  async function runsItsOwn(): Promise<void> {
    const { id } = await worker.submit(hello)
    expect((await worker.settled(id)).settlement).toMatchObject({ kind: 'result', trust: 'own' })
  }

  test('runs nobody’s jobs when it is new, and says why no work comes', async () => {
    const why = await share('--why-idle')
    expect([why.code, why.stdout.split('\n')[0]]).toEqual([0, "1. it runs nobody's jobs but your own"])
    await isRefused('consent')
    expect((await share('--why-idle')).stdout).toContain('for want of consent')
  })

  test('runs them from the moment that its operator says so, and says that it does', async () => {
    expect((await share('anyone')).stdout).toContain('with anyone')
    await runsThere()
    expect((await plasm(home, ['status', '--socket', worker.socket])).stdout).toContain('open to jobs of others')
    const { answers, why } = await view()
    expect(answers.orders.asked - answers.orders.refused).toBe(1)
    expect(why.at(-1)?.text).toContain('all is open: peers have asked')
  })

  test('has a job of another peer give way to everything else on the machine', async () => {
    const { id } = await submitter.submit(looper(), { limits }, { ...network, fresh: true })
    await submitter.events(id, 'started')
    const below = (pid: number): readonly number[] => childrenOf(pid).flatMap((child) => [child, ...below(child)])
    expect(await worker.client.json<NodeView>('GET', '/v1/node')).toMatchObject({ running: 1 })
    // It is started before it is told, and another that waits for the next job, whosever it is, is not told.
    await eventually(() => {
      const priorities = below(worker.pid).map((pid) => getPriority(pid))
      expect(priorities).toEqual(expect.arrayContaining([19, getPriority(worker.pid)]))
    })
    await submitter.client.bytes('DELETE', `/v1/jobs/${id}`)
    await submitter.settled(id)
  })

  test('pauses for others and not for its owner, over a restart, until it is told to go on', async () => {
    expect((await share('--pause', '2h')).stdout).toContain('closed: paused')
    await isRefused('busy')
    await runsItsOwn()
    expect(await worker.end()).toBe(0)
    worker = await startWorker()
    expect(await view()).toMatchObject({ with: 'anyone', chosen: ['with'], now: { open: false, reason: 'paused' } })
    await isRefused('busy')
    expect((await share('--resume')).stdout).toContain('open to jobs of others')
    await runsThere()
  })

  test('lets a job that runs come to its end when it is closed, and ends one that waits in a receipt', async () => {
    expect((await share('--cores', '1')).code).toBe(0)
    const running = await submitter.submit(looper(), { limits }, { ...network, wallTimeMs: 120_000 })
    await submitter.events(running.id, 'started')
    const waiting = await submitter.submit(writer('later\n'), {}, network)
    await submitter.events(waiting.id, 'attempt')
    await eventually(async () =>
      expect(await worker.client.json<NodeView>('GET', '/v1/node')).toMatchObject({ running: 1, queued: 1 }),
    )
    await share('nobody')
    const events = await submitter.events(waiting.id, 'attempt-failed')
    expect(events.at(-1)!.data).toMatchObject({ peer: worker.ready.peerId, code: 'cancelled' })
    expect(await worker.client.json<NodeView>('GET', '/v1/node')).toMatchObject({ running: 1, queued: 0 })
    for (const { id } of [waiting, running]) await submitter.client.bytes('DELETE', `/v1/jobs/${id}`)
    const { receipts } = await submitter.client.json<JobView>('GET', `/v1/jobs/${waiting.id}`)
    expect(receipts).toHaveLength(1)
    await share('--reset')
  })

  test('is changed by nobody who has but a token', async () => {
    const url = `http://127.0.0.1:${worker.ready.tcpPort}/v1/share`
    const headers = { authorization: 'Bearer secret', 'content-type': 'application/json' }
    const change = { method: 'PATCH', headers, body: JSON.stringify({ with: 'anyone' }) }
    const answer = await fetch(url, change)
    expect([answer.status, await answer.json()]).toMatchObject([403, { code: 'OPERATOR_ONLY' }])
    expect(await (await fetch(url, { headers })).json()).toMatchObject({ with: 'nobody' })
  })

  test('says what is wrong with what it is told', async () => {
    expect(await share('everyone')).toMatchObject({ code: exitCodes.usage })
    expect(await share('--pause', 'soon')).toMatchObject({
      code: exitCodes.usage,
      stderr: expect.stringContaining('2h'),
    })
    expect(await share('--allow', 'somebody')).toMatchObject({
      code: exitCodes.failed,
      stderr: expect.stringContaining('REQUEST_INVALID'),
    })
    const fixed = await Daemon.start(home, 'fixed', ['--share', 'allowlist'])
    const refused = await plasm(home, ['share', 'anyone', '--socket', fixed.socket])
    expect(refused).toMatchObject({ code: exitCodes.failed, stderr: expect.stringContaining('--share') })
    await fixed.end()
  })
})
