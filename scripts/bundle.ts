/** The daemon and its commands as an installed plasm has them: few files beside each other, and no node_modules. */
import { createHash } from 'node:crypto'
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import { bundleChild } from '../daemon/src/sandbox/child-bundle.ts'
import { root } from './steps.ts'

/** What the bundle loads its QUIC transport from, beside its main file. */
const quicAddon = 'libp2p-quic.node'

/**
 * Writes plasm.mjs with its code, the sandbox's child and the QUIC addon into `directory`; `version` is what it says of
 * itself. Resolves with the directories of the npm packages that are in it, as the root sees them.
 */
export async function bundle(directory: string, version: string): Promise<readonly string[]> {
  const [packages] = await Promise.all([
    bundleMain(directory, version),
    bundleChild(join(root, 'daemon', 'src', 'sandbox'), join(directory, 'child.cjs')),
    copyFile(quicAddonOfThisMachine(), join(directory, quicAddon)),
  ])
  return packages
}

/** All code but the main file's is one expression, most of which is run only where it is asked for (daemon/src/installed.ts). */
async function bundleMain(directory: string, version: string): Promise<readonly string[]> {
  const options = {
    absWorkingDir: root,
    write: false,
    bundle: true,
    // Where node_modules is a link, the names of modules in it are those of any other checkout.
    preserveSymlinks: true,
    platform: 'node',
    target: 'node26',
    // Names stay: a fault in the field is to name its function.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    logLevel: 'warning',
    logOverride: { 'empty-import-meta': 'error' },
  } as const satisfies BuildOptions
  const code = await build({
    ...options,
    metafile: true,
    entryPoints: ['daemon/src/cli/run-process.ts'],
    format: 'cjs',
    // Within the expression nobody answers an `import()`: of what is not bundled it is a `require`.
    supported: { 'dynamic-import': false },
    define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
    // Only a checkout bundles its sandbox's child; the addon is found at run time.
    external: ['esbuild', `./${quicAddon}`],
    plugins: [ownVersion(version), ownAddon],
  })
  const expression = `(function(require,module,__dirname,__filename){${code.outputFiles[0]!.text}\n})`
  const name = createHash('sha256').update(expression).digest('hex').slice(0, 16)
  const main = await build({
    ...options,
    entryPoints: ['daemon/src/installed.ts'],
    format: 'esm',
    define: { plasmBuild: JSON.stringify(name) },
  })
  await writeFile(join(directory, 'plasm.code'), expression)
  await writeFile(join(directory, 'plasm.mjs'), main.outputFiles[0]!.text)
  const paths = Object.keys(code.metafile.inputs).map((path) => /^.*node_modules\/(@[^/]*\/)?[^/]*/.exec(path)?.[0])
  return [...new Set(paths)].filter((path) => path !== undefined)
}

/** package.json as the bundle sees it: nothing of it is read but the version. */
const ownVersion = (version: string): Plugin => ({
  name: 'own-version',
  setup({ onLoad }) {
    onLoad({ filter: /\/package\.json$/ }, ({ path }) =>
      path === join(root, 'package.json') ? { contents: JSON.stringify({ version }), loader: 'json' } : undefined,
    )
  },
})

/** The transport asks node_modules for the addon of whatever platform it runs on; here it is a file whose name is known. */
const ownAddon: Plugin = {
  name: 'own-addon',
  setup({ onLoad }) {
    onLoad({ filter: /libp2p-quic\/dist\/src\/napi\.js$/ }, async ({ path }) => {
      const exported = [...(await readFile(path, 'utf8')).matchAll(/^export \{ (\w+) \};$/gm)].map(([, name]) => name)
      if (exported.length === 0) throw new Error(`${path} exports nothing as it used to: mend scripts/bundle.ts`)
      return { contents: `export const { ${exported.join(', ')} } = require('./${quicAddon}')`, loader: 'js' }
    })
  },
}

function quicAddonOfThisMachine(): string {
  return createRequire(join(root, 'package.json')).resolve(
    `@chainsafe/libp2p-quic-${process.platform}-${process.arch}-gnu`,
  )
}
