import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { descendants, isRunning } from './processes.ts'

const sources = join(import.meta.dirname, '..', '..')

/** A daemon of the least kind: a sandbox with a job that never ends. Says "running" when the guest is at work. */
const daemon = `
import { ProcessSandbox } from ${JSON.stringify(join(sources, 'daemon/src/sandbox/process-sandbox.ts'))}
import { looper } from ${JSON.stringify(join(sources, 'test/guests/programs.ts'))}
import { job } from ${JSON.stringify(join(sources, 'test/guests/sandbox-job.ts'))}
const sandbox = await ProcessSandbox.start({ strongestIsolation: process.argv[2], waitingChildren: 1 })
const limits = { fuel: Number.MAX_SAFE_INTEGER, memoryBytes: 65536, outputBytes: 100 }
const say = () => process.stdout.write('running')
await sandbox.run(job({ module: looper(), limits, wallTimeMs: 60_000 }), { signal: new AbortController().signal, onOutput: say })
`

describe('a daemon that is killed with SIGKILL', () => {
  test.each(['full', 'reduced'])('leaves no child behind, at most %s', async (strongest) => {
    const directory = mkdtempSync(join(tmpdir(), 'plasm-killed-'))
    writeFileSync(join(directory, 'daemon.ts'), daemon)
    const process_ = spawn(process.execPath, [join(directory, 'daemon.ts'), strongest], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    try {
      await new Promise<void>((resolve, reject) => {
        process_.stdout.on('data', () => resolve())
        process_.on('exit', () => reject(new Error('the daemon ended by itself')))
      })
      const children = descendants(process_.pid!)
      expect(children.length).toBeGreaterThanOrEqual(2)
      process_.removeAllListeners('exit')
      process_.kill('SIGKILL')
      await expect.poll(() => children.filter(isRunning), { timeout: 5000, interval: 10 }).toEqual([])
    } finally {
      process_.kill('SIGKILL')
      rmSync(directory, { recursive: true })
    }
  })
})
