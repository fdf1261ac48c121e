import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JobView } from '../../daemon/src/generated/types.ts'
import { digestOf } from '../../daemon/src/manifest/digest.ts'
import { plasm } from '../e2e/plasm-process.ts'
import { echo, writer } from '../guests/programs.ts'
import { expectSettledOnce, fleetHome, inTime, type Member, startMembers, submit } from './fleet.ts'
import { labObstacle, NetworkLab } from './network-lab.ts'

const module = writer('from behind one router to behind another\n')

const timeout = 300_000

describe.skipIf(labObstacle !== undefined)(
  `nodes behind NAT${labObstacle ? ` (${labObstacle})` : ''}`,
  { timeout },
  () => {
    const home = fleetHome()
    const lab = labObstacle === undefined ? new NetworkLab() : undefined
    let relay: Member
    let one: Member
    let other: Member

    beforeAll(async () => {
      const [open, ...homes] = await Promise.all([
        lab!.network(),
        lab!.network({ nat: true }),
        lab!.network({ nat: true }),
      ])
      ;[relay, one, other] = (await startMembers(home, [open.host(), ...homes.map((each) => each.host())], {
        entrances: 1,
        options: (index) => (index === 0 ? ['--relay', '--share', 'nobody'] : []),
      })) as [Member, Member, Member]
      await inTime(async () => {
        expect((await relay.view()).reachability).toMatchObject({ verdict: 'reachable', serves: { reservations: 2 } })
        for (const member of [one, other])
          expect((await member.view()).reachability).toMatchObject({
            verdict: 'relayed',
            direct: [],
            relays: [relay.peerId],
          })
      })
      // From then on whoever asks the relay for peers is told how these are reached.
      await inTime(async () => {
        for (const { peerId } of [one, other])
          expect((await relay.peers()).find(({ peer }) => peer === peerId)?.addresses.join()).toContain('/p2p-circuit')
      })
    }, timeout)
    afterAll(async () => {
      await Promise.all([relay, one, other].map((member) => member?.end()))
      await lab?.remove()
      home.remove()
    })

    test('run each other’s small jobs by way of a relay', async () => {
      for (const [from, to] of [
        [one, other],
        [other, one],
      ] as const) {
        await from.client.bytes('PUT', `/v1/blobs/${digestOf(module)}`, { body: module })
        // The relay gives them away once the DHT has them, too.
        await inTime(async () => {
          const id = await submit(from.client, module, [from.name], { where: 'network' })
          expect((await expectSettledOnce(from.client, id)).nodes).toEqual([to.peerId])
        })
      }
    })

    test('send no bulk over it, and say why', async () => {
      const program = echo()
      const input = new Uint8Array(1024 * 1024)
      for (const body of [program, input]) await one.client.bytes('PUT', `/v1/blobs/${digestOf(body)}`, { body })
      const id = await submit(one.client, program, [], { where: 'network' }, { stdin: digestOf(input) })
      const tooMuch = 'over a relay at most 1048576 bytes of module and inputs travel'
      await inTime(async () => {
        const { settlement } = await one.client.json<JobView>('GET', `/v1/jobs/${id}?wait=60`)
        expect(settlement).toMatchObject({
          kind: 'failed',
          code: 'NO_PEERS',
          tried: expect.arrayContaining([{ peer: other.peerId, code: 'limits', reason: tooMuch }]),
        })
      })
    })

    test('are told by plasm doctor what would help', async () => {
      const { stdout } = await plasm(home, ['doctor', '--json', '--socket', one.daemon.socket])
      const { findings } = JSON.parse(stdout) as {
        findings: readonly { name: string; status: string; mend?: string }[]
      }
      expect(findings.find(({ name }) => name === 'reachability')).toMatchObject({
        status: 'degraded',
        detail: expect.stringContaining('only by way of one relay'),
        mend: expect.stringContaining('forward TCP port 4117 and UDP port 4117'),
      })
    })
  },
)
