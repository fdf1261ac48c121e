import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Children that tests write themselves, in the place of the real one: a script that speaks the wire's frames as it
 * likes. At hand in it: `frame(type, payload)`, `say(bytes)`, `ready()`, `hear()` (waits for the next request, which later frames answer),
 * `result(change)` (a frame), `hang()`, and the modules fs, net, child_process and worker_threads.
 */
export function writeTestChild(code: string): { readonly script: string; remove(): void } {
  const directory = mkdtempSync(join(tmpdir(), 'plasm-child-'))
  const script = join(directory, 'child.mjs')
  writeFileSync(script, `${prelude}\n${code}\n`)
  return { script, remove: () => rmSync(directory, { recursive: true }) }
}

export const wireTypes = { ready: 1, stdout: 2, stderr: 3, result: 4, inspection: 5 } as const

const prelude = `
import fs from 'node:fs'
import net from 'node:net'
import childProcess from 'node:child_process'
import workerThreads from 'node:worker_threads'

const frame = (type, payload) => {
  const bytes = typeof payload === 'object' && !Buffer.isBuffer(payload) ? Buffer.from(JSON.stringify(payload)) : Buffer.from(payload)
  const header = Buffer.alloc(9)
  header.writeUInt32LE(bytes.length)
  header[4] = type
  header.writeUInt32LE(number, 5)
  return Buffer.concat([header, bytes])
}
const say = (bytes) => {
  for (let at = 0; at < bytes.length; ) at += fs.writeSync(1, bytes, at)
}
const ready = () => say(frame(1, { name: 'interpreter', version: '0.1.0' }))
let number = 0
const hear = () => {
  const header = Buffer.alloc(9)
  for (let at = 0; at < 9; ) at += fs.readSync(0, header, at, 9 - at)
  const body = Buffer.alloc(header.readUInt32LE(0))
  for (let at = 0; at < body.length; ) at += fs.readSync(0, body, at, body.length - at)
  number = header.readUInt32LE(5)
  return body
}
const result = (change) => frame(4, { outcome: { kind: 'exited', code: 0 }, fuel: 1, memoryBytes: 65536, ...change })
const hang = () => { for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0) }
`
