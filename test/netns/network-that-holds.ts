import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { digestOf } from '../../daemon/src/manifest/digest.ts'
import { writer } from '../guests/programs.ts'
import { type ChurnOptions, runUnderChurn } from './churn.ts'
import { expectSettledOnce, fleetHome, inTime, type Member, startMembers, submit } from './fleet.ts'
import { labObstacle, type Network, NetworkLab } from './network-lab.ts'

export interface HoldingOptions {
  /** Daemons in each of three networks. */
  readonly sizes: readonly [number, number, number]
  readonly churn: ChurnOptions
  readonly timeoutMs: number
}

const module = writer('from one network to another\n')

/** Daemons, each a process on a machine of its own, in three networks that fare worse from test to test. */
export function describeNetworkThatHolds(name: string, { sizes, churn, timeoutMs }: HoldingOptions): void {
  const title = `${name} daemons in three networks${labObstacle === undefined ? '' : ` (${labObstacle})`}`
  describe.skipIf(labObstacle !== undefined)(title, { timeout: timeoutMs }, () => {
    const home = fleetHome()
    let lab: NetworkLab
    let networks: readonly Network[]
    let members: readonly Member[] = []

    beforeAll(async () => {
      lab = new NetworkLab()
      networks = await Promise.all(sizes.map(() => lab.network()))
      // The first of each network before the others: by those all join.
      const hosts = networks.flatMap((network, index) =>
        Array.from({ length: sizes[index]! }, (_, place) => ({ place, host: network.host() })),
      )
      hosts.sort((a, b) => a.place - b.place)
      members = await startMembers(
        home,
        hosts.map(({ host }) => host),
        { entrances: sizes.length },
      )
      // A public address is told to others once a peer has dialled it.
      await inTime(async () => {
        for (const member of members) expect((await member.view()).reachability.verdict).toBe('reachable')
      })
      for (const { client } of members) await client.bytes('PUT', `/v1/blobs/${digestOf(module)}`, { body: module })
    }, timeoutMs)
    afterAll(async () => {
      await Promise.all(members.map((member) => member.end()))
      await lab?.remove()
      home.remove()
    })

    /** A job of each member, and who ran it. */
    const runOneOfEach = async (why: string, placement: object) => {
      const ids = await Promise.all(members.map(({ client, name }) => submit(client, module, [why, name], placement)))
      return await Promise.all(ids.map(async (id, index) => await expectSettledOnce(members[index]!.client, id)))
    }

    test('run a job of each on all others', async () => {
      const everyOther = { where: 'network', replicas: members.length - 1 }
      for (const { client, peerId, name } of members) {
        const { nodes } = await expectSettledOnce(client, await submit(client, module, [name], everyOther))
        expect([...nodes, peerId].sort()).toEqual(members.map((member) => member.peerId).sort())
      }
    })

    test('run a job of each at 200 ms from network to network and with 5% of the packets lost', async () => {
      for (const network of networks) network.setWeather({ delayMs: 100, lossPercent: 5 })
      try {
        // Replicas go to different networks: one at least is far away.
        const ended = await runOneOfEach('in bad weather', { where: 'network', replicas: 3 })
        for (const { nodes } of ended) expect(nodes).toHaveLength(3)
      } finally {
        for (const network of networks) network.setWeather()
      }
    })

    test('run their jobs while a network is cut off, on its own side each, and together again afterwards', async () => {
      const [first] = networks as [Network, ...Network[]]
      const under = runOneOfEach('while it is cut off', { where: 'any' })
      first.cutOff()
      try {
        await under
      } finally {
        first.rejoin()
      }
      const all = { where: 'network', replicas: members.length - 1 }
      const [one] = members as [Member, ...Member[]]
      await inTime(async () => {
        await expectSettledOnce(one.client, await submit(one.client, module, ['healed', `${Math.random()}`], all))
      })
    })

    test('settle every job once while they are killed at random', async () => {
      const report = await runUnderChurn(members, churn)
      process.stdout.write(`${name} daemons killed at random: ${JSON.stringify(report)}\n`)
      expect(report.kills).toBeGreaterThanOrEqual(churn.victims)
    })
  })
}
