import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BanView, JobView, PeerView } from '../../daemon/src/generated/types.ts'
import { digestOf } from '../guests/digest.ts'
import { looper, writer } from '../guests/programs.ts'
import { Daemon, Home, plasm } from './plasm-process.ts'

const home = new Home()
const abuse = 'mailto:abuse@example.org'
const token = 'a-token'
const allowPrivate = '--allow-private'
let node: Daemon
let submitter: Daemon

/** Its address stays over a restart, so that the other finds it again. */
async function startNode(listen: string): Promise<Daemon> {
  const sharing = ['--config', home.file('node.yaml'), '--share', 'anyone', '--isolation', 'reduced', allowPrivate]
  return await Daemon.start(home, 'node', [...sharing, '--listen', listen])
}

beforeAll(async () => {
  const hash = createHash('sha256').update(token).digest('hex')
  writeFileSync(
    home.file('node.yaml'),
    `operator: { abuse: "${abuse}" }\napi: { tcp: { port: 0 }, tokens: { ci: "${hash}" } }\n`,
  )
  node = await startNode('/ip4/127.0.0.1/tcp/0')
  submitter = await Daemon.start(home, 'submitter', [allowPrivate, '--bootstrap', ...node.ready.addresses])
}, 60_000)
afterAll(async () => {
  await Promise.all([submitter.end(), node.end()])
  home.remove()
})

const cli = async (daemon: Daemon, words: readonly string[]) => {
  const ended = await plasm(home, [...words, '--socket', daemon.socket])
  expect(ended.code, ended.stderr).toBe(0)
  return ended.stdout
}
const bansOf = async (daemon: Daemon) =>
  (JSON.parse(await cli(daemon, ['bans', '--json'])) as { readonly items: readonly BanView[] }).items
const whyOf = async (daemon: Daemon, peer: string): Promise<PeerView | undefined> =>
  (await daemon.client.json<{ items: readonly PeerView[] }>('GET', '/v1/peers?why=true')).items.find(
    (view) => view.peer === peer,
  )
const soon = { timeout: 30_000, interval: 100 }
const runs = async (daemon: Daemon) => (await daemon.client.json<{ running: number }>('GET', '/v1/node')).running
const fuel = Number.MAX_SAFE_INTEGER
/** A job that would run for ever at the node. */
async function endless(): Promise<JobView> {
  const job = await submitter.submit(
    looper(),
    { limits: { fuel: 1_000_000_000_000 } },
    { placement: { where: 'network' }, wallTimeMs: 600_000 },
  )
  await expect.poll(() => runs(node), soon).toBe(1)
  return job
}
const outcomesAt = async (daemon: Daemon) =>
  (await daemon.client.json<{ items: readonly { readonly outcome: string }[] }>('GET', '/v1/receipts')).items.map(
    ({ outcome }) => outcome,
  )

test('a peer that is banned is cut off at once, its job ends, and it stays so over a restart until it is unbanned', async () => {
  const villain = submitter.ready.peerId
  const first = await submitter.submit(writer('before'), {}, { placement: { where: 'network' } })
  expect((await submitter.settled(first.id)).settlement).toMatchObject({ kind: 'result' })
  const { id } = await endless()

  const said = await cli(node, ['ban', 'peer', villain, '--reason', 'floods us'])
  expect(said).toBe(`${villain}: banned for good\n`)
  await expect.poll(() => runs(node), soon).toBe(0)
  await expect.poll(() => outcomesAt(node), soon).toEqual(['cancelled', 'exited'])
  const cutOff = { connected: false, ban: { reason: 'operator', detail: 'floods us' } }
  await expect.poll(() => whyOf(node, villain), soon).toMatchObject(cutOff)
  // It tries again, and learns nothing but that it is not let in.
  await expect.poll(async () => (await whyOf(submitter, node.ready.peerId))?.why?.dial?.error, soon).toBeTruthy()
  expect(await cli(submitter, ['peers', '--why', node.ready.peerId])).toMatch(/connected +no; last tried .+/)
  await submitter.client.json('DELETE', `/v1/jobs/${id}`)

  const listen = node.ready.addresses[0]!.replace(/\/p2p\/.*/, '')
  await node.end()
  node = await startNode(listen)
  expect(await bansOf(node)).toMatchObject([{ kind: 'peer', name: villain, reason: 'operator' }])
  expect(await cli(node, ['peers', '--why', villain])).toMatch(/banned +for good, operator: floods us/)
  await cli(node, ['unban', villain])
  expect(await bansOf(node)).toEqual([])
  await expect.poll(async () => (await whyOf(node, villain))?.connected, { ...soon, timeout: 90_000 }).toBe(true)
  const last = await submitter.submit(writer('after'), {}, { placement: { where: 'network' } })
  expect((await submitter.settled(last.id)).settlement).toMatchObject({ kind: 'result' })
}, 180_000)

test('a digest that is banned runs and is taken no more, and who asks is told whom to write to', async () => {
  const digest = digestOf(looper())
  const { id } = await endless()
  await cli(node, ['ban', 'digest', digest, '--for', '1d'])
  await expect.poll(() => runs(node), soon).toBe(0)
  await submitter.client.json('DELETE', `/v1/jobs/${id}`)

  // The module is not named before the order: only that is refused.
  const again = await submitter.submit(looper(), { limits: { fuel: 1_000 } }, { placement: { where: 'network' } })
  const refused = async () => (await whyOf(submitter, node.ready.peerId))?.why
  await expect.poll(refused, soon).toMatchObject({ abuse, refusedUs: { code: 'consent' } })
  expect((await refused())?.refusedUs?.reason).toContain(`its operator: ${abuse}`)
  await submitter.client.json('DELETE', `/v1/jobs/${again.id}`)
  expect((await whyOf(node, submitter.ready.peerId))?.why?.refusedByUs).toMatchObject({ code: 'consent' })

  await expect(node.submit(looper(), { limits: { fuel } })).rejects.toMatchObject({ code: 'JOB_REFUSED' })
  await cli(node, ['unban', digest])
  const own = await node.submit(looper(), { limits: { fuel: 1_000 } })
  expect((await node.settled(own.id)).settlement).toMatchObject({ result: { outcome: { kind: 'exceeded' } } })
}, 120_000)

test('what peers say, an address for abuse among it, is not in the log at info', async () => {
  await submitter.end()
  const log = await submitter.log
  expect(log).not.toContain(abuse)
  submitter = await Daemon.start(home, 'submitter', [allowPrivate, '--bootstrap', ...node.ready.addresses])
}, 60_000)
