import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LabHost, labObstacle, type Network, NetworkLab } from './network-lab.ts'

/** Tells whoever connects from where it saw them. */
const listener = `require('node:net').createServer((s) => s.on('error', () => {}).end(s.remoteAddress))
  .listen(9000, '0.0.0.0', () => console.log('listening'))`

/** Prints what a listener said, or the failure, and after how many milliseconds. */
const caller = `const began = performance.now()
  const s = require('node:net').connect({ host: process.argv[1], port: 9000, timeout: 2000 })
  const tell = (said) => { console.log(JSON.stringify({ said, ms: performance.now() - began })); process.exit() }
  s.on('data', (data) => tell(String(data))).on('error', ({ code }) => tell(code)).on('timeout', () => tell('timeout'))`

/** Counts datagrams until the first that says it is the end. */
const receiving = `let count = 0
  const socket = require('node:dgram').createSocket('udp4', (data) => {
    if (String(data) !== 'end') count++
    else { console.log(count); process.exit() }
  })
  socket.bind(9000, () => console.log('ready'))`

/** Sends 400 datagrams, one after another, and an end of which some will arrive. */
const sending = `const socket = require('node:dgram').createSocket('udp4')
  const send = (left) =>
    left === 0 ? socket.close() : socket.send(left > 40 ? 'x' : 'end', 9000, process.argv[1], () => send(left - 1))
  send(440)`

function listen({ enter: [command, ...words] }: LabHost): ChildProcess {
  return spawn(command, [...words, process.execPath, '-e', listener], { stdio: ['ignore', 'pipe', 'inherit'] })
}

async function call(
  { enter: [command, ...words] }: LabHost,
  address: string,
): Promise<{ readonly said: string; readonly ms: number }> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  execFile(command, [...words, process.execPath, '-e', caller, address], (error, stdout) =>
    error === null ? resolve(stdout) : reject(error),
  )
  return JSON.parse(await promise)
}

describe.skipIf(labObstacle !== undefined)(`a lab of networks${labObstacle ? ` (${labObstacle})` : ''}`, () => {
  let lab: NetworkLab
  let near: Network
  let home: Network
  let hosts: Record<'here' | 'beside' | 'far' | 'hidden', LabHost>

  beforeAll(async () => {
    lab = new NetworkLab()
    near = await lab.network()
    const far = await lab.network()
    far.setWeather({ delayMs: 50, lossPercent: 0 })
    home = await lab.network({ nat: true })
    hosts = { here: near.host(), beside: near.host(), far: far.host(), hidden: home.host() }
    await Promise.all(
      Object.values(hosts).map(async (host) => {
        await once(createInterface({ input: listen(host).stdout! }), 'line')
      }),
    )
  })
  afterAll(async () => {
    await lab.remove()
    expect(spawnSync('ip', ['netns', 'list'], { encoding: 'utf8' }).stdout).not.toContain(`plasm-${process.pid}-`)
  })

  test('connects hosts of one network and of several', async () => {
    expect(await call(hosts.here, hosts.beside.address)).toMatchObject({ said: hosts.here.address })
    expect(await call(hosts.beside, hosts.here.address)).toMatchObject({ said: hosts.beside.address })
  })

  test('delays what goes through a long cable, both ways', async () => {
    const { said, ms } = await call(hosts.here, hosts.far.address)
    expect(said).toBe(hosts.here.address)
    // Two ways for the connection, and two for the answer.
    expect(ms).toBeGreaterThanOrEqual(200)
  })

  test('lets a host behind NAT out as its gateway, and nobody in', async () => {
    expect(await call(hosts.hidden, hosts.here.address)).toMatchObject({ said: home.outsideAddress })
    expect(await call(hosts.here, home.outsideAddress)).toMatchObject({ said: 'ECONNREFUSED' })
    expect(await call(hosts.here, hosts.hidden.address)).toMatchObject({
      said: expect.stringMatching(/UNREACH|timeout/),
    })
  })

  test('loses of what comes from outside as much as it is told to', async () => {
    const rainy = await lab.network()
    rainy.setWeather({ delayMs: 0, lossPercent: 50 })
    const lossy = rainy.host()
    const [command, ...words] = lossy.enter
    const receiver = spawn(command, [...words, process.execPath, '-e', receiving], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const lines = createInterface({ input: receiver.stdout })
    await once(lines, 'line')
    const counted = once(lines, 'line')
    const [enter, ...there] = hosts.here.enter
    spawnSync(enter, [...there, process.execPath, '-e', sending, lossy.address], { stdio: 'inherit' })
    const [count] = await counted
    // Of 400, ten standard deviations from half of them.
    expect(Math.abs(Number(count) - 200)).toBeLessThan(100)
  })

  test('cuts a network off and joins it again', async () => {
    near.cutOff()
    expect(await call(hosts.here, hosts.beside.address)).toMatchObject({ said: hosts.here.address })
    expect(await call(hosts.hidden, hosts.here.address)).toMatchObject({ said: 'timeout' })
    near.rejoin()
    expect(await call(hosts.hidden, hosts.here.address)).toMatchObject({ said: home.outsideAddress })
  })
})
