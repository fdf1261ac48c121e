import { join } from 'node:path'
import { bundleChild } from '../daemon/src/sandbox/child-bundle.ts'

/** Bundles the sandbox's child into build/child.mjs, for packages: it is installed beside the daemon's main file. */
const root = join(import.meta.dirname, '..')
const file = process.argv[2] ?? join(root, 'build', 'child.mjs')
await bundleChild(join(root, 'daemon', 'src', 'sandbox', 'child-main.ts'), file)
console.log(`sandbox child: ${file}`)
