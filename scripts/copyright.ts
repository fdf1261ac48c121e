/** What the package says of the rights in what it brings: debian/copyright, and the texts of all bundled licences. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { isCompatible, licenceOf } from './licences.ts'

/** An npm package whose code is in the bundle. */
export interface BundledPackage {
  readonly name: string
  readonly version: string
  readonly licence: string
  /** Its licence's text, as it comes with the package; absent where it brings none. */
  readonly text?: string
}

/** The packages of these directories, by name. Throws where one's licence does not go with plasm's. */
export function bundledPackages(directories: readonly string[], root: string): readonly BundledPackage[] {
  const packages = directories.map((directory) => {
    const { name, version } = JSON.parse(readFileSync(join(root, directory, 'package.json'), 'utf8')) as BundledPackage
    const licence = licenceOf(join(root, directory))
    if (!isCompatible(licence)) throw new Error(`${relative(root, directory)}: ${licence} does not go with Apache-2.0`)
    const text = licenceText(join(root, directory))
    return { name, version, licence, ...(text === undefined ? {} : { text }) }
  })
  return packages.sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1))
}

/** debian/copyright in the machine-readable form, version 1.0. */
export function debianCopyright(packages: readonly BundledPackage[]): string {
  const list = packages.map(({ name, version, licence }) => `  ${name} ${version}: ${licence}`).join('\n')
  return `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: plasm

Files: *
Copyright: 2026 The plasm authors
License: Apache-2.0

Files: usr/lib/plasm/node
Copyright: Node.js contributors, and those of the libraries in it
License: Node
Comment: The binary of the npm package node.

Files: usr/lib/plasm/libp2p-quic.node
Copyright: ChainSafe Systems, and those of the libraries in it
License: MIT-and-others
Comment: The binary of the npm package @chainsafe/libp2p-quic.

Files: usr/lib/plasm/plasm.code usr/lib/plasm/child.cjs.code
Copyright: 2026 The plasm authors, and those of the npm packages in it
License: Apache-2.0 and npm
Comment: Bundled npm packages and their licences:
${list}

License: Apache-2.0
 On Debian systems the full text of the Apache License, version 2.0, is in
 /usr/share/common-licenses/Apache-2.0.

License: Node
 /usr/share/doc/plasm/licences/ has the full text of Node's licence and of
 those of the libraries in it, in the file whose name begins with "node".

License: MIT-and-others
 /usr/share/doc/plasm/licences/ has the full texts, in the file whose name
 begins with "libp2p-quic".

License: npm
 /usr/share/doc/plasm/licences/npm.txt has the full texts.
`
}

/** Every licence's text, once, under the packages that come with it. */
export function licenceTexts(packages: readonly BundledPackage[]): string {
  const byText = Map.groupBy(
    packages,
    ({ text, licence }) => text ?? `${licence}\n(No text comes with these packages.)`,
  )
  return [...byText]
    .map(([text, under]) => `${under.map(({ name, version }) => `${name} ${version}`).join('\n')}\n\n${text.trim()}\n`)
    .join(`\n${'-'.repeat(78)}\n\n`)
}

function licenceText(directory: string): string | undefined {
  const files = existsSync(directory) ? readdirSync(directory).sort() : []
  const texts = files
    .filter((name) => /^(licen[cs]e|copying|notice)/i.test(name))
    .map((name) => readFileSync(join(directory, name), 'utf8').replaceAll('\r\n', '\n'))
  return texts.length === 0 ? undefined : texts.join('\n\n')
}
