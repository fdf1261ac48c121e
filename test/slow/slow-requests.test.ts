import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { Daemon, Home } from '../e2e/plasm-process.ts'
import { exchange } from '../fakes/raw-http.ts'

/** What the daemon gives a request's headers, half of that again until it looks, and what a busy machine takes. */
const limitMs = 10_000 + 5_000 + 10_000
const connections = 200

test('who sends a request byte by byte is hung up on in time, and keeps nobody out meanwhile', async () => {
  const home = new Home()
  const daemon = await Daemon.start(home, 'slow', ['--tcp-port', '0'])
  const port = daemon.ready.tcpPort!
  const begun = performance.now()
  const open = Array.from({ length: connections }, () => {
    const socket = connect({ host: '127.0.0.1', port })
    let answer = ''
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString()
    })
    socket.on('error', () => {}) // Cut while it wrote: `close` follows.
    const closed = once(socket, 'close').then(() => ({ answer, afterMs: performance.now() - begun }))
    socket.write(`GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX: `)
    return { socket, closed }
  })
  const drip = setInterval(() => {
    for (const { socket } of open) if (socket.writable) socket.write('x')
  }, 500)
  try {
    const others = [exchange({ host: '127.0.0.1', port }, 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n')]
    expect((await Promise.all(others)).map(({ status }) => status)).toEqual([421])
    expect(await daemon.client.json('GET', '/healthz')).toEqual({ status: 'ok' })
    const ended = await Promise.all(open.map(({ closed }) => closed))
    expect(ended.filter(({ afterMs }) => afterMs > limitMs)).toEqual([])
    expect(ended.filter(({ answer }) => !answer.startsWith('HTTP/1.1 408 '))).toEqual([])
    const afterMs = ended.map((one) => one.afterMs)
    console.log(
      `${connections} slow requests were ended ${Math.min(...afterMs)} to ${Math.max(...afterMs)} ms after their begin`,
    )
  } finally {
    clearInterval(drip)
    for (const { socket } of open) socket.destroy()
    await daemon.end()
    home.remove()
  }
}, 60_000)
