import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Script } from 'node:vm'

/**
 * The first thing that a child runs: `SCRIPT RUNTIME [COMPILED [WRITE]]` loads the child's code from SCRIPT.code, with what V8
 * has compiled of it before in COMPILED, which saves a child a fifth of its start. WRITE is a file for what is compiled
 * now, written when the code has run to its end.
 */
const [, script = '', , compiled = '', write = ''] = process.argv
const code = new Script(readFileSync(`${script}.code`, 'latin1'), {
  filename: 'child.js',
  // V8 refuses what another version or other flags have made; the code is then compiled anew.
  ...(compiled === '' ? {} : { cachedData: readFileSync(compiled) }),
})
const module: { exports: { served?: Promise<void> } } = { exports: {} }
code.runInThisContext()(createRequire(script), module)
if (write !== '') module.exports.served?.then(() => writeFileSync(write, code.createCachedData()))
