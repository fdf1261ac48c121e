import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { getPriority } from 'node:os'
import { expect, test } from 'vitest'
import { giveWay } from '../../../daemon/src/machine/give-way.ts'
import { parseProcessorTime, readProcessorTime } from '../../../daemon/src/machine/processor-time.ts'

test('processor time is read from the first line of /proc/stat, what the hypervisor took left out', () => {
  const text = 'cpu  10 20 30 400 50 6 7 999 8 9\ncpu0 1 2 3 4 5 6 7 8 9 10\nintr 1\n'
  expect(parseProcessorTime(text)).toEqual({ usedMs: 530, niceMs: 200, totalMs: 5_230 })
})

test.each(['', 'cpu0 1 2 3 4 5 6 7', 'cpu 1 2 3'])('what is no such line tells nothing: %o', (text) => {
  expect(parseProcessorTime(text)).toBeUndefined()
})

test('where there is no such file nothing is known', async () => {
  expect(await readProcessorTime('/proc/no-such-file')).toBeUndefined()
})

test.runIf(process.platform === 'linux')('this machine tells its processor time, which only grows', async () => {
  const before = await readProcessorTime()
  const spun = process.cpuUsage()
  while (process.cpuUsage(spun).user < 50_000);
  const after = await readProcessorTime()
  expect(after!.totalMs).toBeGreaterThan(before!.totalMs)
  expect(after!.usedMs + after!.niceMs).toBeGreaterThan(before!.usedMs + before!.niceMs)
})

test.runIf(process.platform === 'linux')(
  'a process that gives way does so with all its threads and children',
  async () => {
    // A thread of its own, and a child that ends when it does, before it is told.
    const code = `
    new (require('node:worker_threads').Worker)('setInterval(() => {}, 1000)', { eval: true })
    const child = require('node:child_process').spawn(process.execPath, ['-e', 'process.stdin.resume()'])
    child.once('spawn', () => console.log(child.pid))`
    const program = spawn(process.execPath, ['-e', code], { stdio: ['pipe', 'pipe', 'inherit'] })
    try {
      const [line] = (await once(program.stdout, 'data')) as [Buffer]
      giveWay(program.pid!)
      expect([getPriority(program.pid!), getPriority(Number(line))]).toEqual([19, 19])
    } finally {
      program.kill('SIGKILL')
    }
  },
)
