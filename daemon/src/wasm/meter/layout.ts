import type { FunctionType, Module, ValueType } from '../module.ts'

/**
 * Where things stand in the metered module.
 *
 *   types      the module's own (for blocks) │ the same once more, as metered functions have them │ added ones
 *   functions  imports, as the host sees them │ the module's own │ one for each import, as the guest sees it │ added ones
 *   globals    the module's │ fuel, stack, status, pages, entries │ a maximum for each table │ cells
 *
 * A metered function takes two more parameters, the stack that is left to it and the fuel, and gives the fuel back as
 * its last result: both stay in registers. Types too wide for that under V8's limits pass them in globals.
 */
export class MeteredLayout {
  readonly module: Module
  /** i64, mutable: what is left; negative once the limit is exceeded. Exact whenever the guest is left. */
  readonly fuel: number
  /** i64, mutable: the stack left to the callee, for types that are too wide. */
  readonly stack: number
  /** i32, mutable: why our own code trapped; see `Status`. */
  readonly status: number
  /** i32, mutable: pages that linear memory may have. */
  readonly pages: number
  /** i32, mutable: entries of all tables. */
  readonly entries: number
  /** Cells for vectors on their way in or out: i64, mutable, two a vector. */
  readonly firstCell: number
  readonly cellCount: number
  private readonly added: FunctionType[] = []
  private readonly addedTypes = new Map<string, number>()

  constructor(module: Module) {
    this.module = module
    const first = module.globalTypes.length
    this.fuel = first
    this.stack = first + 1
    this.status = first + 2
    this.pages = first + 3
    this.entries = first + 4
    this.firstCell = this.tableMaximum(module.tables.length)
    this.cellCount = countCells(module)
  }

  get globalCount(): number {
    return this.firstCell + this.cellCount
  }

  /** The type of a metered function, from the type in the module. */
  meteredType(typeIndex: number): number {
    return this.module.types.length + typeIndex
  }

  /** A type besides the module's own. */
  type(parameters: readonly ValueType[], results: readonly ValueType[]): number {
    const key = `${parameters.join()}:${results.join()}`
    const known = this.addedTypes.get(key)
    if (known !== undefined) return known
    const index = 2 * this.module.types.length + this.added.push({ parameters, results }) - 1
    this.addedTypes.set(key, index)
    return index
  }

  get typesAdded(): readonly FunctionType[] {
    return this.added
  }

  /** A function of the module, as the guest's code and tables see it. */
  function(index: number): number {
    return index < this.module.importedFunctions ? this.module.functions.length + index : index
  }

  /** The function of the module that a function of the metered module is for the guest. */
  functionOf(index: number): number {
    return index >= this.module.functions.length ? index - this.module.functions.length : index
  }

  /** The first function behind the module's own. */
  get firstBehind(): number {
    return this.module.functions.length
  }

  /** The type of an imported function, as the host sees it. */
  crossing(typeIndex: number): number {
    const { parameters, results } = crossingType(this.module.types[typeIndex]!)
    return this.type(parameters, results)
  }

  /** i32, mutable: entries that a table may have. */
  tableMaximum(table: number): number {
    return this.entries + 1 + table
  }
}

/** Why the metering code itself made the guest trap. */
export const Status = Object.freeze({ none: 0, stackExhausted: 1, hostOutOfMemory: 2 } as const)

/** V8 allows 1,000 of each; two parameters and a result are ours. */
export function passesInRegisters({ parameters, results }: FunctionType): boolean {
  return parameters.length <= 998 && results.length <= 999
}

/** The type that a metered function of this type has. */
export function meteredSignature(type: FunctionType): FunctionType {
  if (!passesInRegisters(type)) return type
  return { parameters: [...type.parameters, 'i64', 'i64'], results: [...type.results, 'i64'] }
}

/** The type as which a function crosses to JavaScript: no floats, and vectors not at all (they pass in cells). */
export function crossingType({ parameters, results }: FunctionType): FunctionType {
  return { parameters: parameters.flatMap(crossing), results: results.flatMap(crossing) }
}

function crossing(type: ValueType): readonly ValueType[] {
  switch (type) {
    case 'f32':
      return ['i32']
    case 'f64':
      return ['i64']
    case 'v128':
      return []
    default:
      return [type]
  }
}

/** True where values of these types reach JavaScript as they are. */
export function crossesAsIs(types: readonly ValueType[]): boolean {
  return types.every((type) => type !== 'f32' && type !== 'f64' && type !== 'v128')
}

/** Functions that the host enters, each once: exported ones and the start function. */
export function enteredFunctions(module: Module): readonly number[] {
  const entered = new Set<number>()
  for (const { kind, index } of module.exports) if (kind === 'function') entered.add(index)
  if (module.start !== undefined) entered.add(module.start)
  return [...entered]
}

/** Two for each vector of the type that has most of them on one side. */
function countCells(module: Module): number {
  const crossed = new Set<FunctionType>()
  for (let index = 0; index < module.importedFunctions; index++) crossed.add(module.types[module.functions[index]!]!)
  for (const index of enteredFunctions(module)) crossed.add(module.types[module.functions[index]!]!)
  const vectors = (types: readonly ValueType[]) => types.filter((type) => type === 'v128').length
  let most = module.exports.some(({ kind, index }) => kind === 'global' && module.globalTypes[index]!.value === 'v128')
    ? 1
    : 0
  for (const { parameters, results } of crossed) most = Math.max(most, vectors(parameters), vectors(results))
  return 2 * most
}
