import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NodeView } from '../../daemon/src/generated/types.ts'
import { eventually } from '../fakes/eventually.ts'
import { InstalledPlasm } from './installed-plasm.ts'
import { Machine, machineObstacle } from './machine.ts'
import { buildPackage, current } from './packages.ts'

const obstacle = await machineObstacle()

describe.skipIf(obstacle !== undefined)(`a configuration on Debian 12${obstacle ? ` (${obstacle})` : ''}`, () => {
  const file = '/etc/plasm/plasm.yaml'
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

  test('that is broken fails the reload, says where, and the daemon runs on with what it had', async () => {
    const before = await plasm.property('MainPID')
    machine.write(file, 'share:\n  with: anyone\njobs:\n  slots: many\n')
    const { code } = await machine.run(['systemctl', 'reload', 'plasm'])
    expect(code).not.toBe(0)
    expect(await plasm.journal()).toMatch(/plasm\.yaml:4:10/)
    expect([await plasm.property('MainPID'), await plasm.property('ActiveState')]).toEqual([before, 'active'])
    expect((await plasm.json<NodeView>(['status'])).share).toBe('nobody')
  })

  test('that is broken is told by the daemon too where only the signal comes', async () => {
    machine.write(file, 'share:\n  with: somebody\n')
    await machine.sh(`kill -HUP ${await plasm.property('MainPID')}`)
    await eventually(async () => {
      const journal = await plasm.journal()
      expect(journal).toContain('configuration not reloaded')
      expect(journal).toMatch(/plasm\.yaml:2:9/)
    })
    expect(await plasm.property('ActiveState')).toBe('active')
  })

  test('that is right is taken without a restart', async () => {
    const before = await plasm.property('MainPID')
    machine.write(file, 'share:\n  with: anyone\n')
    await machine.sh('systemctl reload plasm')
    await eventually(async () => expect((await plasm.json<NodeView>(['status'])).share).toBe('anyone'))
    await eventually(async () => expect(await plasm.property('StatusText')).toContain('shares with anyone'))
    expect(await plasm.property('MainPID')).toBe(before)
  })

  test('that is broken at a start is no reason to start for ever', async () => {
    machine.write(file, 'share: [\n')
    expect((await machine.run(['systemctl', 'restart', 'plasm'])).code).not.toBe(0)
    expect([await plasm.property('ActiveState'), await plasm.property('ExecMainStatus')]).toEqual(['failed', '9'])
    machine.write(file, 'share: {}\n')
    await machine.sh('systemctl start plasm')
  })
})
