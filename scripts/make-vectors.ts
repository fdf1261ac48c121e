/**
 * Makes test/vectors/: what every implementation of the formats must answer (test/vectors/README.md).
 *
 *   node scripts/make-vectors.ts          writes the files
 *   node scripts/make-vectors.ts --check  writes nothing; fails where a file is not what this script makes
 *
 * Everything comes of fixed seeds. An expected answer is written down beside its input, never taken from a verifier.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { acceptanceVectors } from './vectors/acceptances.ts'
import { canonicalJsonVectors } from './vectors/canonical-json.ts'
import { ed25519Vectors } from './vectors/ed25519.ts'
import { orderVectors } from './vectors/orders.ts'
import { peerIdVectors } from './vectors/peer-id.ts'
import { receiptVectors } from './vectors/receipts.ts'
import { strictJsonVectors } from './vectors/strict-json.ts'
import { taskDigestVectors } from './vectors/task-digest.ts'

const folder = join(import.meta.dirname, '../test/vectors')

const files = Object.entries({
  'strict-json.json': strictJsonVectors(),
  'canonical-json.json': canonicalJsonVectors(),
  'task-digest.json': taskDigestVectors(),
  'peer-id.json': peerIdVectors(),
  'ed25519.json': ed25519Vectors(),
  'orders.json': orderVectors(),
  'acceptances.json': acceptanceVectors(),
  'receipts.json': receiptVectors(),
}).map(([name, vectors]) => [join(folder, name), `${JSON.stringify(vectors, undefined, 1)}\n`] as const)

for (const [path, text] of files) checkNames(path, text)
if (process.argv.includes('--check')) {
  const stale = files.filter(([path, text]) => readFileSync(path, 'utf8') !== text).map(([path]) => path)
  if (stale.length > 0) {
    console.error(`not what scripts/make-vectors.ts makes: ${stale.join(', ')}`)
    process.exitCode = 1
  }
} else {
  mkdirSync(folder, { recursive: true })
  for (const [path, text] of files) writeFileSync(path, text)
}

/** A case is known by its name. */
function checkNames(path: string, text: string): void {
  const names = (JSON.parse(text) as { cases: { name: string }[] }).cases.map(({ name }) => name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new Error(`${path}: two cases are named "${twice}"`)
}
