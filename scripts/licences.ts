/** Fails where an installed npm package has a licence that does not go with Apache-2.0. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** Permissive licences; MPL-2.0 is file-level copyleft, used unchanged. */
const compatible = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'PSF-2.0',
  'Python-2.0',
  'Unlicense',
])

interface Manifest {
  readonly license?: string | { readonly type: string }
  readonly licenses?: readonly { readonly type: string }[]
}

/**
 * Whether an SPDX licence expression can be met with compatible licences alone: of `OR` one side must do, of `AND` both;
 * AND binds tighter, parentheses bind tightest (SPDX specification, annex "SPDX license expressions"). What is not such an
 * expression, or has an exception (`WITH`), is not known to go.
 */
export function isCompatible(expression: string): boolean {
  const words = expression.match(/[()]|[^\s()]+/g) ?? []
  let at = 0
  const verdict = either()
  return verdict && at === words.length

  function either(): boolean {
    let good = both()
    while (words[at] === 'OR') {
      at++
      good = both() || good
    }
    return good
  }

  function both(): boolean {
    let good = one()
    while (words[at] === 'AND') {
      at++
      good = one() && good
    }
    return good
  }

  function one(): boolean {
    const word = words[at++]
    if (word !== '(') return word !== undefined && compatible.has(word)
    const good = either()
    return words[at++] === ')' && good
  }
}

export function licenceOf(directory: string): string {
  const manifest = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as Manifest
  const stated = manifest.license ?? manifest.licenses?.map(({ type }) => type).join(' OR ')
  return (typeof stated === 'string' ? stated : stated?.type) ?? 'none stated'
}

if (import.meta.main) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, unknown>
  }
  const offending: string[] = []
  let seen = 0
  for (const path of Object.keys(lock.packages)) {
    const directory = join(root, path)
    if (path === '' || !existsSync(join(directory, 'package.json'))) continue // optional: for another platform
    seen++
    const licence = licenceOf(directory)
    if (!isCompatible(licence)) offending.push(`${path}: ${licence}`)
  }
  if (offending.length > 0) {
    console.error(`licences: not known to go with Apache-2.0:\n  ${offending.join('\n  ')}`)
    process.exit(1)
  }
  console.log(`licences: ${seen} packages, all compatible with Apache-2.0`)
}
