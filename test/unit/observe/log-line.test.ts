import { describe, expect, test } from 'vitest'
import { PlasmError } from '../../../daemon/src/errors.ts'
import { leadsToJournal } from '../../../daemon/src/observe/journal.ts'
import { textOf } from '../../../daemon/src/observe/log-line.ts'
import { countedLogger, createLogger, type LogStyle } from '../../../daemon/src/observe/logger.ts'

describe('a line for people', () => {
  test('has the message first, then its fields, plain words as they are', () => {
    const fields = { job: '01932d4e-8f3a-7c52-9d1e-3b5a7c9e1f20', wallTimeMs: 3, cached: false, fuel: null }
    expect(textOf(fields, 'job settled')).toBe(
      'job settled job=01932d4e-8f3a-7c52-9d1e-3b5a7c9e1f20 wallTimeMs=3 cached=false fuel=null',
    )
  })

  test('quotes what is no plain word, joins lists, shows objects as JSON, and leaves out what is not there', () => {
    const fields = { a: 'two words', b: '', c: 'x=y', d: 'say "hi"', e: ['one', 'two'], f: ['a,b', 'c'], g: { h: 1 } }
    expect(textOf({ ...fields, i: undefined }, 'm')).toBe(
      'm a="two words" b="" c="x=y" d="say \\"hi\\"" e=one,two f="[\\"a,b\\",\\"c\\"]" g="{\\"h\\":1}"',
    )
  })

  test.each([
    ['a line feed', 'a\nb', 'a\\nb'],
    ['a carriage return', 'a\rb', 'a\\rb'],
    ['a NUL', 'a\0b', 'a\\u0000b'],
    ['an escape sequence', '\u001b[31mred', '\\u001b[31mred'],
    ['DEL', 'a\u007fb', 'a\\u007fb'],
    ['C1 controls', 'a\u0085\u009bb', 'a\\u0085\\u009bb'],
    ['a separator of lines', 'a\u2028b', 'a\\u2028b'],
    ['an override of direction', 'a\u202eb', 'a\\u202eb'],
    ['a lone surrogate', 'a\ud800b', 'a\\ud800b'],
  ])('stays one line, and moves no cursor, with %s in it', (_, value, shown) => {
    expect(textOf({ value }, 'm')).toBe(`m value="${shown}"`)
    expect(textOf({}, `m${value}`)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202e]/u)
    expect(textOf({ err: new PlasmError('INTERNAL', value) }, 'm')).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202e]/u)
  })

  test('cannot pretend to be another event: what begins with a priority stands in quotes', () => {
    expect(textOf({ detail: '\n<0>all is lost' }, 'm')).toBe('m detail="\\n<0>all is lost"')
  })

  test('tells of an error its code, its message and its causes; where it was, only of one that nobody foresaw', () => {
    const cause = new PlasmError('STORE_FULL', 'no room')
    expect(textOf({ err: new PlasmError('INTERNAL', 'it failed', { cause }) }, 'm')).toBe(
      'm err="INTERNAL: it failed; because STORE_FULL: no room"',
    )
    expect(textOf({ err: new TypeError('x is not y') }, 'm')).toMatch(/^m err="TypeError: x is not y \(at .+\)"$/)
  })

  test('is never longer than the journal takes in one entry', () => {
    const long = '€'.repeat(100_000)
    expect(Buffer.byteLength(textOf({ long }, 'm'))).toBeLessThan(5_000)
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`f${index}`, 'x'.repeat(9_000)]))
    expect(Buffer.byteLength(textOf(many, 'm'))).toBeLessThanOrEqual(32_768)
  })
})

function linesOf(style: LogStyle, level: 'debug' | 'warn' = 'debug'): string[] {
  const lines: string[] = []
  const log = createLogger(level, { write: (line) => void lines.push(line) }, style)
  for (const each of ['error', 'warn', 'info', 'debug'] as const) log[each]({ n: 1 }, 'x y')
  return lines
}

describe('a logger for the journal', () => {
  test('begins each line with the priority of its level', () => {
    expect(linesOf({ format: 'text', journal: true })).toEqual([
      '<3>x y n=1\n',
      '<4>x y n=1\n',
      '<6>x y n=1\n',
      '<7>x y n=1\n',
    ])
  })

  test('does so with JSON, too', () => {
    const lines = linesOf({ format: 'json', journal: true })
    expect(lines.map((line) => line.slice(0, 3))).toEqual(['<3>', '<4>', '<6>', '<7>'])
    expect(JSON.parse(lines[0]!.slice(3))).toMatchObject({ level: 'error', n: 1, msg: 'x y' })
  })
})

describe('a logger for people elsewhere', () => {
  test('says the time and the level', () => {
    const [error, warn] = linesOf({ format: 'text', journal: false }, 'warn') as [string, string]
    expect(error).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z error x y n=1\n$/)
    expect(warn).toMatch(/Z warn {2}x y n=1\n$/)
  })

  test('writes what its level lets through, and another from when it is set', () => {
    const lines: string[] = []
    const log = createLogger('warn', { write: (line) => void lines.push(line) }, { format: 'text', journal: true })
    log.info({}, 'before')
    log.level = 'info'
    log.info({}, 'after')
    log.level = 'silent'
    log.error({}, 'never')
    expect(lines).toEqual(['<6>after\n'])
  })
})

test('lines are counted by level, those that are not written, too', () => {
  const counts: string[] = []
  const lines: string[] = []
  const inner = createLogger('error', { write: (line) => void lines.push(line) })
  const log = countedLogger(inner, (level) => void counts.push(level))
  log.error({}, 'a')
  log.debug({}, 'b')
  expect([counts, lines.length]).toEqual([['error', 'debug'], 1])
})

describe('standard error leads to the journal', () => {
  const stat = () => ({ dev: 8n, ino: 9_007_199_254_740_993n })

  test('where JOURNAL_STREAM names what it is', () => {
    expect(leadsToJournal({ JOURNAL_STREAM: '8:9007199254740993' }, stat)).toBe(true)
  })

  test.each([
    ['nobody says so', {}],
    ['it is redirected elsewhere', { JOURNAL_STREAM: '8:9007199254740992' }],
    ['what is said is nothing', { JOURNAL_STREAM: '' }],
  ])('not where %s', (_, env) => {
    expect(leadsToJournal(env, stat)).toBe(false)
  })

  test('not where it is closed', () => {
    const closed = () => {
      throw new Error('EBADF')
    }
    expect(leadsToJournal({ JOURNAL_STREAM: '8:9' }, closed)).toBe(false)
  })

  test('is looked up in the process itself', () => {
    expect(leadsToJournal({ JOURNAL_STREAM: '1:1' })).toBe(false)
  })
})
