import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { maximumDescriptors } from '../../daemon/src/runtime/host/descriptors.ts'
import { errno } from '../../daemon/src/runtime/host/errno.ts'
import { maximumEntries, maximumEntryPathBytes, maximumListBytes } from '../../daemon/src/runtime/host/file-system.ts'
import { maximumLinksFollowed, maximumPathBytes } from '../../daemon/src/runtime/host/path-walk.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/wasi.md'), 'utf8')

test('docs/wasi.md explains every error number that the host answers, and no other', () => {
  const explained = [...page.matchAll(/^\| `(\w+)` (\d+) \|/gm)].map(([, name, number]) => [name, Number(number)])
  expect(explained).toEqual(Object.entries(errno).filter(([name]) => name !== 'success'))
})

test('docs/wasi.md gives the limit on what is collected', () => {
  expect(page).toMatch(new RegExp(`^\\| bytes of the paths of what is collected[^|]*\\| ${maximumListBytes} \\|`, 'm'))
})

test.each([
  ['names below `/out`', maximumEntries, 'nospc'],
  ['open descriptors', maximumDescriptors, 'mfile'],
  ['bytes of a path', maximumPathBytes, 'nametoolong'],
  ['bytes of the absolute path', maximumEntryPathBytes, 'nametoolong'],
  ['symbolic links', maximumLinksFollowed, 'loop'],
])('docs/wasi.md gives the limit on %s', (what, limit, number) => {
  expect(page).toMatch(new RegExp(`^\\| ${what}[^|]*\\| ${limit} \\| \`${number}\` \\|$`, 'm'))
})
