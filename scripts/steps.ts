/** Running the project's gates one after another, with their times, and reading what the test runners counted. */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..')
export const buildDirectory = join(root, 'build')
const resultsDirectory = join(buildDirectory, 'results')

export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skips: readonly string[]
}

export const emptyTally: Tally = Object.freeze({ passed: 0, failed: 0, skips: [] })

export function addTallies(...tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
    skips: tallies.flatMap(({ skips }) => skips),
  }
}

/**
 * Runs a command to its end, its output passed through. Resolves with its exit code. After `limitMs` it is killed with all
 * that it started; Ctrl-C reaches all of them, and ends this process when they have gone.
 */
export async function run(
  command: string,
  args: readonly string[],
  options: { readonly limitMs: number; readonly env?: NodeJS.ProcessEnv },
): Promise<number> {
  const child = spawn(command, args, {
    cwd: root,
    // A group of its own: the runners start processes, which the death of the runner alone would leave behind.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...options.env },
  })
  const kill = (signal: NodeJS.Signals) => {
    if (child.pid === undefined) return
    try {
      process.kill(-child.pid, signal)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
  const timer = setTimeout(() => {
    console.error(`${command} took longer than ${options.limitMs / 1000} s and was ended`)
    kill('SIGKILL')
  }, options.limitMs)
  let interruption: NodeJS.Signals | undefined
  const interrupt = (signal: NodeJS.Signals) => {
    kill(interruption === undefined ? signal : 'SIGKILL')
    interruption = signal
  }
  for (const signal of interruptions) process.on(signal, interrupt)
  try {
    return await new Promise((resolve) => {
      child.once('error', (error) => {
        console.error(`${command}: ${error.message}`)
        resolve(127)
      })
      child.once('close', (code) => resolve(code ?? 1))
    })
  } finally {
    clearTimeout(timer)
    for (const signal of interruptions) process.off(signal, interrupt)
    // As if it had never been caught: the steps that would follow were not wanted either.
    if (interruption !== undefined) process.kill(process.pid, interruption)
  }
}

const interruptions = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** A named step: prints how long it took; false where the command failed. */
export async function step(
  name: string,
  command: string,
  args: readonly string[],
  limitMs = 120_000,
): Promise<boolean> {
  const started = performance.now()
  const code = await run(command, args, { limitMs })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`)
  return code === 0
}

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numFailedTestSuites: number
  readonly success: boolean
  readonly testResults: readonly {
    readonly name: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

/** For tests that wait as much as they compute: of two processors none is left idle. */
export const manyWorkers = Math.max(2, availableParallelism() - 1)

/** Runs test files with Vitest; what it counts comes back, a runner that broke counts as one failure. */
export async function vitest(
  label: string,
  filters: readonly string[],
  options: {
    readonly limitMs: number
    readonly coverage: boolean
    /** Globs of test files. */
    readonly exclude?: readonly string[]
    /** Test files that run at once. Default: Vitest's, which leaves one processor to itself. */
    readonly workers?: number
    readonly env?: NodeJS.ProcessEnv
  },
): Promise<Tally> {
  mkdirSync(resultsDirectory, { recursive: true })
  const report = join(resultsDirectory, `${label}.json`)
  rmSync(report, { force: true })
  const args = ['run', ...filters, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  for (const glob of options.exclude ?? []) args.push(`--exclude=${glob}`)
  if (options.workers !== undefined) args.push(`--maxWorkers=${options.workers}`)
  if (options.coverage)
    args.push('--coverage', `--coverage.reportsDirectory=${join(buildDirectory, 'coverage', label)}`)
  const code = await run('vitest', args, options)
  let parsed: VitestReport
  try {
    parsed = JSON.parse(readFileSync(report, 'utf8')) as VitestReport
  } catch {
    console.error(`vitest ${label}: ended with ${code} and left no report`)
    return { passed: 0, failed: 1, skips: [] }
  }
  const skips = parsed.testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status !== 'passed' && status !== 'failed').map(({ fullName }) => fullName),
  )
  // A file that could not be loaded has no failed test of its own, but the run's code says so.
  const failed = parsed.numFailedTests === 0 && code !== 0 ? 1 : parsed.numFailedTests
  return { passed: parsed.numPassedTests, failed, skips }
}

/** Runs PHPUnit; skipped tests are named by their JUnit log. */
export async function phpunit(limitMs: number): Promise<Tally> {
  mkdirSync(resultsDirectory, { recursive: true })
  const log = join(resultsDirectory, 'phpunit.xml')
  rmSync(log, { force: true })
  const code = await run('phpunit', ['-c', 'sdk-php', '--log-junit', log], { limitMs })
  if (code === 127) return { passed: 0, failed: 0, skips: ['PHP: phpunit is not installed'] }
  let xml: string
  try {
    xml = readFileSync(log, 'utf8')
  } catch {
    return { passed: 0, failed: 1, skips: [] }
  }
  const cases = [...xml.matchAll(/<testcase name="([^"]*)"[^>]*?(\/>|>([\s\S]*?)<\/testcase>)/g)]
  const skips = cases.filter((found) => found[3]?.includes('<skipped')).map((found) => `PHP: ${found[1]}`)
  const broken = cases.filter((found) => /<(failure|error|warning)/.test(found[3] ?? '')).length
  const failed = broken === 0 && code !== 0 ? 1 : broken
  return { passed: cases.length - skips.length - broken, failed, skips }
}
