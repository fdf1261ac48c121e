import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { digestOf } from '../../daemon/src/manifest/digest.ts'
import { writer } from '../guests/programs.ts'
import { expectSettledOnce, fleetHome, inTime, startMembers, submit } from '../netns/fleet.ts'
import { labObstacle, NetworkLab } from '../netns/network-lab.ts'

const script = join(import.meta.dirname, '..', 'netns', 'forwarding-router.ts')
const module = writer('through a port of the router\n')

test.skipIf(labObstacle !== undefined)(
  `a router that forwards ports when asked makes a node behind it reachable${labObstacle ? ` (${labObstacle})` : ''}`,
  async () => {
    const home = fleetHome()
    const lab = new NetworkLab()
    try {
      const [open, behind] = await Promise.all([lab.network(), lab.network({ nat: true })])
      const { address, enter } = behind.router
      const [command, ...words] = [...enter, process.execPath, script, address, behind.outsideAddress]
      const router = spawn(command!, words, { stdio: ['pipe', 'pipe', 'inherit'] })
      await once(createInterface({ input: router.stdout }), 'line')

      const [outside, inside] = await startMembers(home, [open.host(), behind.host()], {
        entrances: 1,
        options: (index) => (index === 1 ? ['--upnp', 'true'] : []),
      })
      try {
        await inTime(async () => {
          const { reachability } = await inside!.view()
          const direct = expect.arrayContaining([`/ip4/${behind.outsideAddress}/tcp/4117`])
          expect(reachability).toMatchObject({ verdict: 'reachable', direct, relays: [], upnp: true })
        })
        await outside!.client.bytes('PUT', `/v1/blobs/${digestOf(module)}`, { body: module })
        const id = await submit(outside!.client, module, [], { where: 'network' })
        expect((await expectSettledOnce(outside!.client, id)).nodes).toEqual([inside!.peerId])
      } finally {
        await Promise.all([outside!, inside!].map((member) => member.end()))
        router.stdin.end()
      }
    } finally {
      await lab.remove()
      home.remove()
    }
  },
  180_000,
)
