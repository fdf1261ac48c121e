import type { Family } from './prometheus-text.ts'

/** What one PromQL expression asks for. */
export interface Expression {
  readonly where: string
  readonly metrics: readonly {
    readonly name: string
    readonly family: string
    readonly selectors: readonly Selector[]
  }[]
  /** Labels that it groups by, or that its legend names. */
  readonly labels: readonly string[]
}

interface Selector {
  readonly label: string
  readonly operator: string
  readonly value: string
}

interface Panel {
  readonly id: number
  readonly type: string
  readonly title: string
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
  readonly targets?: readonly { readonly expr: string; readonly legendFormat: string }[]
}

/** Prometheus itself adds these to everything that it scrapes. */
const ofTargets = ['instance', 'job', 'le']
/** PromQL's own words that look like names of metrics or labels. */
const words = new Set(
  'sum min max avg by without rate increase time histogram_quantile and or unless on ignoring group_left'.split(' '),
)

/** The panels of a Grafana dashboard, and what they ask for. */
export function dashboard(text: string): { readonly panels: readonly Panel[]; readonly expressions: Expression[] } {
  const { panels } = JSON.parse(text) as { readonly panels: readonly Panel[] }
  const expressions = panels.flatMap(({ title, targets = [] }) =>
    targets.map(({ expr, legendFormat }) => {
      const named = [...legendFormat.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, label]) => label!)
      return read(title, expr, named)
    }),
  )
  return { panels, expressions }
}

/** What the alerts of a rules file ask for. */
export function rules(document: unknown): Expression[] {
  const { groups } = document as {
    readonly groups: readonly {
      readonly rules: readonly { alert: string; expr: string; annotations: Readonly<Record<string, string>> }[]
    }[]
  }
  return groups.flatMap((group) =>
    group.rules.map(({ alert, expr, annotations }) => {
      const named = [
        ...Object.values(annotations)
          .join()
          .matchAll(/\$labels\.(\w+)/g),
      ].map(([, label]) => label!)
      return read(alert, expr, named)
    }),
  )
}

/** Each thing that is asked for and that these families have not, as a sentence. */
export function offending(
  expressions: readonly Expression[],
  families: ReadonlyMap<string, Family>,
  besides: readonly string[] = [],
): string[] {
  return expressions.flatMap(({ where, metrics, labels }) => {
    const known = new Set(ofTargets)
    const found: string[] = metrics.length === 0 ? [`${where}: no metric`] : []
    for (const { name, family, selectors } of metrics) {
      if (besides.includes(name)) continue
      const samples = (families.get(family)?.samples ?? []).filter((sample) => sample.name === name)
      if (samples.length === 0) found.push(`${where}: no metric ${name}`)
      for (const sample of samples) for (const label of Object.keys(sample.labels)) known.add(label)
      for (const { label, operator, value } of selectors) {
        if (ofTargets.includes(label)) continue
        const values = samples.map((sample) => sample.labels[label])
        const matches = (each = '') => (operator === '=' ? each === value : new RegExp(`^(?:${value})$`).test(each))
        if (!values.some(matches)) found.push(`${where}: no ${name} with ${label}${operator}"${value}"`)
      }
    }
    return [...found, ...labels.filter((label) => !known.has(label)).map((label) => `${where}: no label ${label}`)]
  })
}

function read(where: string, expr: string, named: readonly string[]): Expression {
  const grouped = [...expr.matchAll(/\b(?:by|without|on|ignoring)\s*\(([^)]*)\)/g)].flatMap(([, list]) =>
    list!.split(',').map((label) => label.trim()),
  )
  const bare = expr.replace(/\b(?:by|without|on|ignoring)\s*\([^)]*\)/g, ' ').replace(/\[[^\]]*\]/g, ' ')
  const metrics = [...bare.matchAll(/(?<![\w"$])([a-z]\w*)(?:\{([^}]*)\})?/g)]
    .filter(([, name]) => !words.has(name!))
    .map(([, name, inside = '']) => ({
      name: name!,
      family: name!.replace(/(?<=_seconds)_(bucket|sum|count)$/, ''),
      selectors: [...inside.matchAll(/(\w+)\s*(=~|!=|=)\s*"([^"]*)"/g)].map(([, label, operator, value]) => ({
        label: label!,
        operator: operator!,
        value: value!,
      })),
    }))
  return { where, metrics, labels: [...grouped.filter((label) => label !== ''), ...named] }
}
