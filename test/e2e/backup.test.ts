import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import type { ReceiptView } from '../../daemon/src/generated/types.ts'
import { verifyReceipt } from '../../daemon/src/receipt/verify.ts'
import { looper, writer } from '../guests/programs.ts'
import { Daemon, Home, plasm } from './plasm-process.ts'

const home = new Home()
afterAll(() => home.remove())

/** This node's receipts, newest first. */
async function receipts(daemon: Daemon): Promise<readonly ReceiptView[]> {
  return (await daemon.client.json<{ items: readonly ReceiptView[] }>('GET', '/v1/receipts?limit=100')).items
}

describe('plasm backup and plasm restore', () => {
  test('bring a node back elsewhere: its jobs run, its receipts hold, and its log goes on in a new epoch', async () => {
    const daemon = await Daemon.start(home, 'old', ['--slots', '1'])
    const done = await daemon.submit(writer('done'))
    const { receipts: kept } = await daemon.settled(done.id)
    // One runs, the others wait for it.
    const long = await daemon.submit(looper(), { limits: { fuel: 500_000_000_000 } }, { wallTimeMs: 600_000 })
    const queued = await daemon.submit(writer('queued'))
    const file = home.file('backup.tar')
    const backup = await plasm(home, ['backup', file, '--socket', daemon.socket])
    expect(backup).toMatchObject({ code: 0, stdout: expect.stringContaining(daemon.ready.peerId) })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(home.file('old/snapshots'))).toEqual([])
    const { peerId } = daemon.ready
    const before = await receipts(daemon)
    await daemon.end('SIGKILL')

    const restore = await plasm(home, ['restore', file, '--data', home.file('new'), '--json'])
    expect(restore.code).toBe(0)
    expect(JSON.parse(restore.stdout)).toMatchObject({ applied: true, manifest: { peerId } })
    const restored = await Daemon.start(home, 'new', ['--slots', '2'])
    try {
      expect(restored.ready.peerId).toBe(peerId)
      expect(await restored.settled(done.id)).toMatchObject({ state: 'settled', receipts: kept })
      expect(await restored.settled(queued.id)).toMatchObject({ settlement: { kind: 'result' } })
      await restored.client.bytes('DELETE', `/v1/jobs/${long.id}`)
      expect(await restored.settled(long.id)).toMatchObject({ settlement: { kind: 'cancelled' } })
      const after = await receipts(restored)
      const known = new Set(before.map(({ digest }) => digest))
      const epoch = before[0]!.statement.predicate.log.epoch
      const fresh = after.filter(({ digest }) => !known.has(digest))
      expect(fresh.length).toBeGreaterThan(0)
      for (const { digest, statement } of fresh) {
        expect(statement.predicate.log.epoch).not.toBe(epoch)
        const envelope = await restored.client.bytes('GET', `/v1/receipts/${digest}`, {
          headers: { accept: 'application/vnd.in-toto+json' },
        })
        verifyReceipt(envelope, { nodes: [peerId] })
      }
      expect(fresh.map(({ statement }) => statement.predicate.log.sequence).sort()).toEqual(
        fresh.map((_, index) => index),
      )
      // No order has two answers.
      const orders = after.map(({ statement }) => statement.predicate.execution.order)
      expect(new Set(orders).size).toBe(orders.length)
    } finally {
      await restored.end()
    }
  }, 120_000)

  test('hand a running daemon what it takes over at its next start, and keep what it had', async () => {
    const file = home.file('backup.tar')
    const daemon = await Daemon.start(home, 'running')
    const own = await daemon.submit(writer('after the backup'))
    await daemon.settled(own.id)
    const { code, stdout } = await plasm(home, ['restore', file, '--data', home.file('running')])
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('sudo systemctl restart plasm') })
    expect((await daemon.settled(own.id)).state).toBe('settled')
    const { peerId } = daemon.ready
    await daemon.end()
    const restarted = await Daemon.start(home, 'running')
    expect(restarted.ready.peerId).not.toBe(peerId)
    await expect(restarted.client.json('GET', `/v1/jobs/${own.id}`)).rejects.toMatchObject({ code: 'JOB_NOT_FOUND' })
    await restarted.end()
    expect(await restarted.log).toContain('a backup was restored')
    const aside = readdirSync(home.file('running')).find((name) => name.startsWith('before-restore-'))
    expect(readdirSync(home.file(`running/${aside}`))).toEqual(expect.arrayContaining(['key', 'plasm.sqlite', 'blobs']))
  }, 60_000)

  test('say what is wrong, and change nothing', async () => {
    const file = home.file('cut.tar')
    writeFileSync(file, readFileSync(home.file('backup.tar')).subarray(0, 5000))
    const restore = await plasm(home, ['restore', file, '--data', home.file('nothing')])
    expect(restore.code).toBe(4)
    expect(restore.stderr).toMatch(
      /^plasm: BACKUP_INVALID: .*cut\.tar cannot be restored: it ends after \d+ bytes, in the middle; nothing was changed/,
    )
    expect(existsSync(home.file('nothing/restore'))).toBe(false)
    const backup = await plasm(home, ['backup', home.file('none.tar'), '--data', home.file('nowhere')])
    expect(backup).toMatchObject({ code: 4, stderr: expect.stringContaining('there is no data of a daemon') })
    expect(existsSync(home.file('none.tar'))).toBe(false)
  })

  test('a pipe is refused as a backup, and not waited for', async () => {
    const pipe = home.file('pipe')
    execFileSync('mkfifo', [pipe])
    const { code, stderr } = await plasm(home, ['restore', pipe, '--data', home.file('nothing')])
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^plasm: USAGE: .*pipe is not a file/)])
  })

  test('put no file in place of what is none: a pipe, a device, a directory', async () => {
    for (const path of ['/dev/null', home.file('nothing')]) {
      const backup = await plasm(home, ['backup', path, '--data', home.file('new')])
      expect(backup).toMatchObject({ code: 2, stderr: expect.stringContaining('is no regular file') })
    }
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  test.skipIf(process.geteuid?.() !== 0)('act as the owner of the data, where root asks', async () => {
    const data = home.file('of-nobody')
    mkdirSync(data, { mode: 0o700 })
    chownSync(data, 65534, 65534)
    chmodSync(home.path, 0o755)
    expect((await plasm(home, ['restore', home.file('backup.tar'), '--data', data])).code).toBe(0)
    for (const name of ['key', 'plasm.sqlite', 'blobs']) expect(statSync(`${data}/${name}`).uid).toBe(65534)
    expect((await plasm(home, ['backup', home.file('again.tar'), '--data', data])).code).toBe(0)
    expect(statSync(home.file('again.tar')).uid).toBe(0)
    expect(readdirSync(data).filter((name) => statSync(`${data}/${name}`).uid !== 65534)).toEqual([])
  })
})
