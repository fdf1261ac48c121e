import { join } from 'node:path'
import { bundleChild } from '../daemon/src/sandbox/child-bundle.ts'

/** Bundles the sandbox's child into build/child.cjs and .code, for packages: installed beside the daemon's main file. */
const root = join(import.meta.dirname, '..')
const file = process.argv[2] ?? join(root, 'build', 'child.cjs')
await bundleChild(join(root, 'daemon', 'src', 'sandbox'), file)
console.log(`sandbox child: ${file}`)
