import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { JobView } from '../../daemon/src/generated/types.ts'
import { eventually } from '../fakes/eventually.ts'
import { type CollectedSpan, OtlpCollector } from '../fakes/otlp-collector.ts'
import { writer } from '../guests/programs.ts'
import { Daemon, Home } from './plasm-process.ts'

const home = new Home()
const collector = new OtlpCollector()
let endpoint: string
beforeAll(async () => {
  endpoint = await collector.start()
})
afterAll(async () => {
  await collector.stop()
  home.remove()
})

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
const parent = '00f067aa0ba902b7'
const secret = 'Bearer very-secret-collector-key'

function configOf(name: string, tracing: object = {}): string[] {
  const path = home.file(`${name}.json`)
  writeFileSync(path, JSON.stringify({ tracing: { endpoint, headers: { authorization: secret }, ...tracing } }))
  return ['--config', path, '--allow-private', '--log-level', 'debug']
}

async function submit(daemon: Daemon, where: string, flags: string): Promise<JobView> {
  const task = { module: await daemon.upload(writer('traced')) }
  const manifest = { plasm: 1, task, request: { isolation: 'reduced', cache: false, placement: { where } } }
  return await daemon.client.json<JobView>('POST', '/v1/jobs', {
    body: Buffer.from(JSON.stringify(manifest)),
    headers: { 'content-type': 'application/json', traceparent: `00-${traceId}-${parent}-${flags}` },
  })
}

const spansOf = ({ ready }: Daemon) =>
  collector.spans.filter(({ resource }) => resource['service.instance.id'] === ready.peerId)

/** Not left to the stop: the one second that it gives them may pass while this machine does other things. */
const collected = (daemon: Daemon, name: string, count = 1) =>
  eventually(() => expect(spansOf(daemon).filter((span) => span.name === name)).toHaveLength(count))

test("a job is one trace from the client's own span to its end, and at the peer another, which knows nothing of it", async () => {
  const sharing = ['--share', 'anyone', '--isolation', 'reduced']
  const node = await Daemon.start(home, 'node', [...configOf('node'), ...sharing])
  const submitter = await Daemon.start(home, 'submitter', [
    ...configOf('submitter'),
    '--bootstrap',
    ...node.ready.addresses,
  ])
  const { id } = await submit(submitter, 'network', '01')
  await submitter.settled(id)
  await collected(submitter, 'job')
  await collected(node, 'attempt')
  await Promise.all([submitter.end(), node.end()])

  const [theirs, ours] = [spansOf(node), spansOf(submitter)]
  const named = (spans: readonly CollectedSpan[], name: string): CollectedSpan => {
    const found = spans.filter((span) => span.name === name)
    expect(found, name).toHaveLength(1)
    return found[0]!
  }
  const request = named(ours, 'POST /v1/jobs')
  expect(request).toMatchObject({ traceId, parentSpanId: parent, kind: 2, isError: false })
  expect(request.attributes).toMatchObject({ 'http.response.status_code': 201, 'http.route': '/v1/jobs' })
  expect(request.resource).toMatchObject({ 'service.name': 'plasm' })
  const job = named(ours, 'job')
  expect(job).toMatchObject({ traceId, parentSpanId: request.spanId })
  expect(job.attributes).toMatchObject({ 'plasm.job.id': id, 'plasm.outcome': 'exited' })
  for (const name of ['placement', 'order']) {
    const span = named(ours, name)
    expect(span).toMatchObject({ traceId, parentSpanId: job.spanId })
    expect(span.attributes).toMatchObject({ 'plasm.node': node.ready.peerId, 'plasm.attempt': 1 })
  }

  const attempt = named(theirs, 'attempt')
  expect(attempt.traceId).not.toBe(traceId)
  expect(attempt).not.toHaveProperty('parentSpanId')
  expect(attempt.attributes).toMatchObject({ 'plasm.whose': 'peers', 'plasm.outcome': 'exited' })
  const parts = ['transfer', 'queue', 'run', 'receipt'].map((name) => named(theirs, name))
  for (const part of parts) {
    expect(part).toMatchObject({ traceId: attempt.traceId, parentSpanId: attempt.spanId })
    expect(part.end).toBeGreaterThanOrEqual(part.start)
  }
  const millisecond = 1_000_000n
  expect(parts[0]!.start).toBeGreaterThanOrEqual(attempt.start - millisecond)
  expect(parts.at(-1)!.end).toBeLessThanOrEqual(attempt.end + millisecond)
  expect(collector.headers.every(({ authorization }) => authorization === secret)).toBe(true)
  expect((await submitter.log) + (await node.log)).not.toContain('very-secret')
}, 60_000)

test("an own attempt is part of its job's trace, and what the client does not sample is not sent", async () => {
  const daemon = await Daemon.start(home, 'own', configOf('own'))
  const sampled = await submit(daemon, 'local', '01')
  await daemon.settled(sampled.id)
  const unsampled = await submit(daemon, 'local', '00')
  await daemon.settled(unsampled.id)
  // What comes after it is sent after it.
  const last = await submit(daemon, 'local', '01')
  await daemon.settled(last.id)
  await collected(daemon, 'job', 2)
  await daemon.end()
  const ours = spansOf(daemon)
  const ids = (name: string) => ours.filter((span) => span.name === name).map((span) => span.attributes['plasm.job.id'])
  expect([ids('job'), ids('attempt')]).toEqual([
    [sampled.id, last.id],
    [sampled.id, last.id],
  ])
  const [job] = ours.filter(({ name }) => name === 'job')
  expect(ours.find(({ name }) => name === 'attempt')).toMatchObject({ traceId, parentSpanId: job!.spanId })
}, 60_000)

test.each(['fail', 'hang'] as const)(
  'a collector that would %s holds up no job and no stop, and is told of once',
  async (answer) => {
    const broken = new OtlpCollector()
    broken.answer = answer
    const daemon = await Daemon.start(home, answer, configOf(answer, { endpoint: await broken.start() }))
    for (let count = 0; count < 3; count++) await daemon.settled((await submit(daemon, 'local', '01')).id)
    const begun = performance.now()
    expect(await daemon.end()).toBe(0)
    // Of the 5 s that a stop may take, the traces get one.
    expect(performance.now() - begun).toBeLessThan(10_000)
    const lines = (await daemon.log).split('\n').filter((line) => line.includes('traces were not sent'))
    if (answer === 'fail') expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'warn', spans: expect.any(Number) })
    expect(lines.length).toBeLessThanOrEqual(1)
    expect(await daemon.log).not.toContain('very-secret')
    await broken.stop()
  },
  60_000,
)
