/**
 * A decoded WebAssembly 2.0 module: plain data, offsets in bytes from the start of the binary.
 * https://www.w3.org/TR/wasm-core-2/#modules
 */
export type NumberType = 'i32' | 'i64' | 'f32' | 'f64'
export type ReferenceType = 'funcref' | 'externref'
export type ValueType = NumberType | 'v128' | ReferenceType

export interface FunctionType {
  readonly parameters: readonly ValueType[]
  readonly results: readonly ValueType[]
}

/** Minimum and optional maximum, in pages (memories) or elements (tables). */
export interface Limits {
  readonly minimum: number
  readonly maximum?: number
}

export interface TableType {
  readonly element: ReferenceType
  readonly limits: Limits
}

export interface GlobalType {
  readonly value: ValueType
  readonly mutable: boolean
}

export type ImportType =
  | { readonly kind: 'function'; readonly typeIndex: number }
  | { readonly kind: 'table'; readonly table: TableType }
  | { readonly kind: 'memory'; readonly memory: Limits }
  | { readonly kind: 'global'; readonly global: GlobalType }

export interface Import {
  readonly module: string
  readonly name: string
  readonly type: ImportType
  readonly offset: number
}

export interface Export {
  readonly name: string
  readonly kind: 'function' | 'table' | 'memory' | 'global'
  readonly index: number
  readonly offset: number
}

/** A constant expression of WebAssembly 2.0: exactly one instruction before `end`. Values are bits. */
export type ConstantExpression =
  | { readonly kind: 'i32' | 'i64' | 'f32' | 'f64' | 'v128'; readonly bits: bigint; readonly offset: number }
  | { readonly kind: 'global'; readonly index: number; readonly offset: number }
  | { readonly kind: 'ref.null'; readonly type: ReferenceType; readonly offset: number }
  | { readonly kind: 'ref.func'; readonly index: number; readonly offset: number }

export interface Global {
  readonly type: GlobalType
  readonly initial: ConstantExpression
}

export interface ElementSegment {
  readonly mode: 'active' | 'passive' | 'declarative'
  readonly type: ReferenceType
  /** Active segments only. */
  readonly table?: number
  readonly start?: ConstantExpression
  readonly entries: readonly ConstantExpression[]
  readonly offset: number
}

export interface DataSegment {
  readonly mode: 'active' | 'passive'
  /** Active segments only. */
  readonly start?: ConstantExpression
  /** A view into the module's bytes, not a copy. */
  readonly bytes: Uint8Array
  readonly offset: number
}

/** One run of locals of a type, as the binary declares them. */
export interface LocalRun {
  readonly count: number
  readonly type: ValueType
}

export interface FunctionBody {
  /** Runs of no locals left out. Read from the binary at each access: keep what you use twice. */
  readonly locals: readonly LocalRun[]
  /** First byte of the first instruction. */
  readonly start: number
  /** One past the final `end`. */
  readonly end: number
}

/** Where the binary declares what the module itself defines, in order; for naming the place of a fault. */
export interface DeclarationOffsets {
  readonly functions: readonly number[]
  readonly tables: readonly number[]
  readonly memories: readonly number[]
  readonly globals: readonly number[]
  readonly start?: number
}

export interface Module {
  /** The submitted binary itself. */
  readonly bytes: Uint8Array
  readonly types: readonly FunctionType[]
  readonly imports: readonly Import[]
  /** Type index of each function, imports first. */
  readonly functions: readonly number[]
  readonly tables: readonly TableType[] // imports first
  readonly memories: readonly Limits[] // imports first
  /** Types of all globals, imports first; `globals` holds the defined ones. */
  readonly globalTypes: readonly GlobalType[]
  readonly globals: readonly Global[]
  readonly exports: readonly Export[]
  readonly start?: number
  readonly elements: readonly ElementSegment[]
  readonly dataCount?: number
  readonly data: readonly DataSegment[]
  /** Bodies of the defined functions, in order; function index = importedFunctions + position. */
  readonly bodies: readonly FunctionBody[]
  readonly importedFunctions: number
  readonly importedTables: number
  readonly importedMemories: number
  readonly importedGlobals: number
  readonly offsets: DeclarationOffsets
  /** The first v128 type or constant outside of the bodies' instructions. */
  readonly firstSimd?: number
}
