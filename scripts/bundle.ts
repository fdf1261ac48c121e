/** The daemon and its commands as an installed plasm has them: few files beside each other, and no node_modules. */
import { copyFile, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { bundleChild } from '../daemon/src/sandbox/child-bundle.ts'
import { root } from './steps.ts'

/** What the bundle loads its QUIC transport from, beside its main file. */
const quicAddon = 'libp2p-quic.node'

/** Writes plasm.mjs with its chunks, the sandbox's child and the QUIC addon into `directory`. `version` is what it says of itself. */
export async function bundle(directory: string, version: string): Promise<void> {
  await Promise.all([
    bundleMain(directory, version),
    bundleChild(join(root, 'daemon', 'src', 'sandbox'), join(directory, 'child.cjs')),
    copyFile(quicAddonOfThisMachine(), join(directory, quicAddon)),
  ])
}

async function bundleMain(directory: string, version: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: { plasm: 'daemon/src/main.ts' },
    outdir: directory,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // What only the daemon needs is a file of its own, which the other commands leave alone.
    splitting: true,
    chunkNames: 'chunk-[hash]',
    platform: 'node',
    format: 'esm',
    target: 'node26',
    // Names stay: a fault in the field is to name its function.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    logLevel: 'warning',
    // Only a checkout bundles its sandbox's child; the addon is found at run time.
    external: ['esbuild', `./${quicAddon}`],
    banner: {
      js: "import{createRequire as plasmRequire}from'node:module';const require=plasmRequire(import.meta.url);",
    },
    plugins: [ownVersion(version), ownAddon],
  })
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
