import { expect, test } from 'vitest'
import { isPlasmError } from '../../daemon/src/errors.ts'
import { canonicalJson } from '../../daemon/src/json/canonical-json.ts'
import { type JsonValue, parseStrictJson } from '../../daemon/src/json/strict-json.ts'
import { readProfile } from '../../daemon/src/receipt/read-node.ts'
import { Random } from '../fuzz/random.ts'

const documents = 300_000

/** Pieces that meet at the borders of the profile. */
const pieces = [
  ...'{}[]:,"\\ \n\t0123456789-+.eE',
  ...['true', 'false', 'null', '"a"', '"a":', '"\\u0000"', '"\\ud83d\\ude00"', '"\\ud800"', '"é"', '1.0', '-0', '1e3'],
  ...['9007199254740991', '9007199254740992', '{"a":1}', '[]', '\u{feff}', '"__proto__":', '01', '\u2028'],
]

test('the two readers of the profile agree on documents made of its borders', { timeout: 600_000 }, () => {
  const random = new Random(8259)
  let accepted = 0
  for (let count = 0; count < documents; count++) {
    const length = 1 + random.below(12)
    const text = Array.from({ length }, () => random.pick(pieces)).join('')
    const bytes = Buffer.from(text)
    if (random.once(10)) bytes[random.below(bytes.length)] = random.below(256)
    const [ours, nodes] = [answerOf(parseStrictJson, bytes), answerOf(readProfile, bytes)]
    if (ours !== nodes) expect.fail(`${bytes.toString('base64')}: ${ours} and ${nodes}`)
    if (ours !== 'JSON_INVALID') accepted++
  }
  // A fuzzer that makes nothing but rubbish shows nothing.
  expect(accepted).toBeGreaterThan(documents / 100)
})

function answerOf(read: (bytes: Uint8Array) => unknown, bytes: Uint8Array): string {
  try {
    return Buffer.from(canonicalJson(read(bytes) as JsonValue)).toString()
  } catch (error) {
    if (isPlasmError(error)) return error.code
    throw error
  }
}
