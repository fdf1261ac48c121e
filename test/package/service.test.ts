import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Finding } from '../../daemon/src/cli/doctor/finding.ts'
import type { NodeView, ReceiptView, ShareView } from '../../daemon/src/generated/types.ts'
import { eventually } from '../fakes/eventually.ts'
import { InstalledPlasm } from './installed-plasm.ts'
import { Machine, machineObstacle } from './machine.ts'
import { buildPackage, current } from './packages.ts'

const obstacle = await machineObstacle()

/** Findings of the doctor that are the container's doing, and not the package's. */
const explained: Readonly<Record<string, string>> = {
  disk: "the machine's disk is in memory, and smaller than what blobs may take",
  clock: 'nothing may set the clock of a container',
}

describe.skipIf(obstacle !== undefined)(`the service on Debian 12${obstacle ? ` (${obstacle})` : ''}`, () => {
  let machine: Machine
  let plasm: InstalledPlasm
  beforeAll(async () => {
    machine = await Machine.boot()
    plasm = new InstalledPlasm(machine)
    await plasm.install(buildPackage(current))
  }, 300_000)
  afterAll(async () => {
    await machine?.halt()
  })

  test('runs a job behind all fences, and its receipt says so', async () => {
    for (const runtime of ['interpreter', 'v8']) {
      const id = await plasm.submit('hello', { runtime })
      expect(await plasm.outcome(id)).toBe('settled: exited with code 0 (run by this daemon)')
      expect((await plasm.cli(['logs', id])).stdout).toBe('hello\n')
      const { statement } = await plasm.json<ReceiptView>(['receipt', 'show', id])
      expect(statement.predicate.execution).toMatchObject({ isolation: 'full', runtime: { name: runtime } })
    }
    const node = await plasm.json<NodeView>(['status'])
    expect([node.isolation, node.runtimes]).toEqual(['full', ['interpreter', 'v8']])
  })

  test('says in its status what it does, and shares with nobody at first', async () => {
    const id = await plasm.submit('loop', { wallTimeMs: 30_000 })
    await eventually(async () =>
      expect(await plasm.property('StatusText')).toMatch(/^serving: 0 peers, 1 running, 0 queued; shares with nobody/),
    )
    await plasm.cli(['cancel', id])
  })

  test('has a unit in which systemd understands every line', async () => {
    const { stdout, stderr } = await machine.run(['systemd-analyze', 'verify', '--man=no', 'plasm.service'])
    expect(`${stdout}${stderr}`).toBe('')
  })

  test('is exposed to 3.0 at most, as systemd-analyze counts', async () => {
    const said = await machine.sh('systemd-analyze security plasm --no-pager --threshold=30')
    console.log(/Overall exposure level.*/.exec(said)?.[0])
  })

  test('is bounded by control groups, where the machine has them to give', async () => {
    const version = await machine.sh('stat -f -c %T /sys/fs/cgroup')
    expect(await plasm.property('Delegate')).toBe('yes')
    // Weights count between neighbours: its own are the slices of users and of services.
    expect([await plasm.property('ControlGroup'), await plasm.property('CPUWeight')]).toEqual(['/plasm.service', '20'])
    if (version !== 'cgroup2fs')
      return console.log('control groups of version 1 here: systemd hands none on, and Delegate= is not tried')
    expect(await plasm.journal()).not.toContain('no control group for each child')
  })

  test('that hangs is killed by the watchdog and started again', async () => {
    machine.write('/run/systemd/system/plasm.service.d/soon.conf', '[Service]\nWatchdogSec=10\n')
    await machine.sh('systemctl daemon-reload; systemctl restart plasm')
    const before = await plasm.property('MainPID')
    await machine.sh(`kill -STOP ${before}`)
    await eventually(async () => expect(await plasm.property('NRestarts')).toBe('1'))
    await plasm.untilActive()
    expect(await plasm.property('MainPID')).not.toBe(before)
    expect(await plasm.journal()).toContain('Watchdog timeout (limit 10s)!')
    // The new one feeds it, for longer than it may be silent.
    await eventually(async () => {
      const [started, fed] = await Promise.all(
        ['ExecMainStartTimestampMonotonic', 'WatchdogTimestampMonotonic'].map((name) => plasm.property(name)),
      )
      expect(Number(fed) - Number(started)).toBeGreaterThan(11_000_000)
    })
    expect(await plasm.property('NRestarts')).toBe('1')
    await machine.sh('rm -r /run/systemd/system/plasm.service.d; systemctl daemon-reload; systemctl restart plasm')
  }, 180_000)

  test('that is killed loses nothing: every job is settled once, with a receipt that verifies', async () => {
    const jobs = [
      ...(await Promise.all([
        plasm.submit('loop', { wallTimeMs: 15_000 }),
        plasm.submit('loop', { wallTimeMs: 15_000 }),
      ])),
      ...(await Promise.all(Array.from({ length: 6 }, () => plasm.submit('hello')))),
    ]
    await eventually(async () => expect(await plasm.json(['status'])).toMatchObject({ running: 2 }))
    const restarts = Number(await plasm.property('NRestarts'))
    await machine.sh(`kill -KILL ${await plasm.property('MainPID')}`)
    await eventually(async () => expect(Number(await plasm.property('NRestarts'))).toBe(restarts + 1))
    await plasm.untilActive()
    const outcomes: string[] = []
    for (const job of jobs) outcomes.push(await plasm.outcome(job))
    expect(outcomes).toEqual([
      ...Array(2).fill('settled: exceeded its wall time limit (run by this daemon)'),
      ...Array(6).fill('settled: exited with code 0 (run by this daemon)'),
    ])
  }, 180_000)

  test('shares when its operator says so, over a restart, and sees from inside its unit how much the machine is used', async () => {
    expect((await machine.run(['plasm', 'share', 'anyone'], { user: 'nobody' })).code).not.toBe(0)
    await plasm.cli(['share', 'anyone', '--only-when-idle', '--cores', '50%', '--memory', '128M'])
    await machine.sh('systemctl restart plasm')
    await plasm.untilActive()
    const kept = await plasm.json<ShareView>(['share'])
    expect(kept).toMatchObject({ with: 'anyone', onlyWhenIdle: true, memoryBytes: 2 ** 27, now: { reason: 'in-use' } })
    expect(await plasm.property('StatusText')).toMatch(/shares with anyone, but not while the machine is in use$/)
    await eventually(async () =>
      expect((await plasm.json<ShareView>(['share'])).machine.use).toMatchObject({ percent: expect.any(Number) }),
    )
    const reset = await plasm.json<ShareView>(['share', '--reset'])
    expect(reset).toMatchObject({ with: 'nobody', onlyWhenIdle: false, chosen: [] })
  })

  test('passes the doctor, but for what a container lacks', async () => {
    const { stdout } = await machine.run(['plasm', 'doctor', '--json'], { user: 'plasm' })
    const { findings } = JSON.parse(stdout) as { findings: readonly Finding[] }
    console.log(findings.map(({ name, status }) => `${name}: ${status}`).join(', '))
    expect(findings.filter(({ status, name }) => status !== 'ok' && !(name in explained))).toEqual([])
  })
})
