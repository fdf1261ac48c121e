import type { FunctionType, ValueType } from '../wasm/module.ts'
import type { Outcome, RejectionReason, TrapReason } from './outcome.ts'

/**
 * Executes WebAssembly modules, metered and deterministic (docs/fuel.md). One port, adapters behind it;
 * every test of a runtime runs on all of them. A guest's failure is a value, never a rejection of a promise.
 */
export interface Runtime {
  /** Recorded in the receipt. */
  readonly name: string
  readonly version: string
  /** Decodes, validates, translates or meters. Never rejects because of the module: that is a value too. */
  prepare(module: Uint8Array): Promise<Preparation>
  /** What `prepare` made, as bytes one after the other that `restore` of the same build takes, in another process too. */
  pack(module: PreparedModule): readonly Uint8Array[]
  /** Believes what it is given: nothing but what `pack` gave. */
  restore(packed: Uint8Array): Promise<PreparedModule>
  /** Instantiates and runs `_start` of a command module to its end. Synchronous: the caller owns the process. */
  run(module: PreparedModule, guest: GuestLimits, host: GuestHost): GuestRun
  /** For the core suite and tests: an instance that lives on, with explicit imports; values travel as bits. */
  instantiate(module: PreparedModule, imports: Imports, limits: GuestLimits): Instantiation
}

export type Preparation =
  | { readonly kind: 'prepared'; readonly module: PreparedModule }
  | { readonly kind: 'rejected'; readonly reason: RejectionReason; readonly offset: number; readonly detail: string }
  /** Valid, but this runtime cannot run it (yet): a node refuses such a task, it never calls it rejected. */
  | { readonly kind: 'unsupported'; readonly feature: Feature; readonly offset: number }

/** What a module may need and a node may lack. `large-function`: its metered form would be too large for V8. */
export const features = ['simd', 'large-function'] as const
export type Feature = (typeof features)[number]

/** Opaque outside its runtime; holds what the policy above the port needs. */
export interface PreparedModule {
  readonly runtime: string
  readonly imports: readonly PreparedImport[]
  readonly exports: readonly PreparedExport[]
  /** What another node may lack that is to run it. */
  readonly features: readonly Feature[]
}

export interface PreparedImport {
  readonly module: string
  readonly name: string
  readonly kind: 'function' | 'table' | 'memory' | 'global'
  /** Functions only. */
  readonly type?: FunctionType
  readonly offset: number
}

export interface PreparedExport {
  readonly name: string
  readonly kind: 'function' | 'table' | 'memory' | 'global'
  /** Functions only. */
  readonly type?: FunctionType
}

export interface GuestLimits {
  /** Units of fuel version 1; at most 2^53-1. */
  readonly fuel: bigint
  /** Linear memory, in bytes; `memory.grow` returns -1 past it. */
  readonly memoryBytes: number
}

export interface GuestRun {
  readonly outcome: Outcome
  /** Fuel charged; the limit itself where the outcome is `exceeded: fuel`. */
  readonly fuel: bigint
  /** Largest linear memory, in bytes (it never shrinks). */
  readonly memoryBytes: number
}

/** Resolves a command module's function imports. */
export interface GuestHost {
  find(module: string, name: string): HostFunction | undefined
}

/** A function that the host gives to a guest. Arguments and results are bits: i32 and f32 zero-extended to 64. */
export interface HostFunction {
  readonly type: FunctionType
  /**
   * Charges its fuel through `guest.charge` before any effect; where that says false it returns at once
   * (anything: the runtime ends the run as `exceeded: fuel`). Runs wholly or not at all.
   */
  call(args: readonly bigint[], guest: GuestView): HostReturn
}

export type HostReturn =
  | { readonly kind: 'returned'; readonly values: readonly bigint[] }
  | { readonly kind: 'ended'; readonly outcome: Outcome }

/** What a host function sees of the guest that calls it. Valid during the call only. */
export interface GuestView {
  /** The guest's linear memory 0, whole; empty where it has none. */
  readonly memory: Uint8Array
  /** Charged so far in this run, the caller's block and earlier charges of this call included. */
  readonly fuelCharged: bigint
  /** Adds to the fuel charged; false where the total now exceeds the limit. */
  charge(amount: bigint): boolean
}

// ---- Instances that live on: the core suite and tests. ----

/** A function reference or an opaque host reference; null is the null reference. */
export type Reference = { readonly instance: Instance; readonly index: number } | { readonly host: number } | null

/** Bits of a number (i32 and f32 zero-extended; v128 as 128 bits, lane 0 lowest), or a reference. */
export type Value = bigint | Reference

export type ImportValue =
  | { readonly kind: 'function'; readonly type: FunctionType; call(args: readonly Value[]): readonly Value[] }
  | { readonly kind: 'global'; readonly type: ValueType; readonly mutable: boolean; readonly value: Value }
  | { readonly kind: 'memory'; readonly minimum: number; readonly maximum?: number }
  | {
      readonly kind: 'table'
      readonly element: 'funcref' | 'externref'
      readonly minimum: number
      readonly maximum?: number
    }

/** module name → field name → value. Imported memories and tables are made fresh for the instance, not shared. */
export type Imports = ReadonlyMap<string, ReadonlyMap<string, ImportValue>>

export type Instantiation =
  | { readonly kind: 'instance'; readonly instance: Instance }
  | { readonly kind: 'trapped'; readonly reason: TrapReason }
  | { readonly kind: 'exceeded'; readonly limit: 'fuel' | 'memory' }
  | { readonly kind: 'unlinkable'; readonly detail: string }

export type CallResult =
  | { readonly kind: 'returned'; readonly values: readonly Value[] }
  | { readonly kind: 'trapped'; readonly reason: TrapReason }
  | { readonly kind: 'exceeded'; readonly limit: 'fuel' }

export interface Instance {
  /** Calls an exported function. */
  call(name: string, args: readonly Value[]): CallResult
  /** Reads an exported global. */
  global(name: string): Value
  /** Fuel charged since instantiation. */
  readonly fuel: bigint
  /** A copy of linear memory 0; empty where there is none. */
  memory(): Uint8Array
}
