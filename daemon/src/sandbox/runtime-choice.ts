import type { RuntimeName } from './sandbox.ts'

/** What is known of a module before it runs. */
export interface ModuleKnowledge {
  readonly moduleBytes: number
  /** What its last run here charged; absent where it has not run of late. */
  readonly fuel?: number
}

/** Fuel from which a run pays for V8's compilation, and more of it for each byte of the module. */
export const heavyFuel = 10_000_000
export const heavyFuelPerByte = 700

/**
 * Which runtime runs a job that takes any: the interpreter what is short or unknown, for it starts at once and V8 never
 * sees the module; V8 what is known to be heavy. No result depends on it. (RATIONALE.md)
 */
export function chooseRuntime(
  { moduleBytes, fuel = 0 }: ModuleKnowledge,
  runtimes: readonly RuntimeName[],
): RuntimeName {
  const heavy = fuel > heavyFuel + heavyFuelPerByte * moduleBytes
  return runtimes.find((name) => (name === 'v8') === heavy) ?? runtimes[0]!
}

/** The same in words, for people. */
export function describeChoice(runtimes: readonly RuntimeName[]): string {
  const usual = chooseRuntime({ moduleBytes: 0 }, runtimes)
  const heavy = chooseRuntime({ moduleBytes: 0, fuel: Number.MAX_SAFE_INTEGER }, runtimes)
  if (heavy === usual) return `${usual} always`
  const fuel = `${heavyFuel / 1e6} million fuel, and ${heavyFuelPerByte} more for each of their bytes`
  return `${usual}; ${heavy} for modules whose last run here charged over ${fuel}`
}

/** What is known of a run that was stopped while it was interpreted: so much it will have charged, about. */
export function interpretedFuel(milliseconds: number): number {
  return 1_000_000 * milliseconds
}

/** What modules charged in their last runs here; of so many modules, the oldest forgotten first. */
export class FuelHistory {
  readonly #fuel = new Map<string, number>()
  readonly #maximum: number

  constructor(maximum = 4096) {
    this.#maximum = maximum
  }

  learn(moduleDigest: string, fuel: number): void {
    this.#fuel.delete(moduleDigest)
    this.#fuel.set(moduleDigest, fuel)
    const [oldest] = this.#fuel.keys()
    if (this.#fuel.size > this.#maximum && oldest !== undefined) this.#fuel.delete(oldest)
  }

  of(moduleDigest: string): number | undefined {
    return this.#fuel.get(moduleDigest)
  }
}
