import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import {
  counters,
  type GaugeSources,
  gauges,
  histograms,
  type Labels,
} from '../../daemon/src/observe/metric-catalogue.ts'
import { Metrics } from '../../daemon/src/observe/metrics.ts'
import { dashboard, offending, rules } from '../fakes/metric-expressions.ts'
import { type Family, parsePrometheus } from '../fakes/prometheus-text.ts'

const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8')

let families: ReadonlyMap<string, Family>
beforeAll(async () => {
  const metrics = new Metrics('0.1.0')
  metrics.observe(Object.fromEntries(Object.keys(gauges).map((name) => [name, () => 1])) as unknown as GaugeSources)
  metrics.addRoute('/v1/node')
  metrics.countRequest('GET', '/v1/node', 200, 0.001)
  families = parsePrometheus(await metrics.text())
})
const tables = { ...counters, ...histograms } as Readonly<Record<string, { readonly labels?: Labels }>>
const labelsOf = ({ samples }: Family) =>
  [...new Set(samples.flatMap(({ labels }) => Object.keys(labels)))].filter((label) => label !== 'le').sort()

describe('docs/observability.md', () => {
  const text = read('docs/observability.md')
  const rows = [...text.matchAll(/^\| `(plasm_\w+)` \| (\w+) \| (.*?) \| (.+) \|$/gm)].map(([, ...cells]) => cells)

  test('has a row for each metric of the daemon, with its kind, its labels and its own words', () => {
    const ours = [...families.values()].filter(({ name }) => name.startsWith('plasm_'))
    expect(rows.map(([name]) => name).sort()).toEqual(ours.map(({ name }) => name).sort())
    for (const [name, kind, labels, words] of rows) {
      const family = families.get(name!)!
      expect([kind, words], name).toEqual([family.type, family.help])
      const named = [...labels!.matchAll(/`(\w+)`/g)].map(([, label]) => label).sort()
      expect(named, name).toEqual(labelsOf(family))
      for (const [, label, values] of labels!.matchAll(/`(\w+)`: ([^;]+)/g)) {
        const closed = tables[name!]?.labels?.[label!] ?? family.samples.map((sample) => sample.labels[label!])
        expect(values!.split(', ').sort(), `${name} ${label}`).toEqual([...new Set(closed)].sort())
      }
    }
  })

  test('lists those of the process', () => {
    const listed = text.match(/```\n(process_[\s\S]*?)\n```/)?.[1]?.split('\n')
    const others = [...families.keys()].filter((name) => !name.startsWith('plasm_'))
    expect(listed?.toSorted()).toEqual(others.sort())
  })
})

describe('the dashboard', () => {
  const board = dashboard(read('packaging/grafana/plasm.json'))

  test('asks for metrics, labels and values that there are', () => {
    expect(board.expressions.length).toBeGreaterThan(40)
    expect(offending(board.expressions, families)).toEqual([])
  })

  test('shows everything that is exported, but for what the process has besides', () => {
    const shown = new Set(board.expressions.flatMap(({ metrics }) => metrics.map(({ family }) => family)))
    const left = [...families.keys()].filter((name) => !shown.has(name))
    expect(left.filter((name) => name.startsWith('plasm_'))).toEqual([])
    expect(left.filter((name) => !/^(nodejs_|process_(cpu_seconds|virtual|heap))/.test(name))).toEqual([])
  })

  test('has panels that Grafana can lay out: no ID twice, none over another, none over the edge', () => {
    const ids = board.panels.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const taken = new Set<string>()
    for (const { title, gridPos } of board.panels) {
      expect(gridPos.x + gridPos.w, title).toBeLessThanOrEqual(24)
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++)
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
          expect(taken.has(`${x} ${y}`), `${title} lies over another`).toBe(false)
          taken.add(`${x} ${y}`)
        }
    }
  })
})

describe('the alerts', () => {
  const alerts = rules(parse(read('packaging/prometheus/plasm.rules.yml')))

  test('ask for metrics, labels and values that there are', () => {
    expect(alerts.length).toBeGreaterThan(5)
    expect(offending(alerts, families, ['up'])).toEqual([])
  })
})

test('what an expression asks in vain is found', () => {
  const asked = (expr: string) => offending([dashboard(boardOf(expr)).expressions[0]!], families)
  expect(asked('rate(plasm_jobs_settled_total[5m])')).toEqual([])
  expect(asked('rate(plasm_jobs_finished_total[5m])')).toHaveLength(1)
  expect(asked('sum by (peer) (rate(plasm_jobs_settled_total[5m]))')).toHaveLength(1)
  expect(asked('plasm_jobs_settled_total{outcome="well"}')).toHaveLength(1)
  expect(asked('plasm_jobs_settled_total{peer="x"}')).toHaveLength(1)
  expect(asked('plasm_job_seconds')).toHaveLength(1)
  expect(asked('histogram_quantile(0.9, sum by (le) (rate(plasm_job_seconds_bucket[5m])))')).toEqual([])
})

function boardOf(expr: string): string {
  const gridPos = { x: 0, y: 0, w: 1, h: 1 }
  return JSON.stringify({ panels: [{ id: 1, title: 'x', gridPos, targets: [{ expr, legendFormat: '' }] }] })
}
