import { readFileSync } from 'node:fs'
import type { JobView } from '../../daemon/src/generated/types.ts'
import { eventually } from '../fakes/eventually.ts'
import { looper, writer } from '../guests/programs.ts'
import type { Ended, Machine } from './machine.ts'

/** plasm on a machine, as its package installed it: everything goes through the command line there. */
export class InstalledPlasm {
  readonly machine: Machine

  constructor(machine: Machine) {
    this.machine = machine
    machine.write('/root/hello.wasm', writer('hello\n'))
    machine.write('/root/loop.wasm', looper())
  }

  /** Installs a package file; returns the milliseconds until the unit was active. */
  async install(deb: string): Promise<{ readonly ms: number; readonly said: string }> {
    this.machine.write('/var/tmp/plasm.deb', readFileSync(deb))
    const began = performance.now()
    const said = await this.machine.sh('DEBIAN_FRONTEND=noninteractive dpkg -i /var/tmp/plasm.deb 2>&1')
    await this.untilActive()
    return { ms: performance.now() - began, said }
  }

  async untilActive(): Promise<void> {
    await eventually(async () => {
      const { stdout } = await this.machine.run(['systemctl', 'is-active', 'plasm'])
      if (stdout.trim() === 'active') return
      throw new Error(`the unit is ${stdout.trim()}: ${(await this.journal()).slice(-2000)}`)
    })
  }

  /** All that the unit's processes have written, and what systemd says of them. */
  async journal(): Promise<string> {
    return await this.machine.sh('journalctl --sync; journalctl -u plasm -o cat --no-pager')
  }

  async property(name: string): Promise<string> {
    return await this.machine.sh(`systemctl show plasm -P ${name}`)
  }

  cli(words: readonly string[], input?: string): Promise<Ended> {
    return this.machine.run(['plasm', ...words], input === undefined ? {} : { input })
  }

  async json<T>(words: readonly string[]): Promise<T> {
    const { code, stdout, stderr } = await this.cli([...words, '--json'])
    if (code !== 0) throw new Error(`plasm ${words.join(' ')} ended with ${code}: ${stderr}`)
    return JSON.parse(stdout) as T
  }

  /** Submits a job that runs here, behind all fences; returns its ID. */
  async submit(
    module: 'hello' | 'loop',
    { wallTimeMs = 10_000, runtime = 'any', args = [] as readonly string[] } = {},
  ): Promise<string> {
    const task = { args, limits: { fuel: Number.MAX_SAFE_INTEGER } }
    const request = { isolation: 'full', cache: false, wallTimeMs, runtime, placement: { where: 'local' } }
    const manifest = JSON.stringify({ plasm: 1, task, request })
    const { code, stdout, stderr } = await this.cli(['submit', '-', '--module', `/root/${module}.wasm`], manifest)
    if (code !== 0) throw new Error(`not submitted (${code}): ${stderr}`)
    return stdout.trim()
  }

  async job(id: string): Promise<JobView> {
    const jobs = await this.json<{ readonly items: readonly JobView[] }>(['jobs', '--limit', '100'])
    return jobs.items.find((job) => job.id === id)!
  }

  /** Waits until the job is settled, and returns how its run ended, by the one receipt that it has, which verifies. */
  async outcome(id: string): Promise<string> {
    await eventually(async () => {
      if ((await this.job(id)).state !== 'settled') throw new Error(`${id} is not settled`)
    })
    const events = (await this.cli(['logs', '--events', id])).stdout
    const settlements = events.match(/settled: .*/g) ?? []
    if (settlements.length !== 1) throw new Error(`${id} was settled ${settlements.length} times:\n${events}`)
    const { stdout } = await this.cli(['receipt', 'get', id])
    const verified = await this.cli(['verify', '-', '--job', id], stdout)
    if (verified.code !== 0)
      throw new Error(`the receipt of ${id} does not verify: ${verified.stdout}${verified.stderr}`)
    return settlements[0]!
  }
}
