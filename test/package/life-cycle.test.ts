import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NodeView } from '../../daemon/src/generated/types.ts'
import { eventually } from '../fakes/eventually.ts'
import { InstalledPlasm } from './installed-plasm.ts'
import { Machine, machineObstacle } from './machine.ts'
import { buildPackage, current, older } from './packages.ts'

const obstacle = await machineObstacle()

/** One after another on one machine, as an operator would go through it over the years. */
describe.skipIf(obstacle !== undefined)(`the package on Debian 12${obstacle ? ` (${obstacle})` : ''}`, () => {
  let machine: Machine
  let plasm: InstalledPlasm
  let before: readonly string[]
  let peerId: string
  let debs: { readonly older: string; readonly current: string }
  const node = () => plasm.json<NodeView>(['status'])
  /** All that stands on the disk and in the control groups, but for what any package leaves in logs and lists. */
  const files = async () =>
    (
      await machine.sh(
        `find / -xdev -path /proc -prune -o -print; find /run; find /sys/fs/cgroup -path '*/plasm.service*'`,
      )
    )
      .split('\n')
      .filter((file) => !passing.test(file))

  async function refusesOlder(): Promise<void> {
    machine.write('/var/tmp/older.deb', readFileSync(debs.older))
    const { code, stdout, stderr } = await machine.run(['dpkg', '-i', '/var/tmp/older.deb'])
    expect(code).not.toBe(0)
    expect(`${stdout}${stderr}`).toMatch(/^plasm: .*0\.0\.9 may be unable to read (the|its) data.*: not downgraded\.$/m)
  }

  beforeAll(async () => {
    debs = { older: buildPackage(older), current: buildPackage(current) }
    machine = await Machine.boot()
    plasm = new InstalledPlasm(machine)
    before = await files()
  }, 300_000)
  afterAll(async () => {
    await machine?.halt()
  })

  test('is installed: active, enabled, running nobody’s jobs, and says so in two lines', async () => {
    const { ms, said } = await plasm.install(debs.older)
    console.log(`from dpkg -i to active: ${Math.round(ms)} ms`)
    expect(await machine.sh('systemctl is-enabled plasm')).toBe('enabled')
    expect(said.split('\n').filter((line) => line.startsWith('plasm: '))).toEqual([
      expect.stringContaining("nobody's jobs"),
      expect.stringContaining('plasm share'),
    ])
    const view = await node()
    expect([view.version, view.share, view.isolation]).toEqual([older, 'nobody', 'full'])
    peerId = view.peerId
  })

  test('shares from the moment that its operator says so', async () => {
    await machine.sh('plasm share anyone')
    expect((await node()).share).toBe('anyone')
    await eventually(async () => expect(await plasm.property('StatusText')).toContain('shares with anyone'))
  })

  test('is upgraded with jobs queued: what runs may end, the rest is kept and run after', async () => {
    // Two slots: two run to their ends while the old daemon drains (15 s), the others wait for the new one.
    const running = await Promise.all([
      plasm.submit('loop', { wallTimeMs: 12_000 }),
      plasm.submit('loop', { wallTimeMs: 12_000 }),
    ])
    await eventually(async () => expect(await node()).toMatchObject({ running: 2 }))
    const queued = await Promise.all(
      [...Array(4)].map((_, index) => plasm.submit(index < 2 ? 'loop' : 'hello', { wallTimeMs: 2000 })),
    )
    await eventually(async () => expect(await node()).toMatchObject({ running: 2, queued: 4 }))
    await plasm.install(debs.current)
    expect((await node()).version).toBe(current)
    for (const job of running) expect((await plasm.job(job)).state).toBe('settled')
    const outcomes: string[] = []
    for (const job of [...running, ...queued]) outcomes.push(await plasm.outcome(job))
    expect(outcomes).toEqual([
      ...Array(4).fill('settled: exceeded its wall time limit (run by this daemon)'),
      ...Array(2).fill('settled: exited with code 0 (run by this daemon)'),
    ])
    // The name and the choices of before.
    expect(await node()).toMatchObject({ peerId, share: 'anyone' })
  }, 180_000)

  test('is not downgraded, says why, and runs on', async () => {
    const main = await plasm.property('MainPID')
    await refusesOlder()
    expect([await plasm.property('ActiveState'), await plasm.property('MainPID')]).toEqual(['active', main])
    expect((await node()).version).toBe(current)
  })

  test('is removed: the program goes, key and receipts stay', async () => {
    await machine.sh('dpkg --remove plasm')
    expect((await machine.run(['systemctl', 'is-active', 'plasm'])).stdout.trim()).toBe('inactive')
    expect(await machine.sh('ls /usr/bin/plasm /usr/lib/plasm 2>/dev/null || true')).toBe('')
    expect(await machine.sh('stat -c "%a %U" /var/lib/plasm /var/lib/plasm/key')).toBe('700 plasm\n600 plasm')
  })

  test('is not followed by an older one either: the data is of the newer', async () => {
    await refusesOlder()
    expect(await machine.sh('ls /usr/bin/plasm 2>/dev/null || true')).toBe('')
  })

  test('is installed again, and is the node that it was', async () => {
    await plasm.install(debs.current)
    expect((await node()).peerId).toBe(peerId)
    expect((await plasm.json<{ items: unknown[] }>(['receipt', 'list'])).items.length).toBeGreaterThanOrEqual(6)
  })

  test('is purged, and nothing is left but the name of its user', async () => {
    await machine.sh('dpkg --purge plasm')
    const left = new Set(await files())
    for (const file of before) left.delete(file)
    expect([...left]).toEqual([])
    expect(await machine.sh('getent passwd plasm || true')).toMatch(/^plasm:x:\d+:\d+:/)
  })
})

/** dpkg's own books, journals, and what the machine does beside. */
const passing =
  /^\/(proc|sys\/(?!fs)|dev|tmp|root|var\/(tmp|log|lib\/dpkg|cache\/(apt|debconf|ldconfig))|run\/(log|systemd\/(journal|units|transient|inaccessible|propagate|sessions)))(\/|$)/
