import { readFileSync } from 'node:fs'
import { WasiHost, type WasiOptions, wasiModule } from '../daemon/src/runtime/host/wasi.ts'
import type { GuestView, HostFunction, PreparedImport } from '../daemon/src/runtime/runtime.ts'
import { V8Runtime } from '../daemon/src/runtime/v8/v8-runtime.ts'
import type { ValueType } from '../daemon/src/wasm/module.ts'
import { linkCommand } from '../test/guests/libraries/link-command.ts'

/**
 * QuickJS running a script, over our own WASI host: once on V8 as it is, once metered. Each call is a whole run, a new
 * instance included, and gives what the script printed.
 */
export async function quickJs(): Promise<{ readonly plain: () => string; readonly metered: () => string }> {
  const library = readFileSync(new URL('../node_modules/quickjs-wasi/quickjs.wasm', import.meta.url))
  const script = readFileSync(new URL('../test/guests/libraries/script.js', import.meta.url))
  const command = Uint8Array.from(await linkCommand(library, 'quickjs'))
  const runtime = new V8Runtime('0.0.0')
  const preparation = await runtime.prepare(command)
  if (preparation.kind !== 'prepared') throw new Error(JSON.stringify(preparation))
  const plain = { compiled: new WebAssembly.Module(command), imports: preparation.module.imports }
  return {
    plain: () => printed(script, (host) => runPlain(plain, host)),
    metered: () =>
      printed(script, (host) => {
        const limits = { fuel: 2n ** 53n - 1n, memoryBytes: 2 ** 28 }
        const { outcome } = runtime.run(preparation.module, limits, host)
        if (outcome.kind !== 'exited' || outcome.code !== 0) throw new Error(JSON.stringify(outcome))
      }),
  }
}

/** What a program prints that finds the script on its standard input. */
function printed(script: Uint8Array, run: (host: WasiHost) => void): string {
  const chunks: string[] = []
  const options: WasiOptions = {
    args: [],
    env: {},
    stdin: script,
    files: [],
    outputs: [],
    taskDigest: new Uint8Array(32),
    outputBytes: 2 ** 20,
    clock: 'virtual',
    random: 'seeded',
    onOutput: (_, bytes) => chunks.push(Buffer.from(bytes).toString('latin1')),
  }
  run(new WasiHost(options))
  return chunks.join('')
}

interface PlainModule {
  readonly compiled: WebAssembly.Module
  readonly imports: readonly PreparedImport[]
}

function runPlain({ compiled, imports }: PlainModule, host: WasiHost): void {
  const guest: GuestView = {
    get memory() {
      return new Uint8Array((exports.memory as WebAssembly.Memory).buffer)
    },
    fuelCharged: 0n,
    charge: () => true,
  }
  const provided = imports.map(({ module, name }) => {
    const found = host.find(module, name)
    if (found === undefined) throw new Error(`no ${module}.${name}`)
    return [name, importOf(found, guest)] as const
  })
  const { exports } = new WebAssembly.Instance(compiled, { [wasiModule]: Object.fromEntries(provided) })
  ;(exports._start as () => void)()
}

/** A host function as V8 calls it; this program ends by returning. */
function importOf({ type, call }: HostFunction, guest: GuestView): (...args: (number | bigint)[]) => unknown {
  const bits = (value: number | bigint, type: ValueType) => BigInt.asUintN(type === 'i64' ? 64 : 32, BigInt(value))
  return (...args) => {
    const result = call(
      args.map((value, index) => bits(value, type.parameters[index]!)),
      guest,
    )
    if (result.kind === 'ended') throw new Error(JSON.stringify(result.outcome))
    return Number(result.values[0])
  }
}
