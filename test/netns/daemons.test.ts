import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { digestOf } from '../../daemon/src/manifest/digest.ts'
import { Home } from '../e2e/plasm-process.ts'
import { eventually } from '../fakes/eventually.ts'
import { writer } from '../guests/programs.ts'
import { expectSettledOnce, type Member, startMembers, submit } from './fleet.ts'
import { labObstacle, NetworkLab } from './network-lab.ts'

const module = writer('from one network to another\n')

describe.skipIf(labObstacle !== undefined)(`daemons in three networks${labObstacle ? ` (${labObstacle})` : ''}`, () => {
  const home = new Home()
  const lab = labObstacle === undefined ? new NetworkLab() : undefined
  let members: readonly Member[] = []

  beforeAll(async () => {
    const [a, b, c] = await Promise.all([lab!.network(), lab!.network(), lab!.network()])
    members = await startMembers(home, [a.host(), b.host(), c.host(), a.host(), b.host()], { entrances: 2 })
    // A public address is told to others once a peer has dialled it.
    await eventually(async () => {
      for (const member of members) expect((await member.view()).reachability.verdict).toBe('reachable')
    })
  })
  afterAll(async () => {
    await Promise.all(members.map((member) => member.end()))
    await lab?.remove()
    home.remove()
  })

  test('run a job of each on all others', async () => {
    for (const { client } of members) await client.bytes('PUT', `/v1/blobs/${digestOf(module)}`, { body: module })
    const everyOther = { where: 'network', replicas: members.length - 1 }
    for (const { client, peerId, name } of members) {
      const nodes = await expectSettledOnce(
        client,
        await submit(client, module, [name], everyOther),
        everyOther.replicas,
      )
      expect([...nodes, peerId].sort()).toEqual(members.map((member) => member.peerId).sort())
    }
  })
})
