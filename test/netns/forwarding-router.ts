/** node forwarding-router.ts INSIDE OUTSIDE: a router of a lab that forwards ports when it is asked by UPnP; a line says that it is ready. */
import { spawnSync } from 'node:child_process'
import { FakeRouter } from '../fakes/fake-router.ts'

const [host = '', outside = ''] = process.argv.slice(2)
const router = new FakeRouter({
  host,
  outside,
  search: { port: 1900, multicast: true },
  onForward: ({ protocol, port, host: to }) => {
    const words = `iifname outside ${protocol.toLowerCase()} dport ${port} dnat to ${to}:${port}`.split(' ')
    const { status, stderr } = spawnSync('nft', ['add', 'rule', 'ip', 'nat', 'prerouting', ...words])
    if (status !== 0) throw new Error(String(stderr))
  },
})
await router.start()
process.stdin.resume().on('end', () => process.exit())
console.log('ready')
