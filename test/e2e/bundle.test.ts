import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ApiClient } from '../../daemon/src/cli/api-client.ts'
import { bundle } from '../../scripts/bundle.ts'
import { eventually } from '../fakes/eventually.ts'
import { OtlpCollector } from '../fakes/otlp-collector.ts'
import { Home } from './plasm-process.ts'

const root = join(import.meta.dirname, '..', '..')
const home = new Home()
const installed = home.file('lib')
const main = join(installed, 'plasm.mjs')
const env = { PATH: process.env.PATH, HOME: home.path }

beforeAll(async () => {
  mkdirSync(installed)
  await bundle(installed, '7.8.9')
})
afterAll(() => home.remove())

const plasm = (...words: string[]) =>
  spawnSync(process.execPath, [main, ...words], { env, input: 'to be or not to be', encoding: 'utf8' })

async function ready(words: readonly string[]) {
  const daemon = spawn(process.execPath, [main, ...words], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const closed = once(daemon, 'close')
  const line = once(createInterface({ input: daemon.stdout }), 'line')
  const [first] = (await Promise.race([line, closed.then(() => [''])])) as [string]
  return {
    first,
    async stop() {
      daemon.kill('SIGTERM')
      return (await closed)[0] as number | null
    },
  }
}

describe('the bundle, in a directory of its own', () => {
  test('says the version that it was made for, and its help', () => {
    expect(plasm('--version').stdout).toBe('7.8.9\n')
    expect(plasm('--help').stdout).toContain('daemon')
  })

  test('runs a program at the isolation that a checkout reaches', () => {
    const example = join(root, 'examples', 'word-count', 'word-count.wasm')
    const { status, stdout, stderr } = plasm('run', example)
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout.split('\n').slice(0, 2)).toEqual(['2 be', '2 to'])
  })

  test('is a daemon with QUIC, and starts from what was compiled before', async () => {
    const words = ['daemon', '--json', '--data', home.file('data'), '--socket', home.file('s'), '--log-level', 'warn']
    words.push('--listen', '/ip4/127.0.0.1/tcp/0', '/ip4/127.0.0.1/udp/0/quic-v1')
    for (const _ of [1, 2]) {
      const daemon = await ready(words)
      expect(JSON.parse(daemon.first).addresses.join()).toMatch(/\/tcp\/.*\/quic-v1/)
      expect(await daemon.stop()).toBe(0)
    }
    const kept = readdirSync(join(home.path, '.cache', 'plasm', 'code'))
    expect(kept.filter((name) => name.endsWith('.daemon'))).toHaveLength(1)
    expect(kept.filter((name) => name.endsWith('.commands'))).toHaveLength(1)
    expect(readdirSync(join(home.path, 'data', 'code')).every((name) => name.startsWith('child.cjs.'))).toBe(true)
  })

  test('sends its traces: the library that does is loaded from within', async () => {
    const collector = new OtlpCollector()
    const endpoint = await collector.start()
    const socket = home.file('t')
    writeFileSync(home.file('tracing.yaml'), `tracing: { endpoint: "${endpoint}" }`)
    const words = ['daemon', '--config', home.file('tracing.yaml'), '--data', home.file('traced'), '--socket', socket]
    // Sent at the stop, which waits a second for them: on a machine that stood still for that long, at the next one.
    await eventually(async () => {
      const daemon = await ready([...words, '--listen', '/ip4/127.0.0.1/tcp/0', '--log-level', 'warn'])
      await new ApiClient([socket]).json('GET', '/v1/node')
      expect(await daemon.stop()).toBe(0)
      expect(collector.spans.map(({ name }) => name)).toContain('GET /v1/node')
    })
    await collector.stop()
  })

  test('reads what only a daemon needs for a daemon alone', () => {
    const addon = join(installed, 'libp2p-quic.node')
    renameSync(addon, `${addon}.away`)
    try {
      expect(plasm('--help').status).toBe(0)
      expect(plasm('doctor', '--help').status).toBe(0)
      const words = [
        '--data',
        home.file('none'),
        '--socket',
        home.file('none.sock'),
        '--listen',
        '/ip4/127.0.0.1/tcp/0',
      ]
      expect(plasm('daemon', ...words)).toMatchObject({
        status: 4,
        stderr: expect.stringContaining('libp2p-quic.node'),
      })
    } finally {
      renameSync(`${addon}.away`, addon)
    }
  })

  test('starts the daemons of a devnet by itself', async () => {
    const devnet = await ready(['devnet', '--nodes', '1', '--json', '--dir', home.file('net')])
    expect(devnet.first).toContain('12D3Koo')
    await devnet.stop()
  })

  test('has written nothing beside itself, and names no place of the checkout', () => {
    const files = readdirSync(installed).sort()
    expect(files).toEqual(['child.cjs', 'child.cjs.code', 'libp2p-quic.node', 'plasm.code', 'plasm.mjs'])
    for (const file of files) expect(readFileSync(join(installed, file), 'latin1').includes(root)).toBe(false)
  })
})
