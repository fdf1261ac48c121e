import { type LookupFigures, measureLookups } from './lookups.ts'
import { defaultPlacementOptions, measurePlacement, type PlacementFigures } from './placement-quality.ts'
import { measureProviders, type ProviderFigures } from './provider-load.ts'
import { Random } from './random.ts'
import { SimulatedNetwork } from './simulated-network.ts'
import { VirtualTime } from './virtual-time.ts'

export interface SimulationOptions {
  readonly size: number
  readonly seed: number
  /** Mean time that a node stays; infinite: all stay. */
  readonly sessionMs: number
  /** Time for the tables to become what comings and goings make of them, before anything is measured. */
  readonly warmUpMs: number
  readonly lookups: number
  /** For the lookups; again for the announcements, and for the searches for what was announced. */
  readonly stageMs: number
  readonly jobs: number
}

export interface SimulationFigures {
  readonly size: number
  /** Of the entries in tables, the share that has left. */
  readonly stale: number
  readonly tableSize: number
  readonly lookups: readonly LookupFigures[]
  readonly providers: ProviderFigures
  readonly placement: PlacementFigures
}

export const defaultSimulationOptions: Omit<SimulationOptions, 'size' | 'jobs'> = Object.freeze({
  seed: 1,
  sessionMs: 3_600_000,
  warmUpMs: 30_000,
  lookups: 200,
  stageMs: 30_000,
})

/** One network, measured in three stages one after the other: lookups, provider records, placement. */
export async function simulate(options: SimulationOptions): Promise<SimulationFigures> {
  const { size, sessionMs, stageMs } = options
  const random = new Random(options.seed)
  const time = new VirtualTime()
  const network = new SimulatedNetwork({ size, time, random, sessionMs })
  await time.pass(options.warmUpMs)
  const entries = network.live.reduce((sum, { table }) => sum + table.size, 0)
  const stale = network.live.reduce((sum, { table }) => sum + table.stale, 0)
  return {
    size,
    stale: stale / entries,
    tableSize: entries / size,
    lookups: await measureLookups(network, random, { count: options.lookups, duringMs: stageMs }),
    providers: await measureProviders(network, random, { duringMs: stageMs }),
    placement: await measurePlacement(network, random, { ...defaultPlacementOptions, jobs: options.jobs }),
  }
}
