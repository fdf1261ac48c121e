import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdirSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { afterAll, describe, expect, test } from 'vitest'
import { eventually } from '../fakes/eventually.ts'
import { flooder, writer } from '../guests/programs.ts'
import { Daemon, Home, start } from './plasm-process.ts'

const home = new Home()
afterAll(() => home.remove())
const prlimit = spawnSync('prlimit', ['--version']).status === 0
const nobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--']
/** May act as nobody, who may read what is run here. */
const root =
  process.geteuid?.() === 0 &&
  spawnSync(nobody[0]!, [...nobody.slice(1), 'test', '-r', import.meta.filename]).status === 0

/** What a start there says, and ends with. */
async function failsToStart(name: string, enter: readonly string[]) {
  const words = ['daemon', '--data', home.file(name), '--listen', '/ip4/127.0.0.1/tcp/0']
  const child = start(home, words, [], enter)
  const [stderr, [code]] = await Promise.all([buffer(child.stderr!), once(child, 'close')])
  return { code: code as number | null, stderr: stderr.toString() }
}

describe.skipIf(!prlimit)('a daemon that may open 64 files', () => {
  test('says so, never wedges, and serves again when others let go of theirs', async () => {
    const listen = ['--listen', '/ip4/127.0.0.1/tcp/0']
    const daemon = await Daemon.start(home, 'few', listen, ['prlimit', '--nofile=64', '--'])
    const crowd: Socket[] = []
    try {
      const { id } = await daemon.submit(writer('first'))
      expect(await daemon.settled(id)).toMatchObject({ settlement: { kind: 'result' } })
      for (let number = 0; number < 100; number++) crowd.push(connect(daemon.socket).on('error', () => undefined))
      // Whatever becomes of these, they end, and the daemon lives.
      const pressed = await Promise.allSettled(
        [1, 2, 3].map(() => daemon.client.bytes('GET', '/healthz', { signal: AbortSignal.timeout(3000) })),
      )
      expect(pressed).toHaveLength(3)
      for (const socket of crowd) socket.destroy()
      await eventually(async () => {
        const { id: again } = await daemon.submit(writer('again'))
        expect(await daemon.settled(again)).toMatchObject({ settlement: { kind: 'result' } })
      })
    } finally {
      for (const socket of crowd) socket.destroy()
      expect(await daemon.end()).toBe(0)
    }
    expect(await daemon.log).toMatch(/few files may be open/)
  }, 90_000)

  test('and one that may open fewer than it needs does not start, and says what mends it', async () => {
    const { code, stderr } = await failsToStart('fewer', ['prlimit', '--nofile=48', '--'])
    expect(code).toBe(4)
    expect(stderr).toMatch(/LIMIT_TOO_LOW.* 48 files.*LimitNOFILE=4096/)
  })
})

describe.skipIf(!root)('a data directory that cannot be written', () => {
  const namespaces = spawnSync('unshare', ['-m', 'true']).status === 0

  test.skipIf(!namespaces)(
    'on a file system that is read-only keeps the daemon from its start, until it is writable',
    async () => {
      const data = home.file('ro')
      await (await Daemon.start(home, 'ro')).end()
      const script = `mount --bind ${data} ${data} && mount -o remount,bind,ro ${data} && exec "$@"`
      const { code, stderr } = await failsToStart('ro', ['unshare', '-m', 'sh', '-c', script, 'sh'])
      expect(code).toBe(4)
      expect(stderr).toMatch(/DATA_DIRECTORY_INVALID: .* is mounted read-only; make it writable: mount -o remount,rw/)
      expect(await (await Daemon.start(home, 'ro')).end()).toBe(0)
    },
  )

  test("that is not this user's keeps it from its start, and where it becomes so while it runs, nothing is lost", async () => {
    const data = home.file('nobody')
    mkdirSync(data, { mode: 0o500 })
    chownSync(data, 65534, 65534)
    chmodSync(home.path, 0o755)
    const refused = await failsToStart('nobody', nobody)
    expect(refused.stderr).toMatch(/DATA_DIRECTORY_INVALID: .* this user \(65534\) may not write there/)
    chmodSync(data, 0o700)
    const daemon = await Daemon.start(home, 'nobody', ['--listen', '/ip4/127.0.0.1/tcp/0'], nobody)
    try {
      const big = new Uint8Array(100_000).fill(3)
      await daemon.upload(flooder())
      chmodSync(`${data}/blobs/partial`, 0o500)
      const refusal = await daemon.upload(big).then(String, (error: unknown) => error)
      expect(refusal).toMatchObject({ code: 'STORE_FAILED', message: expect.stringContaining('blobs/partial') })
      // Its module is here; its output is too large for the database.
      const waits = daemon.logs('the job waits until it works again')
      const { id } = await daemon.submit(flooder(), { limits: { outputBytes: 100_000 } })
      await waits
      chmodSync(`${data}/blobs/partial`, 0o700)
      const outcome = { kind: 'exceeded', limit: 'output' }
      expect(await daemon.settled(id)).toMatchObject({ settlement: { kind: 'result', result: { outcome } } })
      await daemon.upload(big)
    } finally {
      expect(await daemon.end()).toBe(0)
    }
  }, 90_000)
})
