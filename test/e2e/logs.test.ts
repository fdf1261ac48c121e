import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { fstatSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { writer } from '../guests/programs.ts'
import { Daemon, Home, spawnedTo } from './plasm-process.ts'

const home = new Home()
afterAll(() => home.remove())

const secret = randomBytes(24).toString('base64url')
const hash = createHash('sha256').update(secret).digest('hex')

async function ask(port: number, path: string, headers: Record<string, string>, method = 'GET', body?: string) {
  const asked = request({ host: '127.0.0.1', port, path, method, headers: { host: `127.0.0.1:${port}`, ...headers } })
  asked.end(body)
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  return { headers: response.headers, body: await text(response), status: response.statusCode }
}

test('a request and its job are found in the log by their IDs, and no secret is, at level debug', async () => {
  const config = home.file('config.json')
  writeFileSync(config, JSON.stringify({ api: { tcp: { port: 0 }, tokens: { ci: hash } } }))
  const daemon = await Daemon.start(home, 'secrets', ['--config', config, '--log-level', 'debug'])
  const port = daemon.ready.tcpPort!
  const authorization = `Bearer ${secret}`
  const cookie = `session=${secret}x`
  const good = await ask(port, '/v1/node', { authorization, cookie })
  expect([good.status, good.headers['x-request-id']]).toEqual([200, expect.stringMatching(/^[0-9a-f]{16}$/)])
  const bad = await ask(port, '/v1/jobs', { authorization: `${authorization}y`, 'x-request-id': 'mine' })
  expect(JSON.parse(bad.body)).toMatchObject({ code: 'UNAUTHORIZED', requestId: bad.headers['x-request-id'] })
  const manifest = JSON.stringify({ plasm: 1, task: { module: 'none' } })
  const wrong = await ask(port, '/v1/jobs', { authorization, 'content-type': 'application/json' }, 'POST', manifest)
  expect(JSON.parse(wrong.body)).toMatchObject({ code: 'MANIFEST_INVALID', requestId: wrong.headers['x-request-id'] })

  const { id } = await daemon.submit(writer('hello'), { env: { PASSWORD: secret }, args: [secret] })
  await daemon.settled(id)
  const key = readFileSync(home.file('secrets/key'), 'utf8')
  await daemon.end()

  const log = await daemon.log
  const lines = log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  const answered = lines.filter(({ msg }) => msg === 'request answered')
  expect(answered).toContainEqual(
    expect.objectContaining({ requestId: good.headers['x-request-id'], owner: 'ci', route: '/v1/node', status: 200 }),
  )
  expect(answered).toContainEqual(expect.objectContaining({ requestId: bad.headers['x-request-id'], status: 401 }))
  expect(answered.find(({ status }) => status === 401)).not.toHaveProperty('owner')
  const submitted = lines.find(({ msg }) => msg === 'job submitted')
  expect(submitted).toMatchObject({ job: id, owner: 'local', requestId: expect.stringMatching(/^[0-9a-f]{16}$/) })
  expect(answered).toContainEqual(expect.objectContaining({ requestId: submitted?.requestId, route: '/v1/jobs' }))
  const ofJob = lines.filter(({ job }) => job === id).map(({ msg }) => msg)
  for (const message of ['job submitted', 'order accepted', 'attempt ended', 'job settled', 'request answered'])
    expect(ofJob).toContain(message)

  const secrets = [secret, hash, Buffer.from(secret).toString('base64'), 'Bearer', 'authorization', 'cookie', 'mine']
  for (const word of [...secrets, ...wordsOf(key)]) expect(log.toLowerCase()).not.toContain(word.toLowerCase())
}, 60_000)

/** Every way in which the bytes of the key file could have been written. */
function wordsOf(key: string): string[] {
  const words = key.match(/[A-Za-z0-9+/=_-]{20,}/g) ?? []
  expect(words.length).toBeGreaterThan(0)
  return words
}

test('to the journal a daemon writes lines for people with priorities, and JSON elsewhere', async () => {
  const path = home.file('journal')
  const file = openSync(path, 'w')
  const { dev, ino } = fstatSync(file, { bigint: true })
  await spawnedTo(home, file, { JOURNAL_STREAM: `${dev}:${ino}` }, 'journalled')
  const lines = readFileSync(path, 'utf8').trim().split('\n')
  expect(lines.every((line) => /^<[3467]>\S/.test(line))).toBe(true)
  expect(lines).toContainEqual(expect.stringMatching(/^<6>daemon ready .*peerId=12D3Koo\w+ .*version=\d/))
  expect(lines.at(-1)).toBe('<6>daemon stopped')

  await spawnedTo(home, file, { JOURNAL_STREAM: `${dev}:${ino + 1n}` }, 'elsewhere')
  const more = readFileSync(path, 'utf8').trim().split('\n').slice(lines.length)
  expect(more.map((line) => (JSON.parse(line) as { msg: string }).msg)).toContain('daemon ready')
}, 60_000)
