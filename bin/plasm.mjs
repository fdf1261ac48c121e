#!/usr/bin/env node
// Runs the TypeScript sources under Node 26 or newer, whatever Node the machine has: plain JavaScript for old ones.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const main = join(root, 'daemon', 'src', 'main.ts')
const wantedMajor = 26

if (Number(process.versions.node.split('.')[0]) >= wantedMajor) {
  // What Node makes of the sources is kept from one start to the next: two thirds of a start. Where it cannot be, it is not.
  module.enableCompileCache(join(root, 'build', 'compile-cache'))
  await import(main)
} else {
  const node = join(root, 'node_modules', 'node', 'bin', 'node')
  if (existsSync(node)) runUnder(node)
  else {
    console.error(
      `plasm: needs Node ${wantedMajor} or newer; this is ${process.version}, and ${node} is missing. Run \`npm ci\` in ${root}: it installs one there.`,
    )
    process.exitCode = 210
  }
}

function runUnder(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  // A terminal sends Ctrl-C to both; `kill` reaches this process only. Either way the child decides when to end.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.once('error', (error) => {
    console.error(`plasm: ${node} does not run: ${error.message}`)
    process.exitCode = 210
  })
  child.once('exit', (code, signal) => process.exit(code ?? 128 + (signal === null ? 0 : constants.signals[signal])))
}
