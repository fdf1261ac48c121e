import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** One network card with the LAN on it; gone with the process. A veth pair, for not every kernel has dummy cards. */
const card = [
  'ip link set lo up',
  'ip link add lan0 type veth peer name lan1',
  'ip addr add 10.77.0.1/24 dev lan0',
  'ip link set lan0 up',
  'ip link set lan1 up',
  'ip route add 224.0.0.0/4 dev lan0',
].join(' && ')

function inNamespace(command: string) {
  return spawnSync('unshare', ['--net', 'sh', '-c', command], { encoding: 'utf8', timeout: 30_000 })
}

const possible = inNamespace(card).status === 0

test.skipIf(!possible)('two hosts that know nothing meet by real mDNS (needs a network namespace)', () => {
  const pair = join(import.meta.dirname, '../../fakes/mdns-pair.ts')
  const { stdout, stderr } = inNamespace(`${card} && exec "${process.execPath}" "${pair}"`)
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toEqual({ met: true, known: [true, true], connected: [true, true] })
})
