import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'

const steps = join(import.meta.dirname, '..', '..', '..', 'scripts', 'steps.ts')
/** Starts a process of its own, which holds the inherited output until it dies, and lives on as that does. */
const parent = `
  const { spawn } = require('node:child_process')
  spawn(process.execPath, ['-e', 'console.log("grandchild lives"); setInterval(() => {}, 1000)'], { stdio: 'inherit' })
  setInterval(() => {}, 1000)`

function runner(limitMs: number) {
  const script = `
    import { run } from ${JSON.stringify(steps)}
    console.log('ended with', await run(process.execPath, ['-e', ${JSON.stringify(parent)}], { limitMs: ${limitMs} }))`
  return spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

test('a command that takes too long is killed with what it started', async () => {
  const child = runner(1000)
  // The output ends only when the last process that holds it has gone.
  const [stdout, stderr] = await Promise.all([buffer(child.stdout), buffer(child.stderr)])
  expect(String(stdout)).toContain('ended with 1')
  expect(String(stderr)).toContain('took longer than 1 s and was ended')
})

test.each(['SIGINT', 'SIGTERM'] as const)('%s reaches what a command started, and ends the runner', async (signal) => {
  const child = runner(60_000)
  const closed = once(child, 'close')
  let stdout = ''
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString()
    if (chunk.includes('grandchild lives')) child.kill(signal)
  })
  child.stderr.resume()
  expect(await closed).toEqual([null, signal])
  expect(stdout).not.toContain('ended with')
})
