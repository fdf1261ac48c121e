import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { Home } from './plasm-process.ts'

const home = new Home()
afterAll(() => home.remove())

const script = join(import.meta.dirname, '..', '..', 'scripts', 'demo.ts')

/** Runs with temporary files and a home of its own, which it must leave as they were. */
class Demo {
  readonly directory: string
  readonly ended: Promise<number | null>
  readonly #lines: string[] = []
  readonly #errors: string[] = []
  readonly #child: ChildProcess
  readonly #changes = new Set<() => void>()

  constructor(name: string, path = process.env.PATH) {
    this.directory = home.file(name)
    for (const place of ['tmp', 'home']) mkdirSync(join(this.directory, place), { recursive: true })
    const [TMPDIR, HOME] = [join(this.directory, 'tmp'), join(this.directory, 'home')]
    this.#child = spawn(process.execPath, [script], {
      env: { PATH: path, TMPDIR, HOME },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    createInterface({ input: this.#child.stderr! }).on('line', (line) => this.#errors.push(line))
    createInterface({ input: this.#child.stdout! }).on('line', (line) => {
      this.#lines.push(line)
      for (const tell of this.#changes) tell()
    })
    this.ended = once(this.#child, 'close').then(([code]) => code as number | null)
    onTestFinished(() => {
      this.#child.kill('SIGKILL')
    })
  }

  get output(): string {
    return this.#lines.join('\n')
  }

  /** All that it wrote, for the message of a failed assertion. */
  get everything(): string {
    return [...this.#lines, ...this.#errors].join('\n')
  }

  async said(words: string): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const look = () => this.output.includes(words) && resolve()
    this.#changes.add(look)
    look()
    await promise
    this.#changes.delete(look)
  }

  interrupt(): void {
    this.#child.kill('SIGINT')
  }

  /** Files that it left, and processes that were started with its directory in their arguments or environment. */
  leftovers(): readonly string[] {
    const files = ['tmp', 'home'].flatMap((place) =>
      readdirSync(join(this.directory, place), { recursive: true, encoding: 'utf8' }),
    )
    const processes = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && mentions(pid, this.directory))
    return [...files, ...processes.map((pid) => `process ${pid}`)]
  }
}

describe.skipIf(process.platform !== 'linux')('the demo (leftovers are found in /proc: Linux only)', () => {
  const hasPhp = spawnSync('php', ['-r', 'exit(extension_loaded("sodium") ? 0 : 1);']).status === 0

  test.skipIf(!hasPhp)(
    'counts words on two peers, verifies both receipts in PHP and leaves nothing but a picture (needs php-cli and php-curl)',
    { timeout: 120_000 },
    async () => {
      const demo = new Demo('php')
      expect(await demo.ended, demo.everything).toBe(0)
      expect(demo.output).toMatch(/exited with code 0, with [\d,]+ fuel/)
      expect(demo.output).toContain('2 receipts verified here with libsodium: this task, this job, 2 distinct keys.')
      expect(demo.output).toContain('The count is the same as that of: tr')
      expect(demo.output).toMatch(/Done: the PHP program verified both receipts, .*\.$/)
      expect(demo.leftovers()).toEqual([])
    },
  )

  test('uses the CLI where PHP is not installed, and says so in its last line', { timeout: 120_000 }, async () => {
    const bin = home.file('bin-without-php')
    mkdirSync(bin)
    const programs = new Map<string, string>()
    for (const directory of (process.env.PATH ?? '').split(delimiter)) {
      for (const name of namesIn(directory)) if (!programs.has(name)) programs.set(name, join(directory, name))
    }
    for (const [name, path] of programs) if (!name.startsWith('php')) symlinkSync(path, join(bin, name))
    const demo = new Demo('no-php', bin)
    expect(await demo.ended, demo.everything).toBe(0)
    expect(demo.output).toContain('The count is the same as that of: tr')
    expect(demo.output).toMatch(/the CLI was used instead\. To install PHP: sudo apt-get install -y php-cli php-curl$/)
    expect(demo.leftovers()).toEqual([])
  })

  test('leaves nothing where Ctrl-C comes in the middle', { timeout: 120_000 }, async () => {
    const demo = new Demo('interrupted')
    await demo.said('12D3KooW')
    demo.interrupt()
    expect(await demo.ended).toBe(130)
    expect(demo.leftovers()).toEqual([])
  })
})

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory)
  } catch {
    return [] // A PATH may name what is not there.
  }
}

function mentions(pid: string, directory: string): boolean {
  try {
    return ['cmdline', 'environ'].some((file) => readFileSync(`/proc/${pid}/${file}`, 'latin1').includes(directory))
  } catch {
    return false // Ended while we looked.
  }
}
