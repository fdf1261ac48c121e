import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Violation } from '../../../daemon/src/errors.ts'
import { validateOutcome, validateReceipt, validateSettlement } from '../../../daemon/src/generated/validators.js'
import { sentence, valueText, violationsOf } from '../../../daemon/src/json/violations.ts'
import { checkManifest } from '../../../daemon/src/manifest/manifest.ts'

const digest = `sha256:${'0'.repeat(64)}`

function violations(task: object, request: object = {}): readonly Violation[] {
  try {
    checkManifest({ plasm: 1, task: { module: digest, ...task }, request })
  } catch (error) {
    return (error as { violations: readonly Violation[] }).violations
  }
  return []
}

describe('violations', () => {
  test.each([
    [{ limits: { fuel: -1 } }, '/task/limits/fuel must be an integer from 1 to 9007199254740991, not -1'],
    [{ limits: { fuel: 'x' } }, '/task/limits/fuel must be an integer from 1 to 9007199254740991, not "x"'],
    [
      { limits: { memoryBytes: 1e12 } },
      '/task/limits/memoryBytes must be an integer from 65536 to 2147483648, not 1000000000000',
    ],
    [{ module: 'x' }, '/task/module must be a digest: sha256: and 64 hex digits in lower case, not "x"'],
    [{ args: ['\0'] }, '/task/args/0 must be a string of at most 65536 characters without NUL, not "\\u0000"'],
    [{ clock: 'x' }, '/task/clock must be one of "virtual", "real", not "x"'],
    [{ semantics: 2 }, '/task/semantics must be 1, not 2'],
    [{ extra: 1 }, '/task/extra must be absent: the key is not known here, not 1'],
    [{ files: [{ path: '/in/a' }] }, '/task/files/0/digest must be present'],
    [{ files: [{ path: '/etc/a', digest }] }, '/task/files/0/path must be below /in, not "/etc/a"'],
    [{ outputs: ['/out', '/out/a'] }, '/task/outputs/1 must not be inside "/out", which is listed too, not "/out/a"'],
    [{ env: { A: 1 } }, '/task/env/A must be a string of at most 65536 characters without NUL, not 1'],
    [
      { env: { '1': 'a' } },
      '/task/env/1 must have another name: a string of at most 256 characters of letters, digits and "_" that does not begin with a digit',
    ],
  ])('tell place, rule and value: %j', (task, told) => {
    expect(violations(task).map(sentence)).toEqual([told])
  })

  test('tell every broken rule at once, those of the schema and those beyond it', () => {
    const told = violations(
      { module: 'x', limits: { fuel: 0 }, files: [{ path: '/x', digest }] },
      { wallTimeMs: 0, placement: { replicas: 2, quorum: 3 } },
    )
    expect(told.map(({ pointer }) => pointer)).toEqual([
      '/task/module',
      '/task/limits/fuel',
      '/request/wallTimeMs',
      '/task/files/0/path',
      '/request/placement/quorum',
    ])
  })

  test('cut a value at 80 characters', () => {
    const [violation] = violations({ clock: 'ä'.repeat(500) })
    expect(violation!.value).toBe(`"${'ä'.repeat(78)}…`)
  })

  test('tell of a value what its JSON begins with, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3, stringUnit: 'grapheme' }), (value) => {
        const characters = [...JSON.stringify(value).slice(0, 200)]
        const expected = characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : characters.join('')
        expect(valueText(value)).toBe(expected)
      }),
    )
    expect(valueText(Array(1000).fill('x'.repeat(50)))).toBe(`["${'x'.repeat(50)}","${'x'.repeat(24)}…`)
  })

  test('escape slashes and tildes in a pointer', () => {
    expect(violations({ 'a/b~c': 1 })[0]!.pointer).toBe('/task/a~1b~0c')
  })

  test('name a kind that does not exist and the kinds that do', () => {
    validateOutcome({ kind: 'completed' })
    expect(violationsOf(validateOutcome.errors!)).toEqual([
      {
        pointer: '/kind',
        value: '"completed"',
        rule: 'must be one of "exited", "trapped", "exceeded", "rejected", "cancelled", "failed"',
      },
    ])
    validateOutcome({})
    expect(violationsOf(validateOutcome.errors!)).toEqual([{ pointer: '/kind', rule: 'must be present' }])
  })

  test('tell a choice that fits nowhere once, without what each branch misses', () => {
    validateSettlement({ kind: 'x' })
    expect(violationsOf(validateSettlement.errors!)).toEqual([
      { pointer: '', value: '{"kind":"x"}', rule: 'must have one of the forms that are allowed here' },
    ])
  })

  test('stop at a hundred: a document of wrong items costs no multiple of its size', () => {
    const told = violations({ args: Array.from({ length: 500_000 }, () => 1) })
    expect(told[0]!.rule).toBe('must be an array of at most 1024 items')
    expect(told.length).toBe(100)
    validateReceipt({
      _type: 'x',
      subject: Array.from({ length: 500_000 }, () => ({})),
      predicateType: 'x',
      predicate: {},
    })
    expect(validateReceipt.errors!.length).toBeLessThan(200)
  })
})
