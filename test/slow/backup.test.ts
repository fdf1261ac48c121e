import { once } from 'node:events'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as after, setImmediate as nextTurn } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { systemClock } from '../../daemon/src/clock.ts'
import { readIdentity } from '../../daemon/src/identity/identity.ts'
import { examine } from '../../daemon/src/store/backup/examine.ts'
import { snapshotOf } from '../../daemon/src/store/backup/snapshot-of.ts'
import { stageRestore } from '../../daemon/src/store/backup/stage-restore.ts'
import { openStore } from '../../daemon/src/store/open-store.ts'
import { Daemon, Home, plasm, start } from '../e2e/plasm-process.ts'
import { Random } from '../fuzz/random.ts'
import { writer } from '../guests/programs.ts'

const home = new Home()
afterAll(() => home.remove())

/** Opens what was restored there, as a daemon would, and looks at all of it. */
async function opened(name: string) {
  const directory = home.file(name)
  const store = openStore({ directory, clock: systemClock, blobQuotaBytes: 2 ** 30 })
  const found = { restored: store.attempts.restoredAt !== undefined, jobs: store.jobs.list({ limit: 1000 }) }
  await store.close()
  const { snapshot, drop } = await snapshotOf(directory, systemClock)
  const examination = await examine(snapshot, { receipts: 1e6, blobs: 1e6, blobBytes: 1e12, random: () => 0 })
  await drop()
  return { ...found, examination, peer: readIdentity(join(directory, 'key'))?.peerId }
}

test('backups of a daemon that works without pause are whole, each of one moment, and hold up no job', async () => {
  const daemon = await Daemon.start(home, 'busy', ['--slots', '2'])
  let working = true
  const settledAfterMs: number[] = []
  const worker = async (name: number) => {
    for (let number = 0; working; number++) {
      const begun = performance.now()
      const { id } = await daemon.submit(writer(`${'x'.repeat(20_000)} ${name}.${number}`))
      expect(await daemon.settled(id)).toMatchObject({ settlement: { kind: 'result' } })
      settledAfterMs.push(performance.now() - begun)
    }
  }
  const work = Promise.all([1, 2, 3, 4].map(worker))
  try {
    for (const round of [1, 2, 3]) {
      await after(1500)
      const file = home.file(`busy-${round}.tar`)
      expect(await plasm(home, ['backup', file, '--socket', daemon.socket])).toMatchObject({ code: 0, stderr: '' })
      const archive = await open(file)
      await mkdir(home.file(`restored-${round}`))
      await stageRestore(archive, home.file(`restored-${round}`), Date.now())
      await archive.close()
      const { jobs, examination, peer } = await opened(`restored-${round}`)
      expect(peer).toBe(daemon.ready.peerId)
      expect(jobs.length).toBeGreaterThan(round)
      expect(examination.damage ?? examination.brokenLog).toBeUndefined()
      expect(examination.blobs.damaged).toEqual([])
      expect(examination.blobs.examined).toBeGreaterThan(round)
    }
  } finally {
    working = false
    await work
    expect(await daemon.end()).toBe(0)
  }
  // A copy takes far less than this; a job that had waited for its end would show.
  expect(Math.max(...settledAfterMs)).toBeLessThan(20_000)
  expect(readdirSync(home.file('busy'))).not.toContain('snapshots')
}, 300_000)

test('a restore that is killed at any moment leaves the old data whole, or the new', async () => {
  const random = new Random(20_261_126)
  const file = home.file('busy-3.tar')
  const daemon = await Daemon.start(home, 'template')
  const { id } = await daemon.submit(writer('only here'))
  await daemon.settled(id)
  await daemon.end()
  const [old, whole] = [readIdentity(home.file('template/key'))!.peerId, readIdentity(home.file('busy/key'))!.peerId]
  const ends = { old: 0, new: 0 }
  for (let round = 0; round < 30; round++) {
    const name = `killed-${round}`
    cpSync(home.file('template'), home.file(name), { recursive: true })
    const restore = start(home, ['restore', file, '--data', home.file(name)])
    const gone = once(restore, 'close')
    // In every other round from when all is staged and only renames are left: else hardly a kill would fall there.
    const isUnderWay = (entry: string) => entry.startsWith(round % 2 === 0 ? 'restore.unfinished-' : 'before-restore-')
    while (restore.exitCode === null && !readdirSync(home.file(name)).some(isUnderWay)) await nextTurn()
    await after(random.below(round % 2 === 0 ? 400 : 4))
    restore.kill('SIGKILL')
    await gone
    const { restored, jobs, examination, peer } = await opened(name)
    expect(examination.damage ?? examination.brokenLog).toBeUndefined()
    expect(examination.blobs.damaged).toEqual([])
    expect(peer).toBe(restored ? whole : old)
    expect(jobs.some((job) => job.id === id)).toBe(!restored)
    if (restored) {
      const aside = readdirSync(home.file(name)).find((entry) => entry.startsWith('before-restore-'))!
      expect(readFileSync(home.file(`${name}/${aside}/key`))).toEqual(readFileSync(home.file('template/key')))
      expect(existsSync(home.file(`${name}/${aside}/plasm.sqlite`))).toBe(true)
    }
    ends[restored ? 'new' : 'old']++
    rmSync(home.file(name), { recursive: true })
  }
  // Else the kills came too early or too late to show anything.
  expect(Math.min(ends.old, ends.new)).toBeGreaterThan(0)
}, 300_000)
