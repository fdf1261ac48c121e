import { mean, quantile } from './quantiles.ts'
import type { SimulationFigures } from './simulate.ts'

interface Line {
  readonly name: string
  /** Which of the colours; a yardstick is grey and dashed. */
  readonly look: 'first' | 'second' | 'yardstick'
  readonly values: readonly number[]
}

interface Panel {
  readonly title: string
  readonly lines: readonly Line[]
  /** Powers of ten up the side, not equal steps. */
  readonly logarithmic?: boolean
}

const [width, height] = [360, 230]
const inner = Object.freeze({ left: 46, right: 84, top: 34, bottom: 30 })

/** Four small charts over the number of nodes, as SVG that is legible on light and dark pages. */
export function plot(figures: readonly SimulationFigures[]): string {
  const sizes = figures.map(({ size }) => size)
  const panels = panelsOf(figures).map((panel, at) => {
    const [x, y] = [(at % 2) * width, Math.floor(at / 2) * height]
    return `<g transform="translate(${x} ${y})">${draw(panel, sizes)}</g>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${2 * width} ${2 * height}" font-family="system-ui, sans-serif" font-size="11">
<title>How discovery and placement grow with the number of nodes, simulated</title>
<style>
:root { --ink: #1f2328; --faint: #8b949e; --grid: #d0d7de; --first: #0969da; --second: #bc4c00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --faint: #8b949e; --grid: #30363d; --first: #58a6ff; --second: #f0883e; } }
text { fill: var(--ink); } .tick { fill: var(--faint); } .grid { stroke: var(--grid); } .line { fill: none; stroke-width: 2; }
.first { stroke: var(--first); } .second { stroke: var(--second); } .yardstick { stroke: var(--faint); stroke-dasharray: 4 4; }
</style>
${panels.join('\n')}
</svg>
`
}

function panelsOf(figures: readonly SimulationFigures[]): readonly Panel[] {
  const of = (value: (figure: SimulationFigures) => number) => figures.map(value)
  const questions = (share: number) =>
    of(({ lookups }) =>
      quantile(
        lookups.map((lookup) => lookup.questions),
        share,
      ),
    )
  const seconds = (share: number) =>
    of(({ lookups }) =>
      quantile(
        lookups.map(({ ms }) => ms / 1_000),
        share,
      ),
    )
  const ratio = (times: 'completionMs' | 'atRandomMs') =>
    of(({ placement }) => mean(placement[times]) / mean(placement.allKnowingMs))
  return [
    {
      title: 'Questions of a lookup',
      lines: [
        { name: '95 of 100', look: 'second', values: questions(0.95) },
        { name: 'median', look: 'first', values: questions(0.5) },
        { name: '6 log₂ n', look: 'yardstick', values: of(({ size }) => 6 * Math.log2(size)) },
      ],
    },
    {
      title: 'Seconds of a lookup',
      lines: [
        { name: '95 of 100', look: 'second', values: seconds(0.95) },
        { name: 'median', look: 'first', values: seconds(0.5) },
      ],
    },
    {
      title: 'Messages of the DHT to a node, a minute',
      logarithmic: true,
      lines: [
        { name: 'the busiest', look: 'second', values: of(({ providers }) => providers.messagesPerMinute.busiest) },
        { name: 'mean', look: 'first', values: of(({ providers }) => providers.messagesPerMinute.mean) },
      ],
    },
    {
      title: 'Mean time of a job, by that of the all-knowing',
      lines: [
        { name: 'at random', look: 'second', values: ratio('atRandomMs') },
        { name: 'plasm', look: 'first', values: ratio('completionMs') },
        { name: 'all-knowing', look: 'yardstick', values: of(() => 1) },
      ],
    },
  ]
}

function draw({ title, lines, logarithmic = false }: Panel, sizes: readonly number[]): string {
  const ticks = ticksUpTo(Math.max(...lines.flatMap(({ values }) => values)), logarithmic)
  const [bottom, top] = [ticks[0]!, ticks.at(-1)!]
  const scale = (value: number): number =>
    logarithmic
      ? Math.log10(Math.max(value, bottom) / bottom) / Math.log10(top / bottom)
      : (value - bottom) / (top - bottom)
  const y = (value: number): number => round(height - inner.bottom - scale(value) * (height - inner.top - inner.bottom))
  const [first, last] = [Math.log10(sizes[0]!), Math.log10(sizes.at(-1)!)]
  const across = width - inner.left - inner.right
  const x = (size: number): number =>
    round(inner.left + (across * (Math.log10(size) - first)) / Math.max(1, last - first))
  const labels = apart(lines.map(({ values }) => y(values.at(-1)!)))
  return [
    `<text x="${inner.left}" y="18" font-size="13">${title}</text>`,
    ...ticks.map(
      (tick) =>
        `<line class="grid" x1="${inner.left}" x2="${width - inner.right}" y1="${y(tick)}" y2="${y(tick)}"/>` +
        `<text class="tick" x="${inner.left - 6}" y="${round(y(tick) + 4)}" text-anchor="end">${tick}</text>`,
    ),
    ...sizes.map(
      (size) =>
        `<text class="tick" x="${x(size)}" y="${height - 10}" text-anchor="middle">${size.toLocaleString('en')}</text>`,
    ),
    ...lines.map(({ name, look, values }, at) => {
      const points = values.map((value, index) => `${x(sizes[index]!)},${y(value)}`).join(' ')
      const label = `<text x="${width - inner.right + 6}" y="${round(labels[at]! + 4)}">${name}</text>`
      return `<polyline class="line ${look}" points="${points}"/>${label}`
    }),
  ].join('\n')
}

function ticksUpTo(most: number, logarithmic: boolean): readonly number[] {
  if (logarithmic) return Array.from({ length: Math.max(2, Math.ceil(Math.log10(most)) + 1) }, (_, at) => 10 ** at)
  const rough = most / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((times) => times * power).find((one) => one >= rough)!
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, at) => round(at * step))
}

/** Moves labels that would lie on one another, from the top down. */
function apart(heights: readonly number[]): readonly number[] {
  const placed = [...heights]
  const order = heights.map((_, at) => at).sort((a, b) => heights[a]! - heights[b]!)
  for (const [at, label] of order.entries()) {
    const above = order[at - 1]
    if (above !== undefined) placed[label] = Math.max(placed[label]!, placed[above]! + 14)
  }
  return placed
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
