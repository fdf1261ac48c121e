import { WasiHost, type WasiOptions, wasiModule } from '../../../daemon/src/runtime/host/wasi.ts'
import type { GuestView, HostReturn } from '../../../daemon/src/runtime/runtime.ts'

/** A guest without a module: its memory (one page where nothing is said), a fuel counter, and calls of the host made by name. */
export class GuestStandIn implements GuestView {
  readonly memory: Uint8Array<ArrayBuffer>
  fuelCharged = 0n
  readonly output: [stream: string, text: string][] = []
  readonly #limit: bigint
  readonly #host: WasiHost

  constructor(options: Partial<WasiOptions> = {}, fuelLimit = 1_000_000_000n, memoryBytes = 65_536) {
    this.memory = new Uint8Array(memoryBytes)
    this.#limit = fuelLimit
    this.#host = new WasiHost({
      args: [],
      env: {},
      stdin: new Uint8Array(),
      files: [],
      outputs: [],
      taskDigest: new Uint8Array(32),
      outputBytes: 1_000_000,
      clock: 'virtual',
      random: 'seeded',
      onOutput: (stream, bytes) => this.output.push([stream, Buffer.from(bytes).toString()]),
      ...options,
    })
  }

  /** What it has left to be collected. */
  left(): [path: string, text: string][] {
    return this.#host.outputFiles()!.map(({ path, size, read }) => [path, Buffer.from(read(0, size)).toString()])
  }

  charge(amount: bigint): boolean {
    this.fuelCharged += amount
    return this.fuelCharged <= this.#limit
  }

  /** Calls the host as a guest would; negative arguments stand for their bits. */
  call(name: string, ...args: readonly (number | bigint)[]): HostReturn {
    const { type, call } = this.#host.find(wasiModule, name)!
    const bits = args.map((arg, index) => BigInt.asUintN(type.parameters[index] === 'i64' ? 64 : 32, BigInt(arg)))
    return call(bits, this)
  }

  /** The error number that a call answers; it must not end the run. */
  errno(name: string, ...args: readonly (number | bigint)[]): number {
    const answer = this.call(name, ...args)
    if (answer.kind !== 'returned') throw new Error(`${name} ended the run: ${JSON.stringify(answer.outcome)}`)
    return Number(answer.values[0])
  }

  /** The fuel that a call charges. */
  fuelOf(name: string, ...args: readonly (number | bigint)[]): number {
    const before = this.fuelCharged
    this.call(name, ...args)
    return Number(this.fuelCharged - before)
  }

  /** Writes the iovecs of (pointer, length) at `pointer`. */
  iovecs(pointer: number, ...buffers: readonly (readonly [pointer: number, length: number])[]): void {
    for (const [index, [at, length]] of buffers.entries()) {
      this.setU32(pointer + 8 * index, at)
      this.setU32(pointer + 8 * index + 4, length)
    }
  }

  put(pointer: number, text: string): void {
    this.memory.set(new TextEncoder().encode(text), pointer)
  }

  text(pointer: number, length: number): string {
    return Buffer.from(this.memory.subarray(pointer, pointer + length)).toString()
  }

  u32(pointer: number): number {
    return this.#view.getUint32(pointer, true)
  }

  u64(pointer: number): bigint {
    return this.#view.getBigUint64(pointer, true)
  }

  setU32(pointer: number, value: number): void {
    this.#view.setUint32(pointer, value, true)
  }

  setU64(pointer: number, value: bigint): void {
    this.#view.setBigUint64(pointer, value, true)
  }

  get #view(): DataView {
    return new DataView(this.memory.buffer)
  }
}
