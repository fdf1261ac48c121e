/**
 * How discovery and placement grow: the daemon's own lookups, provider records and choice of nodes over a simulated
 * network and clock (docs/scale.md). The same seed gives the same figures, whatever else the machine does.
 *
 *   node bench/simulation.ts [--sizes 10,100,1000,10000] [--seed 1] [--session-minutes 60] [--plot docs/scale.svg]
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { plot } from './simulation/plot.ts'
import { mean, quantile } from './simulation/quantiles.ts'
import { defaultSimulationOptions, type SimulationFigures, simulate } from './simulation/simulate.ts'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10,100,1000,10000' },
    seed: { type: 'string', default: '1' },
    'session-minutes': { type: 'string', default: '60' },
    plot: { type: 'string' },
  },
})
const figures: SimulationFigures[] = []
for (const size of values.sizes.split(',').map(Number)) {
  const before = process.cpuUsage()
  const sessionMs = Number(values['session-minutes']) * 60_000
  const jobs = Math.min(20_000, Math.max(600, 6 * size))
  const figure = await simulate({ ...defaultSimulationOptions, size, jobs, seed: Number(values.seed), sessionMs })
  figures.push(figure)
  const { user, system } = process.cpuUsage(before)
  console.log(`${size} nodes, ${((user + system) / 1e6).toFixed(1)} s of processor time`)
  for (const [name, value] of rowsOf(figure)) console.log(`  ${name}: ${value}`)
}
if (values.plot !== undefined) writeFileSync(values.plot, plot(figures))

function rowsOf({
  stale,
  tableSize,
  lookups,
  providers,
  placement,
}: SimulationFigures): readonly (readonly string[])[] {
  const of = (value: (lookup: (typeof lookups)[number]) => number) => lookups.map(value)
  const minutes = providers.messagesPerMinute
  return [
    ['entries of a table / of them gone', `${tableSize.toFixed(0)} / ${percent(stale)}`],
    ['questions of a lookup, p50 / p95', both(of(({ questions }) => questions))],
    ['of them without an answer', both(of(({ unanswered }) => unanswered))],
    ['milliseconds of a lookup, p50 / p95', both(of(({ ms }) => ms))],
    [
      'of the 20 nearest nodes, found, mean / p5',
      `${percent(mean(of(({ found }) => found)))} / ${percent(
        quantile(
          of(({ found }) => found),
          0.05,
        ),
      )}`,
    ],
    ['announcers / searches / successful', `${providers.announcers} / ${providers.searches} / ${providers.successful}`],
    ['milliseconds to the first provider, p50 / p95', both(providers.firstMs)],
    ['records of a node, mean / most', `${providers.records.mean.toFixed(1)} / ${providers.records.busiest}`],
    ['messages to a node a minute, mean / most', `${minutes.mean.toFixed(1)} / ${minutes.busiest.toFixed(0)}`],
    ['jobs / failed', `${placement.jobs} / ${placement.failed}`],
    ['milliseconds to a willing peer, p50 / p95', both(placement.searchMs)],
    ['seconds of a job, mean / p95: plasm', seconds(placement.completionMs)],
    ['all-knowing', seconds(placement.allKnowingMs)],
    ['at random', seconds(placement.atRandomMs)],
    ['work of the busiest node, by the mean', placement.busiest.toFixed(2)],
    ['jobs that waited at one node, at most', String(placement.longestQueue)],
    ['slots idle while a job waited elsewhere', percent(placement.wasted)],
  ]
}

function both(values: readonly number[]): string {
  return `${quantile(values, 0.5).toFixed(0)} / ${quantile(values, 0.95).toFixed(0)}`
}

function seconds(values: readonly number[]): string {
  return `${(mean(values) / 1_000).toFixed(2)} / ${(quantile(values, 0.95) / 1_000).toFixed(2)}`
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`
}
