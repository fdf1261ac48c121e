import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JobView, NodeView } from '../../daemon/src/generated/types.ts'
import { eventually } from '../fakes/eventually.ts'
import { looper } from '../guests/programs.ts'
import { Daemon, Home } from './plasm-process.ts'

/** Carries TCP connections to a port of this machine, and can cut all of them. */
class Way {
  readonly #sockets = new Set<Socket>()
  #server: Server | undefined

  async open(port: number): Promise<number> {
    const server = createServer((from) => {
      const to = connect(port, '127.0.0.1')
      for (const [socket, other] of [
        [from, to],
        [to, from],
      ] as const) {
        this.#sockets.add(socket)
        socket.on('error', () => undefined)
        socket.on('close', () => {
          this.#sockets.delete(socket)
          other.destroy()
        })
        socket.pipe(other)
      }
    })
    this.#server = server
    await once(server.listen(0, '127.0.0.1'), 'listening')
    return (server.address() as { readonly port: number }).port
  }

  cut(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  close(): void {
    this.#server?.close()
    this.cut()
  }
}

/* Two daemons in processes of their own, of which one runs the other's jobs; the way between them leads over the test. */
const home = new Home()
const way = new Way()
let submitter: Daemon
let worker: Daemon

beforeAll(async () => {
  submitter = await Daemon.start(home, 'submitter', ['--allow-private'])
  await startWorker(await way.open(portOf(submitter)))
}, 60_000)

afterAll(async () => {
  await Promise.all([submitter, worker].map((daemon) => daemon?.end('SIGKILL')))
  way.close()
  home.remove()
})

/** With the data that it had before, if it had any. */
async function startWorker(port: number, options: readonly string[] = []): Promise<void> {
  const bootstrap = `/ip4/127.0.0.1/tcp/${port}/p2p/${submitter.ready.peerId}`
  worker = await Daemon.start(home, 'worker', [
    '--allow-private',
    '--share',
    'anyone',
    '--bootstrap',
    bootstrap,
    ...options,
  ])
  await eventually(async () => {
    const { connectedPeers } = await submitter.client.json<NodeView>('GET', '/v1/node')
    expect(connectedPeers).toBe(1)
  })
}

/** A job that the worker runs for `wallTimeMs`, once it has begun. */
async function running(wallTimeMs: number): Promise<JobView> {
  const limits = { fuel: 100_000_000_000 }
  const job = await submitter.submit(looper(), { limits }, { wallTimeMs, placement: { where: 'network' } })
  await submitter.events(job.id, 'started')
  return job
}

async function attemptsOf({ id }: JobView): Promise<number> {
  return (await submitter.events(id)).filter(({ type }) => type === 'attempt').length
}

const late = { kind: 'result', trust: 'single', result: { outcome: { kind: 'exceeded', limit: 'wallTime' } } }

describe('a job on a peer', () => {
  test('goes on where the link between the two is cut, and both meet again', async () => {
    const job = await running(1_500)
    way.cut()
    expect((await submitter.settled(job.id)).settlement).toMatchObject({ ...late, agreeing: [worker.ready.peerId] })
    expect(await attemptsOf(job)).toBe(1)
  })

  test('ends there when it is cancelled here', async () => {
    const job = await running(600_000)
    const ended = await submitter.client.json<JobView>('DELETE', `/v1/jobs/${job.id}`)
    expect(ended).toMatchObject({ settlement: { kind: 'cancelled' } })
    await eventually(async () =>
      expect(await worker.client.json<NodeView>('GET', '/v1/node')).toMatchObject({ running: 0, queued: 0 }),
    )
  })

  test('is taken up again where the peer is killed and comes back, and brings its receipt', async () => {
    const job = await running(1_500)
    const port = portOf(worker)
    await worker.end('SIGKILL')
    await startWorker(portOf(submitter), ['--listen', `/ip4/127.0.0.1/tcp/${port}`])
    expect((await submitter.settled(job.id)).settlement).toMatchObject({ ...late, agreeing: [worker.ready.peerId] })
    expect(await attemptsOf(job)).toBe(1)
  })
})

function portOf({ ready }: Daemon): number {
  return Number(/\/tcp\/(\d+)/.exec(ready.addresses[0]!)![1])
}
