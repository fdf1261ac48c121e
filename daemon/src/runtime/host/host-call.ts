import type { FunctionType, ValueType } from '../../wasm/module.ts'
import type { Outcome } from '../outcome.ts'
import type { GuestView, HostReturn } from '../runtime.ts'
import type { Descriptors } from './descriptors.ts'
import { type Errno, errno } from './errno.ts'
import type { FileSystem } from './file-system.ts'
import { GuestMemory } from './guest-memory.ts'
import type { OutputBudget } from './output-budget.ts'
import type { RandomSource } from './seeded-random.ts'
import { clockIds, type GuestClock } from './virtual-clock.ts'

/** One function of the host, as data: docs/fuel.md is generated from these. */
export interface HostCall {
  readonly name: string
  readonly type: FunctionType
  /** Charged by every call, also by one whose arguments are refused. */
  readonly baseFuel: bigint
  /** True where each iovec is charged 16 on top. */
  readonly iovecs: boolean
  /** The bytes that are charged 1 for 16, in words; absent where the base covers all (fixed-size results). */
  readonly transfers?: string
  /** Checks the arguments, in the order descriptor, kind and rights, pointers, the rest; changes nothing. */
  plan(call: CallContext): Plan
}

/** What a call would do once its fuel is paid: nothing but an error number, or an effect that cannot fail any more. */
export type Plan =
  /** `bytes`: read from the guest's memory to see that it must be refused, and charged: the paths. */
  | { readonly kind: 'refused'; readonly errno: Errno; readonly bytes: number }
  | {
      readonly kind: 'granted'
      readonly iovecs: number
      /** Copied into or out of the guest's memory, beyond fixed-size results. */
      readonly bytes: number
      /** Takes effect; an outcome ends the run. */
      perform(): Outcome | undefined
    }

/** What the program owns outside its memory. */
export interface Program {
  readonly args: readonly Uint8Array[]
  readonly env: readonly Uint8Array[]
  readonly descriptors: Descriptors
  readonly fileSystem: FileSystem
  readonly clock: GuestClock
  readonly random: RandomSource
  readonly budget: OutputBudget
  emit(stream: 'stdout' | 'stderr', bytes: Uint8Array): void
}

/** One call in progress. */
export interface CallContext {
  readonly program: Program
  readonly memory: GuestMemory
  /** Charged before this call: what the clock shows. */
  readonly fuelBefore: bigint
  /** The arguments, as bits. */
  readonly args: readonly bigint[]
  /** Argument `index` as an unsigned 32-bit number. */
  u32(index: number): number
  /** What the guest's clock shows, as files are stamped. */
  readonly now: bigint
}

export const fuelPerIovec = 16n
export const bytesPerFuel = 16n

/** The one path that every host call takes: base, checks, the rest of the fuel, effect. */
export function performCall(call: HostCall, program: Program, args: readonly bigint[], guest: GuestView): HostReturn {
  const fuelBefore = guest.fuelCharged
  if (!guest.charge(call.baseFuel)) return outOfFuel
  const plan = call.plan({
    program,
    memory: new GuestMemory(guest.memory),
    fuelBefore,
    args,
    u32: (index) => Number(args[index]!),
    get now() {
      return program.clock.now(clockIds.realtime, fuelBefore)
    },
  })
  const iovecs = plan.kind === 'refused' ? 0 : plan.iovecs
  if (!guest.charge(fuelPerIovec * BigInt(iovecs) + (BigInt(plan.bytes) + bytesPerFuel - 1n) / bytesPerFuel)) {
    return outOfFuel
  }
  if (plan.kind === 'refused') return answer(plan.errno)
  const outcome = plan.perform()
  return outcome === undefined ? answer(errno.success) : { kind: 'ended', outcome }
}

/** What ends a run whose output would pass its limit. */
export const outOfOutput: Outcome = Object.freeze({ kind: 'exceeded', limit: 'output' })

/** The runtime ends such a run as `exceeded: fuel`, whatever a call answers; this says so by itself. */
const outOfFuel: HostReturn = { kind: 'ended', outcome: { kind: 'exceeded', limit: 'fuel' } }

function answer(number: Errno): HostReturn {
  return { kind: 'returned', values: [BigInt(number)] }
}

export function refuse(number: Errno, bytes = 0): Plan {
  return { kind: 'refused', errno: number, bytes }
}

export function grant(perform: () => Outcome | undefined, bytes = 0, iovecs = 0): Plan {
  return { kind: 'granted', iovecs, bytes, perform }
}

/** The type of a call that answers an error number: its parameters by letter, `i` for i32 and `I` for i64. */
export function signature(parameters: string): FunctionType {
  return {
    parameters: [...parameters].map((letter): ValueType => (letter === 'I' ? 'i64' : 'i32')),
    results: ['i32'],
  }
}

export const base = 64n
/** For calls that take a path. */
export const pathBase = 256n
