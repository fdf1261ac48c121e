import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { cacheDirectory } from './config/directories.ts'
import { KeptCode } from './kept-code.ts'

/** What names the code beside this file: scripts/bundle.ts puts it in. */
declare const plasmBuild: string

/**
 * The main file of an installed plasm: all other code is in plasm.code, as a function of what modules have. What V8 makes
 * of it is half of a start, and kept from one to the next; for the daemon by itself, which needs more of it than commands.
 */
const kept = new KeptCode({
  code: join(import.meta.dirname, 'plasm.code'),
  directory: join(cacheDirectory({ env: process.env, home: homedir() }), 'code'),
  build: plasmBuild,
  use: process.argv[2] === 'daemon' ? 'daemon' : 'commands',
})
const module: { exports: { runProcess?(): Promise<number> } } = { exports: {} }
kept.load()(createRequire(import.meta.url), module, import.meta.dirname, import.meta.filename)
const code = (await module.exports.runProcess?.()) ?? 1
kept.keep()
process.exit(code)
