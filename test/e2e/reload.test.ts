import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashToken } from '../../daemon/src/api/door.ts'
import type { NodeView } from '../../daemon/src/generated/types.ts'
import { eventually } from '../fakes/eventually.ts'
import { Daemon, Home, plasm } from './plasm-process.ts'

const main = join(import.meta.dirname, '..', '..', 'daemon', 'src', 'main.ts')

let home: Home
beforeAll(() => {
  home = new Home()
})
afterAll(() => home.remove())

describe('a daemon that is told to read its configuration again', () => {
  const file = () => home.file('plasm.yaml')
  let daemon: Daemon
  beforeAll(async () => {
    writeFileSync(file(), 'share:\n  with: allowlist\n')
    daemon = await Daemon.start(home, 'reload', ['--config', file(), '--tcp-port', '0'])
  })
  afterAll(() => daemon.end())

  const node = () => daemon.client.json<NodeView>('GET', '/v1/node')

  /** Writes the file, sends SIGHUP, and waits for the line that says what came of it. */
  async function reloaded(content: string, word: string): Promise<void> {
    writeFileSync(file(), content)
    const logged = daemon.logs(word)
    process.kill(daemon.pid, 'SIGHUP')
    await logged
  }

  test('changes what it shares while it runs, and serves on over a file that is not valid', async () => {
    expect((await node()).share).toBe('allowlist')
    await reloaded('share:\n  with: anyone\n  slots: 1\n', '"applied":["share.with","share.slots"]')
    expect(await node()).toMatchObject({ share: 'anyone', shared: { slots: 1 } })

    await reloaded(
      'share:\n  with: nobody\n  slots: none\n',
      `${file()}:3:10: share.slots: is \\"none\\"; must be an integer`,
    )
    expect(await node()).toMatchObject({ share: 'anyone', shared: { slots: 1 } })
    await reloaded('share: {with: nobody\n', `${file()}:2:1: not valid YAML`)
    expect((await node()).share).toBe('anyone')

    const hash = hashToken('new-token').toString('hex')
    const url = `http://127.0.0.1:${daemon.ready.tcpPort}/healthz`
    const withToken = async () => (await fetch(url, { headers: { authorization: 'Bearer new-token' } })).status
    expect(await withToken()).toBe(401)
    await reloaded(`api: {tokens: {ci: ${hash}}}\n`, '"applied":["api.tokens","share.with","share.slots"]')
    expect(await withToken()).toBe(200)

    await reloaded('share: {with: nobody}\njobs: {hedge: false}\n', '"waiting":["jobs.hedge"]')
    expect(await withToken()).toBe(401)
    expect((await node()).share).toBe('nobody')

    const debugLine = daemon.logs('"level":"debug"')
    await reloaded('share: {with: nobody}\njobs: {hedge: false}\nlog: {level: debug}\n', '"applied":["log.level"]')
    await node()
    await debugLine

    // What stands in the file by now, what `plasm share` chose, and what the daemon has otherwise.
    await plasm(home, ['share', 'allowlist', '--socket', daemon.socket])
    writeFileSync(file(), 'share: {with: nobody}\njobs: {hedge: false, queue: 9}\n')
    const flags = ['--config', file(), '--socket', daemon.socket]
    const { keys } = JSON.parse((await plasm(home, ['config', 'show', '--json', ...flags])).stdout) as {
      keys: { key: string }[]
    }
    const of = (name: string) => keys.find(({ key }) => key === name)
    expect(of('share.with')).toEqual({ key: 'share.with', value: 'allowlist', source: 'plasm share' })
    const [hedge, queue] = [`${file()}:2:15`, `${file()}:2:29`]
    expect(of('jobs.hedge')).toMatchObject({ value: false, source: hedge, running: { value: true, source: hedge } })
    expect(of('jobs.queue')).toMatchObject({ value: 9, source: queue, running: { value: 1024, source: 'default' } })
    const { stdout } = await plasm(home, ['config', 'show', ...flags])
    expect(stdout).toMatch(/^jobs\.queue .* 1024$/m)
    expect(stdout).toContain('restart it to change that.')
    expect(await daemon.end()).toBe(0)
  }, 120_000)
})

test('a daemon at a terminal reloads at SIGHUP, and stops in order once the terminal is closed', async () => {
  const [log, pid] = [home.file('terminal.log'), home.file('terminal.pid')]
  const words = ['daemon', '--data', home.file('terminal'), '--listen', '/ip4/127.0.0.1/tcp/0']
  const command = [process.execPath, main, ...words].map((word) => `'${word}'`).join(' ')
  const terminal = spawn('script', ['-qec', `echo $$ > '${pid}'; exec ${command} 2> '${log}'`, '/dev/null'], {
    env: home.env,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  terminal.stdout.resume()
  const logged = (word: string) => eventually(() => expect(readFileSync(log, 'utf8')).toContain(word))
  await logged('daemon ready')
  process.kill(Number(readFileSync(pid, 'utf8')), 'SIGHUP')
  await logged('configuration reloaded; nothing changed')
  terminal.kill('SIGKILL')
  await once(terminal, 'close')
  await logged('daemon stopped')
}, 60_000)
