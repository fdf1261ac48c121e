import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { InterpreterRuntime } from '../daemon/src/runtime/interpreter/interpreter-runtime.ts'
import type { Instance } from '../daemon/src/runtime/runtime.ts'

/** Something that runs a kernel, again and again in one process, so that starting it is never in the time. */
export interface Contender {
  /** Calls the kernel's `run`. */
  run(): Promise<Run>
  close(): void
}

export interface Run {
  /** Processor time of the thread that ran it: other work on the machine is not in it. */
  readonly ms: number
  readonly result: number
}

export interface Kernel {
  readonly name: string
  /** Argument of `run`. */
  readonly n: number
}

const directory = fileURLToPath(new URL('kernels/', import.meta.url))
const wasmOf = ({ name }: Kernel) => join(directory, `${name}.wasm`)

/** The interpreter with fuel on. */
export class Interpreted implements Contender {
  private readonly kernel: Kernel
  private readonly instance: Instance

  private constructor(kernel: Kernel, instance: Instance) {
    this.kernel = kernel
    this.instance = instance
  }

  static async of(kernel: Kernel): Promise<Interpreted> {
    const runtime = new InterpreterRuntime('0.0.0')
    const prepared = await runtime.prepare(readFileSync(wasmOf(kernel)))
    if (prepared.kind !== 'prepared') throw new Error(`${kernel.name}: ${JSON.stringify(prepared)}`)
    const made = runtime.instantiate(prepared.module, new Map(), { fuel: 2n ** 53n - 1n, memoryBytes: 2 ** 28 })
    if (made.kind !== 'instance') throw new Error(`${kernel.name}: ${JSON.stringify(made)}`)
    return new Interpreted(kernel, made.instance)
  }

  async run(): Promise<Run> {
    return timed(() => {
      const result = this.instance.call('run', [BigInt(this.kernel.n)])
      if (result.kind !== 'returned') throw new Error(JSON.stringify(result))
      return Number(result.values[0])
    })
  }

  /** What one run is charged. */
  async fuelOfRun(): Promise<number> {
    const before = this.instance.fuel
    await this.run()
    return Number(this.instance.fuel - before)
  }

  close(): void {}
}

/** V8 without metering. */
export function compiledByV8(kernel: Kernel): Contender {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(wasmOf(kernel))), {})
  const run = instance.exports.run as (n: number) => number
  return { run: async () => timed(() => run(kernel.n) >>> 0), close() {} }
}

/** The C source, compiled by gcc -O2 into `build`. */
export function compiledByGcc({ name, n }: Kernel, build: string): Contender {
  const program = join(build, name)
  execFileSync('gcc', ['-O2', '-o', program, join(directory, `${name}.c`), join(directory, 'native.c'), '-lm'])
  const child = spawn(program, [String(n)], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface(child.stdout)
  return {
    async run() {
      child.stdin.write('\n')
      const [line] = (await once(lines, 'line')) as [string]
      const [ms, result] = line.split(' ').map(Number) as [number, number]
      return { ms, result }
    },
    close: () => child.stdin.end(),
  }
}

/** Native wasm3, whose program is at `path`: one process that is asked by its prompt (Linux only). */
export function interpretedByWasm3(kernel: Kernel, path: string): Contender {
  const child = spawn(path, ['--repl', wasmOf(kernel)], { stdio: ['pipe', 'ignore', 'pipe'] })
  const lines = createInterface(child.stderr)
  const usedMs = () => Number(readFileSync(`/proc/${child.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  return {
    async run() {
      const before = usedMs()
      child.stdin.write(`:invoke run ${kernel.n}\n`)
      const [line] = (await once(lines, 'line')) as [string]
      const result = /^Result: (\d+):i32$/.exec(line)?.[1]
      if (result === undefined) throw new Error(`wasm3 says of ${kernel.name}: ${line}`)
      return { ms: usedMs() - before, result: Number(result) }
    },
    close: () => child.stdin.end(),
  }
}

function timed(run: () => number): Run {
  const start = process.threadCpuUsage()
  const result = run()
  const { user, system } = process.threadCpuUsage(start)
  return { ms: (user + system) / 1000, result }
}
