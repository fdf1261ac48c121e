/** One metric of an exposition, with its samples. */
export interface Family {
  readonly name: string
  readonly help: string
  readonly type: string
  readonly samples: readonly Sample[]
}

export interface Sample {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

const nameForm = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/
const sampleForm = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)$/
const labelForm = /^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(?:,|$)/

/**
 * Reads the Prometheus text format (0.0.4) as strictly as `promtool check metrics`: help and type before the samples of a
 * family, one family in one place, no series twice, cumulative buckets that end in +Inf and agree with the count. Throws
 * with the line that breaks a rule.
 */
export function parsePrometheus(text: string): ReadonlyMap<string, Family> {
  if (!text.endsWith('\n')) throw new Error('the text does not end with a line feed')
  const families = new Map<string, Family & { samples: Sample[] }>()
  const seen = new Set<string>()
  let current: (Family & { samples: Sample[] }) | undefined
  let help: readonly [string, string] | undefined
  for (const line of text.split('\n').slice(0, -1)) {
    if (line === '') continue
    const fail = (why: string): never => {
      throw new Error(`${why}: ${line}`)
    }
    const [, comment, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.*)$/.exec(line) ?? []
    if (comment === 'HELP') {
      if (!nameForm.test(name) || rest === '') fail('no help')
      help = [name, rest]
    } else if (comment === 'TYPE') {
      if (help?.[0] !== name) fail('a type without its help')
      if (!['counter', 'gauge', 'histogram', 'summary'].includes(rest)) fail('no type')
      if (families.has(name)) fail('a family twice')
      current = { name, help: help?.[1] ?? '', type: rest, samples: [] }
      families.set(name, current)
    } else if (line.startsWith('#')) fail('a comment of another kind')
    else {
      const sample = sampleOf(line) ?? fail('no sample')
      const key = `${sample.name} ${JSON.stringify(Object.entries(sample.labels).sort())}`
      if (seen.has(key)) fail('a series twice')
      seen.add(key)
      const base = current?.type === 'histogram' ? sample.name.replace(/_(bucket|sum|count)$/, '') : sample.name
      if (current === undefined || base !== current.name) fail('a sample outside of its family')
      current!.samples.push(sample)
    }
  }
  for (const family of families.values()) if (family.type === 'histogram') checkBuckets(family)
  return families
}

function sampleOf(line: string): Sample | undefined {
  const [, name, inside = '', value] = sampleForm.exec(line) ?? []
  if (name === undefined || value === undefined) return undefined
  const number =
    value === '+Inf' ? Number.POSITIVE_INFINITY : value === 'Nan' || value === 'NaN' ? Number.NaN : Number(value)
  if (Number.isNaN(number) && !/^nan$/i.test(value)) return undefined
  const labels: Record<string, string> = {}
  for (let rest = inside; rest !== ''; ) {
    const [whole, label, text] = labelForm.exec(rest) ?? []
    if (whole === undefined || label === undefined || label in labels) return undefined
    labels[label] = text ?? ''
    rest = rest.slice(whole.length)
  }
  return { name, labels, value: number }
}

function checkBuckets({ name, samples }: Family): void {
  const without = ({ le: _, ...labels }: Record<string, string>) => JSON.stringify(Object.entries(labels).sort())
  const series = Map.groupBy(samples, ({ labels }) => without(labels))
  for (const [labels, all] of series) {
    const buckets = all.filter((sample) => sample.name === `${name}_bucket`)
    const bounds = buckets.map((bucket) => Number(bucket.labels.le?.replace('+Inf', 'Infinity')))
    const count = all.find((sample) => sample.name === `${name}_count`)?.value
    const rises = (numbers: readonly number[]) => numbers.every((each, at) => at === 0 || each >= numbers[at - 1]!)
    if (!rises(bounds) || !rises(buckets.map(({ value }) => value))) throw new Error(`${name} ${labels}: buckets fall`)
    if (bounds.at(-1) !== Number.POSITIVE_INFINITY || buckets.at(-1)?.value !== count)
      throw new Error(`${name} ${labels}: the last bucket is not the count`)
    if (!all.some((sample) => sample.name === `${name}_sum`)) throw new Error(`${name} ${labels}: no sum`)
  }
}
