import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, truncateSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { JobView } from '../../daemon/src/generated/types.ts'
import { flooder } from '../guests/programs.ts'
import { Daemon, Home } from './plasm-process.ts'

/** A disk of its own for the daemon's data: only root may mount one, and not everywhere. */
const home = new Home()
const disk = home.file('disk')
mkdirSync(disk)
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk]).status === 0
const why = mounted ? '' : ' (no file system may be mounted here)'
const outputBytes = 3_000_000
afterAll(() => {
  if (mounted) spawnSync('umount', ['-l', disk])
  home.remove()
})

test.skipIf(!mounted)(
  `a job that finds the disk full waits, and goes on when there is room again${why}`,
  async () => {
    const daemon = await Daemon.start(home, 'disk/data')
    try {
      const module = flooder()
      const digest = await daemon.upload(module)
      const filling = join(disk, 'filling')
      const filledBytes = fill(filling)
      const refusal = { code: 'STORE_FULL', message: expect.stringContaining(join(disk, 'data')) }
      await expect(daemon.upload(new Uint8Array(100_000).fill(7))).rejects.toMatchObject(refusal)

      // Enough to take the job and to run it, and less than its output.
      truncateSync(filling, filledBytes - outputBytes / 2)
      const waits = daemon.logs('the job waits until it works again')
      const task = { module: digest, limits: { outputBytes } }
      const request = { isolation: 'reduced', placement: { where: 'local' } }
      const job = await daemon.client.json<JobView>('POST', '/v1/jobs', {
        body: Buffer.from(JSON.stringify({ plasm: 1, task, request })),
        headers: { 'content-type': 'application/json' },
      })
      await waits
      rmSync(filling)
      expect(await daemon.settled(job.id)).toMatchObject({
        state: 'settled',
        settlement: { kind: 'result', result: { outcome: { kind: 'exceeded', limit: 'output' } } },
      })
    } finally {
      expect(await daemon.end()).toBe(0)
    }
  },
  60_000,
)

/** Takes all the room that there is; gives how many bytes that was. */
function fill(path: string): number {
  const file = openSync(path, 'w')
  let bytes = 0
  try {
    for (const size of [65_536, 4096, 1]) {
      const piece = new Uint8Array(size)
      for (let room = true; room; ) {
        try {
          const written = writeSync(file, piece)
          bytes += written
          room = written === size
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
          room = false
        }
      }
    }
  } finally {
    closeSync(file)
  }
  return bytes
}
