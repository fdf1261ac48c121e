import { describe, expect, test } from 'vitest'
import { banReasons } from '../../../daemon/src/network/bans.ts'
import { JobMetrics } from '../../../daemon/src/observe/job-metrics.ts'
import {
  counters,
  type GaugeSources,
  gauges,
  histograms,
  type Labels,
} from '../../../daemon/src/observe/metric-catalogue.ts'
import { Metrics } from '../../../daemon/src/observe/metrics.ts'
import { refusalCodes, runtimeNames } from '../../../daemon/src/protocol/job-protocol.ts'
import { parsePrometheus } from '../../fakes/prometheus-text.ts'

const sources = Object.fromEntries(
  Object.keys(gauges).map((name, index) => [name, () => index]),
) as unknown as GaugeSources

async function families(metrics: Metrics) {
  return parsePrometheus(await metrics.text())
}

describe('the metrics', () => {
  test('are in the text format, each with help, type, and every series at 0 before anything happens', async () => {
    const metrics = new Metrics('1.2.3')
    metrics.observe(sources)
    const all = await families(metrics)
    const kinds = [
      ['counter', counters],
      ['histogram', histograms],
      ['gauge', gauges],
    ] as const
    for (const [kind, table] of kinds)
      for (const name of Object.keys(table)) expect(all.get(name)?.type, name).toBe(kind)
    const series = all.get('plasm_transfer_bytes_total')?.samples
    expect(series).toHaveLength(6)
    expect(series?.every(({ value }) => value === 0)).toBe(true)
    expect(all.get('plasm_build_info')?.samples).toMatchObject([{ labels: { version: '1.2.3' }, value: 1 }])
  })

  test('bear their unit in their names, and base units only', async () => {
    const metrics = new Metrics()
    metrics.observe(sources)
    const ours = [...(await families(metrics)).values()].filter(({ name }) => name.startsWith('plasm_'))
    expect(ours.length).toBeGreaterThan(40)
    for (const { name, type, help } of ours) {
      if (type === 'counter') expect(name).toMatch(/_total$/)
      else expect(name).not.toMatch(/_total$/)
      if (type === 'histogram') expect(name).toMatch(/_seconds$/)
      expect(name).not.toMatch(/_(ms|milliseconds|minutes|hours|kb|kib|mb|mib|percent)(_|$)/i)
      if (/\bbytes\b/i.test(help.split(',')[0]!) && /^Bytes/.test(help)) expect(name).toMatch(/_bytes(_total)?$/)
    }
  })

  test('know the closed sets that other rooms own', () => {
    const answers = (kind: 'plasm_offers_total' | 'plasm_orders_received_total') =>
      counters[kind].labels.answer.slice(1).toSorted()
    expect(counters.plasm_bans_total.labels.reason.toSorted()).toEqual([...banReasons, 'operator'].sort())
    for (const kind of ['plasm_offers_total', 'plasm_orders_received_total'] as const)
      expect(answers(kind)).toEqual(refusalCodes.toSorted())
    expect(counters.plasm_job_runs_total.labels.runtime.toSorted()).toEqual(runtimeNames.toSorted())
  })

  test('make no series of what a client says: unknown methods, routes and statuses are one', async () => {
    const metrics = new Metrics()
    metrics.addRoute('/v1/node')
    const before = (await families(metrics)).get('plasm_http_requests_total')!.samples.length
    for (let index = 0; index < 500; index++) {
      metrics.countRequest(`M${index}`, `/v1/${index}`, 600 + index, 0.1)
      metrics.countRequest('GET', '/v1/node', 200, 0.1)
    }
    const all = await families(metrics)
    const samples = all.get('plasm_http_requests_total')!.samples
    expect(samples.length - before).toBe(2)
    expect(samples.find(({ labels }) => labels.route === 'other')).toMatchObject({
      labels: { method: 'other', route: 'other', status: 'other' },
      value: 500,
    })
    expect(all.get('plasm_http_request_seconds')!.samples.filter(({ name }) => name.endsWith('_count'))).toHaveLength(2)
  })

  test('are bounded: all series that may ever be are a few hundred, but for the routes', () => {
    const all = Object.values({ ...counters, ...histograms } as Record<string, { readonly labels?: Labels }>)
    const combinations = ({ labels = {} }: { readonly labels?: Labels }) =>
      Object.values(labels).reduce((product, values) => product * values.length, 1)
    expect(all.reduce((sum, each) => sum + combinations(each), 0)).toBeLessThan(400)
  })

  test('never go down, whatever time is told', async () => {
    const metrics = new Metrics()
    metrics.time('plasm_job_seconds', -3)
    const sum = (await families(metrics)).get('plasm_job_seconds')!.samples.find(({ name }) => name.endsWith('_sum'))
    expect(sum?.value).toBe(0)
  })
})

describe('what becomes of jobs', () => {
  test('is counted by outcome, and timed', async () => {
    const metrics = new Metrics()
    const observer = new JobMetrics(metrics)
    const job = '01932d4e-8f3a-7c52-9d1e-3b5a7c9e1f20'
    observer.jobMade({ job, owner: 'local', createdAt: 1_000, resumed: false })
    observer.jobMade({ job, owner: 'local', createdAt: 1_000, resumed: true })
    observer.orderSent('peer')
    const order = { job, attempt: 1, node: 'n', to: 'peer', sentAt: 1, endedAt: 2 } as const
    observer.orderEnded({ ...order, how: 'lost' })
    observer.orderEnded({ ...order, how: 'receipt' })
    observer.receiptStored('peer')
    observer.offerAnswered('consent')
    observer.orderAnswered('accepted')
    const ended = { job, attempt: 1, whose: 'peers', isolation: 'full', acceptedAt: 0, endedAt: 4_000, keptAt: 4_020 }
    observer.attemptEnded({
      ...ended,
      whose: 'peers',
      outcome: 'exited',
      runtime: 'v8',
      fuel: 77,
      queuedAt: 1_000,
      slotAt: 3_000,
    })
    observer.attemptEnded({ ...ended, whose: 'own', outcome: 'failed', runtime: 'none', fuel: null })
    observer.jobSettled({ job, createdAt: 1_000, settledAt: 3_500, outcome: 'exited', cached: true })
    const text = await metrics.text()
    for (const line of [
      'plasm_jobs_submitted_total 1',
      'plasm_jobs_settled_total{outcome="exited"} 1',
      'plasm_jobs_cached_total 1',
      'plasm_job_seconds_sum 2.5',
      'plasm_orders_sent_total{to="peer"} 1',
      'plasm_orders_lost_total{to="peer"} 1',
      'plasm_receipts_stored_total{from="peer"} 1',
      'plasm_receipts_signed_total 2',
      'plasm_offers_total{answer="consent"} 1',
      'plasm_orders_received_total{answer="accepted"} 1',
      'plasm_attempts_total{outcome="exited",runtime="v8",whose="peers"} 1',
      'plasm_attempts_total{outcome="failed",runtime="none",whose="own"} 1',
      'plasm_fuel_total{whose="peers"} 77',
      'plasm_job_queue_seconds_sum{whose="peers"} 2',
      'plasm_job_queue_seconds_count{whose="own"} 0',
      'plasm_receipt_seconds_sum{whose="peers"} 0.02',
    ]) {
      expect(text.split('\n')).toContain(line)
    }
  })
})

describe('the reader of the text format', () => {
  const help = '# HELP a_total A.\n# TYPE a_total counter\n'
  test.each([
    ['no line feed at its end', `${help}a_total 1`],
    ['a type without help', '# TYPE a_total counter\na_total 1\n'],
    ['a series twice', `${help}a_total 1\na_total 2\n`],
    ['a sample outside of its family', `${help}b_total 1\n`],
    ['a label that is not closed', `${help}a_total{b="c} 1\n`],
    ['a value that is none', `${help}a_total one\n`],
    [
      'buckets that fall',
      '# HELP h H.\n# TYPE h histogram\nh_bucket{le="1"} 2\nh_bucket{le="+Inf"} 1\nh_sum 1\nh_count 1\n',
    ],
    [
      'a count that is not the last bucket',
      '# HELP h H.\n# TYPE h histogram\nh_bucket{le="+Inf"} 1\nh_sum 1\nh_count 2\n',
    ],
  ])('refuses %s', (_, text) => {
    expect(() => parsePrometheus(text)).toThrow()
  })

  test('reads labels with everything that may be escaped', () => {
    const text = `${help}a_total{b="c\\"d\\\\e\\nf",g=""} 1e+3\n`
    expect(parsePrometheus(text).get('a_total')?.samples).toEqual([
      { name: 'a_total', labels: { b: 'c\\"d\\\\e\\nf', g: '' }, value: 1000 },
    ])
  })
})
