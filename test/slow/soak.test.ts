import { readdirSync } from 'node:fs'
import { setTimeout as after } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { Daemon, Home } from '../e2e/plasm-process.ts'
import { eventually } from '../fakes/eventually.ts'
import { echo } from '../guests/programs.ts'
import { residentBytes } from '../hostile/processes.ts'

const home = new Home()
afterAll(() => home.remove())

const soakMs = Number(process.env.PLASM_SOAK_SECONDS ?? 600) * 1000
const sampleMs = 5_000
const module = echo()
/** The rate is the same from beginning to end: what grows, grows by the number of jobs or by time. */
const everyMs = 250

/** What a daemon holds, its children not counted. */
const held = ['memoryBytes', 'heapBytes', 'descriptors', 'streams', 'timers'] as const
type Usage = Readonly<Record<(typeof held)[number], number>>

/** What each may have more at the end than after a third of the time, and its noise. */
const tolerance: Usage = {
  memoryBytes: 96 * 1024 * 1024,
  heapBytes: 48 * 1024 * 1024,
  descriptors: 24,
  streams: 24,
  timers: 48,
}

async function usageOf({ pid, ready }: Daemon): Promise<Usage> {
  const metrics = await (await fetch(`http://127.0.0.1:${ready.metricsPort}/metrics`)).text()
  const metric = (name: string) =>
    Number(
      metrics
        .split('\n')
        .find((line) => line.startsWith(`${name} `))
        ?.slice(name.length + 1) ?? 0,
    )
  return {
    memoryBytes: residentBytes(pid),
    heapBytes: metric('nodejs_heap_size_used_bytes'),
    descriptors: readdirSync(`/proc/${pid}/fd`).length,
    streams: metric('plasm_streams_open'),
    timers: metric('nodejs_active_resources{type="Timeout"}'),
  }
}

/** The median of each, for one moment says little of a heap. */
function median(samples: readonly Usage[]): Usage {
  const middle = (name: keyof Usage) => samples.map((usage) => usage[name]).sort((a, b) => a - b)[samples.length >> 1]!
  return Object.fromEntries(held.map((name) => [name, middle(name)])) as Usage
}

test('daemons that run one another’s jobs at a steady rate do not grow', { timeout: soakMs + 180_000 }, async () => {
  const options = ['--allow-private', '--share', 'anyone', '--isolation', 'reduced', '--metrics-port', '0']
  const first = await Daemon.start(home, 'node-0', options)
  const join = [...options, '--bootstrap', first.ready.addresses[0]!]
  const others = await Promise.all(['node-1', 'node-2'].map((name) => Daemon.start(home, name, join)))
  const daemons = [first, ...others]
  try {
    for (const daemon of daemons) await daemon.upload(module)
    let [done, late] = [0, 0]
    const running = new Set<Promise<void>>()
    const failures: unknown[] = []
    const startJob = (index: number) => {
      const job = runJob(daemons[index % daemons.length]!, index % 2 === 0 ? 'network' : 'local', index)
        .then(
          () => {
            done++
          },
          (error: unknown) => {
            failures.push(error)
          },
        )
        .finally(() => running.delete(job))
      running.add(job)
    }

    const samples: Usage[][] = daemons.map(() => [])
    const startedAt = performance.now()
    let nextSampleMs = 0
    for (let index = 0; performance.now() - startedAt < soakMs; index++) {
      // Behind its rate, the machine is busy with other things: no jobs are piled up for later.
      if (running.size < 16) startJob(index)
      else late++
      if (performance.now() - startedAt >= nextSampleMs) {
        nextSampleMs += sampleMs
        for (const [which, daemon] of daemons.entries()) samples[which]!.push(await usageOf(daemon))
      }
      await after(everyMs)
    }
    await Promise.all(running)
    expect(failures).toEqual([])

    // The first third fills caches and pools; what grows after it leaks.
    const tenth = Math.floor(samples[0]!.length / 10)
    for (const [which, taken] of samples.entries()) {
      const third = Math.floor(taken.length / 3)
      const [early, end] = [median(taken.slice(third, third + tenth)), median(taken.slice(-tenth))]
      process.stdout.write(
        `soak: ${done} jobs (${late} left out) in ${soakMs / 1000} s; ${JSON.stringify({ which, early, end })}\n`,
      )
      for (const name of held)
        expect(end[name] - early[name], `${name} of daemon ${which}`).toBeLessThan(tolerance[name])
    }
    expect(done).toBeGreaterThan(soakMs / 1000)
    // Idle again, each has no more than the streams that it keeps open to the two others.
    await eventually(async () => {
      for (const daemon of daemons) expect((await usageOf(daemon)).streams).toBeLessThan(24)
    })
  } finally {
    await Promise.all(daemons.map((daemon) => daemon.end()))
  }
})

async function runJob(daemon: Daemon, where: 'local' | 'network', index: number): Promise<void> {
  const stdin = await daemon.upload(Buffer.from(`a drop in the bucket, number ${index}\n`))
  const { id } = await daemon.submit(module, { stdin }, { placement: { where } })
  const { settlement } = await daemon.settled(id)
  expect(settlement, id).toMatchObject({ kind: 'result', result: { outcome: { kind: 'exited', code: 0 } } })
}
