import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { buffer } from 'node:stream/consumers'
import { afterAll, describe, expect, test } from 'vitest'
import { echo, padded, writer } from '../guests/programs.ts'
import { Daemon, Home, plasm, start } from './plasm-process.ts'

const home = new Home()
afterAll(() => home.remove())

/** What a start there comes to that is expected to fail. */
async function failsToStart(name: string): Promise<{ readonly code: number | null; readonly stderr: string }> {
  const child = start(home, [
    'daemon',
    '--json',
    '--stop-with-stdin',
    '--data',
    home.file(name),
    '--listen',
    '/ip4/127.0.0.1/tcp/0',
  ])
  const [stderr, [code]] = await Promise.all([buffer(child.stderr!), once(child, 'close')])
  return { code: code as number | null, stderr: stderr.toString() }
}

async function databaseFinding(name: string, socket = home.file('none.sock')) {
  const { stdout } = await plasm(home, ['doctor', '--json', '--data', home.file(name), '--socket', socket])
  const { findings } = JSON.parse(stdout) as { findings: readonly { readonly name: string }[] }
  return findings.find((finding) => finding.name === 'database')
}

describe('a damaged database', () => {
  const file = join(home.file('data'), 'plasm.sqlite')

  test('keeps the daemon from its start, which says what mends it, and after a restore it runs', async () => {
    const daemon = await Daemon.start(home, 'data')
    const { id } = await daemon.submit(writer('kept'))
    await daemon.settled(id)
    expect(await databaseFinding('data', daemon.socket)).toMatchObject({
      status: 'ok',
      detail: expect.stringContaining('whole; 1 receipts'),
    })
    expect((await plasm(home, ['backup', home.file('backup.tar'), '--socket', daemon.socket])).code).toBe(0)
    await daemon.end()

    const bytes = readFileSync(file)
    for (const page of [2, 3, 5, 9, 11]) bytes.fill(0xa5, page * 4096, page * 4096 + 512)
    writeFileSync(file, bytes)
    const { code, stderr } = await failsToStart('data')
    expect(code).toBe(10)
    expect(stderr).toMatch(/STORE_DAMAGED.*the database .*plasm\.sqlite is damaged .*plasm restore FILE/)

    expect(await databaseFinding('data')).toMatchObject({
      status: 'failed',
      mend: expect.stringContaining('plasm restore FILE'),
    })
    expect((await plasm(home, ['restore', home.file('backup.tar'), '--data', home.file('data')])).code).toBe(0)
    const restored = await Daemon.start(home, 'data')
    expect(await restored.settled(id)).toMatchObject({ settlement: { kind: 'result' } })
    expect(await restored.end()).toBe(0)
  })

  test('that is found while the daemon runs stops it, with the same words and exit code', async () => {
    const daemon = await Daemon.start(home, 'large')
    await daemon.end()
    // Larger than what is looked through at a start.
    const large = join(home.file('large'), 'plasm.sqlite')
    const database = new DatabaseSync(large)
    const fill = database.prepare('INSERT INTO small_blobs (digest, content) VALUES (?, ?)')
    database.exec('PRAGMA foreign_keys=OFF; BEGIN')
    for (let number = 0; number < 2600; number++) fill.run(`sha256:${number}`, new Uint8Array(16_000))
    database.exec('COMMIT')
    const { rootpage } = database.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'events'`).get() as {
      rootpage: number
    }
    database.close()
    const again = await Daemon.start(home, 'large')
    const { id } = await again.submit(writer('before'))
    await again.settled(id)
    await again.end()
    const bytes = readFileSync(large)
    writeFileSync(large, bytes.fill(0xa5, (rootpage - 1) * 4096, rootpage * 4096))

    const last = await Daemon.start(home, 'large')
    const ended = last.ended
    await last.submit(writer('after')).catch(() => undefined)
    expect(await ended).toBe(10)
    expect(await last.log).toContain('STORE_DAMAGED')
  })

  test('of no bytes of its own is one, too', async () => {
    writeFileSync(file, Buffer.alloc(8192, 'x'))
    expect(await failsToStart('data')).toMatchObject({ code: 10, stderr: expect.stringContaining('STORE_DAMAGED') })
  })
})

describe('a blob that the disk has cut off', () => {
  const hex = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

  test('is not run: its job fails by name, and runs once it is uploaded anew', async () => {
    const module = padded(echo())
    const daemon = await Daemon.start(home, 'blobs')
    await daemon.upload(module)
    await daemon.end()
    truncateSync(join(home.file('blobs/blobs/whole'), hex(module)), module.length - 1)

    const again = await Daemon.start(home, 'blobs')
    try {
      const submit = async () => {
        const manifest = {
          plasm: 1,
          task: { module: `sha256:${hex(module)}` },
          request: { isolation: 'reduced', cache: false, placement: { where: 'local' } },
        }
        const body = Buffer.from(JSON.stringify(manifest))
        return await again.client.json<{ id: string }>('POST', '/v1/jobs', {
          body,
          headers: { 'content-type': 'application/json' },
        })
      }
      const failed = await again.settled((await submit()).id)
      expect(failed.settlement).toMatchObject({ kind: 'failed', code: 'INPUT_LOST' })
      await expect(submit()).rejects.toMatchObject({ code: 'BLOB_NOT_FOUND', missing: [`sha256:${hex(module)}`] })
      await again.upload(module)
      expect(await again.settled((await submit()).id)).toMatchObject({ settlement: { kind: 'result' } })
    } finally {
      await again.end()
    }
  })

  test('is not given to its owner, who is told', async () => {
    const daemon = await Daemon.start(home, 'outputs')
    const { id } = await daemon.submit(writer('x'.repeat(50_000)))
    const { settlement } = await daemon.settled(id)
    await daemon.end()
    const { digest } = (settlement as { result: { stdout: { digest: string } } }).result.stdout
    truncateSync(join(home.file('outputs/blobs/whole'), digest.slice('sha256:'.length)), 100)
    const again = await Daemon.start(home, 'outputs')
    try {
      const output = again.client.bytes('GET', `/v1/jobs/${id}/outputs/stdout`)
      await expect(output).rejects.toMatchObject({
        code: 'BLOB_DIGEST_MISMATCH',
        message: expect.stringContaining('damaged on disk'),
      })
    } finally {
      await again.end()
    }
  })
})
