import { expect, test } from 'vitest'
import { isCompatible } from '../../../scripts/licences.ts'

test.each([
  ['MIT', true],
  ['GPL-3.0', false],
  ['MIT OR GPL-3.0', true],
  ['(MIT OR GPL-3.0)', true],
  ['GPL-3.0 OR (ISC AND 0BSD)', true],
  ['Apache-2.0 AND MIT', true],
  ['MIT AND GPL-3.0', false],
  ['GPL-3.0 AND MIT OR ISC', true],
])('the licence expression %s is compatible: %s', (expression, compatible) => {
  expect(isCompatible(expression)).toBe(compatible)
})

test.each([
  '(MIT OR X) AND GPL-3.0',
  'GPL-3.0 AND (MIT OR X)',
  'MIT AND GPL-3.0 OR X',
  '((MIT OR X) AND (GPL-3.0 OR X))',
])('an alternative in one part of %s does not excuse the other part', (expression) => {
  expect(isCompatible(expression)).toBe(false)
})

test.each([
  '',
  'MIT WITH X-exception',
  'MIT OR',
  'MIT MIT',
  '(MIT',
  'MIT)',
  '()',
  'SEE LICENSE IN LICENSE',
  'none stated',
])('what is no expression of known licences is not compatible: "%s"', (expression) => {
  expect(isCompatible(expression)).toBe(false)
})
