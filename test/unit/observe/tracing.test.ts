import { describe, expect, test } from 'vitest'
import { parseTraceParent } from '../../../daemon/src/observe/traceparent.ts'
import { openTracing, untraced } from '../../../daemon/src/observe/tracing.ts'
import { WatchedExporter } from '../../../daemon/src/observe/watched-exporter.ts'
import { importsOf, sourceFiles } from '../../architecture/imports.ts'

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
const spanId = '00f067aa0ba902b7'

describe('a traceparent', () => {
  test('is read as W3C Trace Context has it', () => {
    expect(parseTraceParent(`00-${traceId}-${spanId}-01`)).toEqual({ traceId, spanId, sampled: true })
    expect(parseTraceParent(`00-${traceId}-${spanId}-00`)).toMatchObject({ sampled: false })
  })

  test('of a later version is read as far as it is known', () => {
    expect(parseTraceParent(`cc-${traceId}-${spanId}-09-what-the-future-holds`)).toMatchObject({ sampled: true })
  })

  test.each([
    ['there is none', undefined],
    ['it came twice', [`00-${traceId}-${spanId}-01`]],
    ['its version is none', `ff-${traceId}-${spanId}-01`],
    ['the first version goes on', `00-${traceId}-${spanId}-01-more`],
    ['it has capitals', `00-${traceId.toUpperCase()}-${spanId}-01`],
    ['its trace is zero', `00-${'0'.repeat(32)}-${spanId}-01`],
    ['its span is zero', `00-${traceId}-${'0'.repeat(16)}-01`],
    ['it is too short', `00-${traceId.slice(1)}-${spanId}-01`],
    ['it is endless', `cc-${traceId}-${spanId}-01-${'x'.repeat(1000)}`],
  ])('counts as none where %s', (_, header) => {
    expect(parseTraceParent(header)).toBeUndefined()
  })
})

describe('tracing', () => {
  test('is off where nobody asked for it', async () => {
    expect(await openTracing(undefined)).toBe(untraced)
    expect(untraced.startRequest({ method: 'GET', route: '/', requestId: 'x', traceparent: undefined })).toBeUndefined()
    await untraced.stop()
  })

  test('loads its library only where it is on: two files import it, and they are imported when they are needed', () => {
    const imports = sourceFiles().flatMap(importsOf)
    const uses = imports.filter(({ to, typeOnly }) => to.startsWith('@opentelemetry/') && !typeOnly)
    expect(new Set(uses.map(({ from }) => from))).toEqual(new Set(['observe/otlp-tracing.ts']))
    const users = imports.filter(({ to, typeOnly }) => to === 'observe/otlp-tracing.ts' && !typeOnly)
    expect(users.map(({ from }) => from)).toEqual(['observe/tracing.ts'])
  })
})

describe('an exporter that fails', () => {
  test('says so at once and then once a minute, with what was lost meanwhile, and without secrets', () => {
    let now = 0
    const lines: [object, string][] = []
    const counts: string[] = []
    const results = { fails: true }
    const inner = {
      export: (_: unknown, done: (result: { code: 0 | 1; error?: Error }) => void) =>
        done(results.fails ? { code: 1, error: new Error('connection refused') } : { code: 0 }),
      shutdown: async () => undefined,
    }
    const exporter = new WatchedExporter(inner, {
      endpoint: 'https://collector.example/v1/traces?key=secret',
      clock: { now: () => now, monotonic: () => now },
      log: { error() {}, warn: (fields, message) => void lines.push([fields, message]), info() {}, debug() {} },
      onSpans: (how, count) => void counts.push(`${how} ${count}`),
    })
    const send = (count: number, at: number) => {
      now = at
      exporter.export(Array.from({ length: count }) as never, () => undefined)
    }
    send(3, 0)
    send(5, 30_000)
    send(7, 59_999)
    send(11, 60_000)
    results.fails = false
    send(2, 60_001)
    const endpoint = 'https://collector.example/v1/traces'
    const reason = 'connection refused'
    expect(lines).toEqual([
      [{ endpoint, spans: 3, reason }, 'traces were not sent'],
      [{ endpoint, spans: 23, reason }, 'traces were not sent'],
    ])
    expect(counts).toEqual(['lost 3', 'lost 5', 'lost 7', 'lost 11', 'sent 2'])
  })
})
