import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { multiaddr } from '@multiformats/multiaddr'
import { afterEach, describe, expect, test } from 'vitest'
import { PortMapper } from '../../../daemon/src/network/port-mapper.ts'
import type { OwnAddress } from '../../../daemon/src/network/reachability.ts'
import { leaseSeconds, Router } from '../../../daemon/src/network/router.ts'
import { addressTowards, defaultGateway, findRouter } from '../../../daemon/src/network/router-search.ts'
import { eventually } from '../../fakes/eventually.ts'
import { FakeRouter, type FakeRouterOptions } from '../../fakes/fake-router.ts'
import { ManualTimers } from '../../fakes/manual-timers.ts'

const routers: FakeRouter[] = []
afterEach(async () => {
  await Promise.all(routers.splice(0).map((router) => router.stop()))
})

async function startRouter(options: Partial<FakeRouterOptions> = {}): Promise<FakeRouter> {
  const router = new FakeRouter({ host: '127.0.0.1', outside: '1.2.3.4', ...options })
  await router.start()
  routers.push(router)
  return router
}

const soon = () => AbortSignal.timeout(5_000)
/** The kernel's table where 127.0.0.1 is the gateway. */
const table = [
  'Iface\tDestination\tGateway\tFlags\tRefCnt',
  'eth0\t0001A8C0\t00000000\t0001\t0',
  'eth0\t00000000\t0100007F\t0003\t0',
].join('\n')

describe('the search for the router', () => {
  test('reads the default gateway from the table of routes', () => {
    expect(defaultGateway(table)).toBe('127.0.0.1')
    expect(defaultGateway(table.replace('0100007F', '0101A8C0'))).toBe('192.168.1.1')
    expect(defaultGateway('Iface\tDestination\n')).toBeUndefined()
    expect(defaultGateway(table.replace('0003', '0001'))).toBeUndefined()
    expect(defaultGateway('')).toBeUndefined()
  })

  test('knows its own address on the way there', async () => {
    expect(await addressTowards('127.0.0.1')).toBe('127.0.0.1')
  })

  test.each([1, 2] as const)('finds a gateway of version %i', async (version) => {
    const router = await startRouter({ version, search: { port: 0, multicast: false } })
    const group = { address: '127.0.0.1', port: router.searchPort }
    expect(await findRouter('127.0.0.1', { signal: soon(), group })).toEqual(router.location)
  })

  test('is led nowhere by others, by garbage, or by a gateway that names another machine', async () => {
    const liar = createSocket('udp4')
    await once(liar.bind(0, '127.0.0.1'), 'listening')
    const other = createSocket('udp4')
    await once(other.bind(0, '127.0.0.2'), 'listening')
    liar.on('message', (_question, { port }) => {
      const answers = ['FOO * HTTP/1.1\r\nA: b\r\n', 'HTTP/1.1 200 OK\r\n', 'HTTP/1.1 200 OK\r\nLOCATION: ::\r\n']
      answers.push(
        'HTTP/1.1 200 OK\r\nLOCATION: http://127.0.0.9/d\r\n',
        'HTTP/1.1 200 OK\r\nLOCATION: file:///etc\r\n',
      )
      for (const answer of answers) liar.send(answer, port, '127.0.0.1')
      other.send('HTTP/1.1 200 OK\r\nLOCATION: http://127.0.0.1/wrong\r\n', port, '127.0.0.1', () =>
        liar.send('HTTP/1.1 200 OK\r\nLOCATION: http://127.0.0.1/right\r\n', port, '127.0.0.1'),
      )
    })
    const group = { address: '127.0.0.1', port: liar.address().port }
    const found = await findRouter('127.0.0.1', { signal: soon(), group }).finally(() => {
      liar.close()
      other.close()
    })
    expect(found.href).toBe('http://127.0.0.1/right')
  })

  test('ends with its signal where nobody answers', async () => {
    const silent = createSocket('udp4')
    await once(silent.bind(0, '127.0.0.1'), 'listening')
    const group = { address: '127.0.0.1', port: silent.address().port }
    const over = new AbortController()
    const search = findRouter('127.0.0.1', { signal: over.signal, group })
    over.abort(new Error('enough'))
    await expect(search).rejects.toThrow('enough')
    silent.close()
  })
})

describe('a router', () => {
  test('says its address, forwards and forgets', async () => {
    const fake = await startRouter()
    const router = await Router.open(fake.location, soon())
    expect(await router.externalAddress(soon())).toBe('1.2.3.4')
    const mapping = { protocol: 'udp', port: 4117, host: '192.168.1.7' } as const
    await router.forward(mapping, soon())
    expect([...fake.forwarded]).toEqual(['UDP 4117 192.168.1.7'])
    await router.forget(mapping, soon())
    expect(fake.forwarded.size).toBe(0)
  })

  test('that refuses, or answers without end, is a failure', async () => {
    const fake = await startRouter()
    const router = await Router.open(fake.location, soon())
    fake.status = 500
    await expect(router.externalAddress(soon())).rejects.toMatchObject({ code: 'NETWORK_FAILED' })
    const endless = createServer((_request, response) => {
      const more = () => response.write('x'.repeat(65_536), (error) => error ?? more())
      more()
    })
    await once(endless.listen(0, '127.0.0.1'), 'listening')
    const { port } = endless.address() as AddressInfo
    await expect(Router.open(new URL(`http://127.0.0.1:${port}/`), soon())).rejects.toMatchObject({
      code: 'NETWORK_FAILED',
    })
    endless.closeAllConnections()
    endless.close()
  })

  test('without the service, or with one on another machine, is none', async () => {
    for (const control of ['http://127.0.0.9/control', '']) {
      const service = `<serviceType>urn:schemas-upnp-org:service:WANIPConnection:1</serviceType><controlURL>${control}</controlURL>`
      const server = createServer((_request, response) => response.end(control && `<service>${service}</service>`))
      await once(server.listen(0, '127.0.0.1'), 'listening')
      const { port } = server.address() as AddressInfo
      const opened = Router.open(new URL(`http://127.0.0.1:${port}/`), soon())
      await expect(opened).rejects.toMatchObject({ code: 'NETWORK_FAILED' })
      server.close()
    }
  })
})

describe('the mapping of ports', () => {
  const listening: readonly OwnAddress[] = [
    '/ip4/127.0.0.1/tcp/4117',
    '/ip4/127.0.0.1/udp/4117/quic-v1',
    '/ip4/10.0.0.3/tcp/4117',
  ].map((address) => ({ multiaddr: multiaddr(address), verified: true, type: 'transport' }))

  function mapper(router: FakeRouter) {
    const timers = new ManualTimers()
    const told = new Set<string>()
    const addressManager = {
      getAddressesWithMetadata: () => [...listening],
      addPublicAddressMapping: (...mapping: readonly unknown[]) => void told.add(mapping.join(' ')),
      removePublicAddressMapping: (...mapping: readonly unknown[]) => void told.delete(mapping.join(' ')),
    }
    const options = { routes: () => table, search: async () => router.location, timers, retryMs: 300_000 }
    return { timers, told, mapper: new PortMapper({ addressManager }, options) }
  }

  test('forwards each port once, keeps it, and takes it back', async () => {
    const router = await startRouter()
    const { timers, told, mapper: started } = mapper(router)
    started.start()
    await timers.advance(1_000)
    await eventually(() => expect(told.size).toBe(2))
    expect([...router.forwarded].sort()).toEqual(['TCP 4117 127.0.0.1', 'UDP 4117 127.0.0.1'])
    expect([...told]).toContain('127.0.0.1 4117 1.2.3.4 4117 tcp')
    router.forwarded.clear()
    await eventually(() => expect(timers.nextMs).toBe((leaseSeconds * 1000) / 3))
    await timers.advance((leaseSeconds * 1000) / 3)
    await eventually(() => expect(router.forwarded.size).toBe(2))
    expect(told.size).toBe(2)
    await started.stop()
    expect([router.forwarded.size, timers.pending]).toEqual([0, 0])
  })

  test('tells nobody of a router that is behind another, and asks again later', async () => {
    const router = await startRouter({ outside: '100.64.0.9' })
    const { timers, told, mapper: started } = mapper(router)
    started.start()
    await timers.advance(1_000)
    await eventually(() => expect(timers.nextMs).toBe(300_000))
    expect([told.size, router.forwarded.size]).toEqual([0, 0])
    await started.stop()
  })
})
