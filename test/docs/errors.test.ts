import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { errorCodes } from '../../daemon/src/errors.ts'

const document = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'errors.md'), 'utf8')
const explained = [...document.matchAll(/^### `?([A-Z_]+)`?$/gm)].map((match) => match[1])

test('every error code is explained in docs/errors.md', () => {
  expect(errorCodes.filter((code) => !explained.includes(code))).toEqual([])
})

test('docs/errors.md explains no code that does not exist', () => {
  expect(explained.filter((code) => !(errorCodes as readonly string[]).includes(code ?? ''))).toEqual([])
})
