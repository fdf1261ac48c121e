import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { eventually } from '../fakes/eventually.ts'
import { dashboard, offending, rules } from '../fakes/metric-expressions.ts'
import { type Family, parsePrometheus } from '../fakes/prometheus-text.ts'
import { writer } from '../guests/programs.ts'
import { Daemon, Home } from './plasm-process.ts'

const home = new Home()
const bytes = 40_000
let submitter: Daemon
let node: Daemon
beforeAll(async () => {
  node = await Daemon.start(home, 'node', [
    '--metrics-port',
    '0',
    '--share',
    'anyone',
    '--isolation',
    'reduced',
    '--allow-private',
  ])
  submitter = await Daemon.start(home, 'submitter', [
    '--metrics-port',
    '0',
    '--allow-private',
    '--bootstrap',
    ...node.ready.addresses,
  ])
}, 60_000)
afterAll(async () => {
  await Promise.all([submitter.end(), node.end()])
  home.remove()
})

async function metricsOf({ ready }: Daemon): Promise<ReadonlyMap<string, Family>> {
  return parsePrometheus(await (await fetch(`http://127.0.0.1:${ready.metricsPort}/metrics`)).text())
}

function sum(families: ReadonlyMap<string, Family>, name: string, wanted: Readonly<Record<string, string>> = {}) {
  const family = families.get(name.replace(/_(sum|count)$/, '')) ?? families.get(name)
  return (family?.samples ?? [])
    .filter(
      (sample) => sample.name === name && Object.entries(wanted).every(([key, value]) => sample.labels[key] === value),
    )
    .reduce((total, { value }) => total + value, 0)
}

type Families = ReadonlyMap<string, Family>

/** After one job that the submitter had run by the node, and one that it ran itself. */
function expectCounts(own: Families, peers: Families): void {
  const exited = { outcome: 'exited' }
  expect(sum(own, 'plasm_jobs_submitted_total')).toBe(2)
  expect(sum(own, 'plasm_jobs_settled_total', exited)).toBe(2)
  expect(sum(own, 'plasm_job_seconds_count')).toBe(2)
  expect(sum(own, 'plasm_orders_sent_total', { to: 'peer' })).toBe(1)
  expect(sum(own, 'plasm_orders_sent_total', { to: 'self' })).toBe(1)
  expect(sum(own, 'plasm_receipts_stored_total', { from: 'peer' })).toBe(1)
  expect(sum(own, 'plasm_receipts_signed_total')).toBe(1)
  expect(sum(own, 'plasm_attempts_total', { ...exited, whose: 'own' })).toBe(1)
  expect(sum(own, 'plasm_blobs_fetched_total', { result: 'verified' })).toBe(1)
  expect(sum(own, 'plasm_transfer_bytes_total', { direction: 'received', kind: 'blob' })).toBeGreaterThan(bytes)
  expect(sum(own, 'plasm_build_info')).toBe(1)

  expect(sum(peers, 'plasm_offers_total', { answer: 'offered' })).toBeGreaterThanOrEqual(1)
  expect(sum(peers, 'plasm_orders_received_total', { answer: 'accepted' })).toBe(1)
  expect(sum(peers, 'plasm_attempts_total', { ...exited, whose: 'peers' })).toBe(1)
  expect(sum(peers, 'plasm_fuel_total', { whose: 'peers' })).toBeGreaterThan(0)
  expect(sum(peers, 'plasm_fuel_total', { whose: 'own' })).toBe(0)
  expect(sum(peers, 'plasm_job_queue_seconds_count', { whose: 'peers' })).toBe(1)
  expect(sum(peers, 'plasm_job_run_seconds_count')).toBe(1)
  expect(sum(peers, 'plasm_receipt_seconds_count', { whose: 'peers' })).toBe(1)
  expect(sum(peers, 'plasm_transfer_bytes_total', { direction: 'sent', kind: 'blob' })).toBeGreaterThan(bytes)
  expect(sum(peers, 'plasm_transfer_bytes_total', { direction: 'received', kind: 'rpc' })).toBeGreaterThan(100)
  expect(sum(peers, 'plasm_children_started_total')).toBeGreaterThanOrEqual(2)
  expect(sum(peers, 'plasm_store_commits_total', { durability: 'synced' })).toBeGreaterThan(0)
  expect(sum(peers, 'plasm_database_bytes')).toBeGreaterThan(4096)
  expect(sum(peers, 'plasm_peers_connected')).toBeGreaterThanOrEqual(1)
  expect(sum(peers, 'plasm_peers_known')).toBeGreaterThanOrEqual(1)
  expect(sum(peers, 'plasm_ready')).toBe(1)
}

test('two daemons that run jobs for each other count what they did, and the dashboard and the alerts can be drawn of it', async () => {
  const away = await submitter.submit(writer('a'.repeat(bytes)), {}, { placement: { where: 'network' } })
  expect((await submitter.settled(away.id)).settlement).toMatchObject({ kind: 'result' })
  const here = await submitter.submit(writer('here'), {}, { placement: { where: 'local' } })
  expect((await submitter.settled(here.id)).settlement).toMatchObject({ kind: 'result' })

  // Its API was not asked for anything yet, and routes are no closed set.
  await node.client.json('GET', '/v1/node')
  // The submitter may know of an end before the one that ran it has counted it.
  const [own, peers] = await eventually(async () => {
    const scraped = [await metricsOf(submitter), await metricsOf(node)] as const
    expectCounts(...scraped)
    return scraped
  })

  const read = (path: string) => readFileSync(join(import.meta.dirname, '../../packaging', path), 'utf8')
  for (const families of [own, peers]) {
    expect(offending(dashboard(read('grafana/plasm.json')).expressions, families)).toEqual([])
    expect(offending(rules(parse(read('prometheus/plasm.rules.yml'))), families, ['up'])).toEqual([])
  }
}, 60_000)

test('whatever is asked of the API makes no further series, and no name of a peer or a job is among them', async () => {
  const [{ id }] = (await submitter.client.json<{ items: { id: string }[] }>('GET', '/v1/jobs')).items as [
    { id: string },
  ]
  const ask = (path: string) => submitter.client.json('GET', path).catch(() => undefined)
  await Promise.all(['/v1/nothing/0', `/v1/jobs/${id}`].map(ask))
  const count = (families: ReadonlyMap<string, Family>) =>
    [...families.values()]
      .filter(({ name }) => name.startsWith('plasm_'))
      .reduce((total, { samples }) => total + samples.length, 0)
  const before = count(await metricsOf(submitter))
  await Promise.all(Array.from({ length: 50 }, (_, index) => ask(`/v1/nothing/${index + 1}`)))
  await ask(`/v1/jobs/${id}`)
  expect(count(await metricsOf(submitter))).toBe(before)
  const values = [...(await metricsOf(submitter)).values()]
    .flatMap(({ samples }) => samples.flatMap(({ labels }) => Object.values(labels)))
    .join(' ')
  for (const name of [id, node.ready.peerId, submitter.ready.peerId, 'nothing']) expect(values).not.toContain(name)
})
