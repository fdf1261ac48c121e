/** Writes docs/fuel.md from the code that charges: the words are here, every number is read. `--check`: drift fails. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bytesPerFuel, fuelPerIovec, type HostCall } from '../daemon/src/runtime/host/host-call.ts'
import { maximumSubscriptions } from '../daemon/src/runtime/host/poll.ts'
import { maximumIovecs } from '../daemon/src/runtime/host/transfer-calls.ts'
import { wasiCalls } from '../daemon/src/runtime/host/wasi.ts'
import {
  bytesCharge,
  entryCharge,
  memoryGrowCharge,
  tableBulkCharge,
  tableGrowCharge,
} from '../daemon/src/wasm/fuel.ts'
import { moduleLimits } from '../daemon/src/wasm/limits.ts'
import { instructions } from '../daemon/src/wasm/opcodes.ts'

const path = join(import.meta.dirname, '..', 'docs', 'fuel.md')

const free = instructions.filter(({ fuel }) => fuel === 0).map(({ name }) => `\`${name}\``)
const type = { parameters: [], results: [] }

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function grouped(value: number): string {
  return value.toLocaleString('en')
}

function hostRow({ name, baseFuel, iovecs, transfers }: HostCall): readonly string[] {
  return [`\`${name}\``, String(baseFuel), iovecs ? `${fuelPerIovec} each` : '', transfers ?? '']
}

const page = `# Fuel, version 1

What \`semantics: 1\` counts as work. It is defined on the submitted module and not on what a runtime makes of it, so
every runtime and every peer charges the same number, up to the last unit. This page is generated from the code that
charges; \`npm run check\` fails where they differ.

## Instructions

1. A **block** starts at function entry and after \`loop\`, \`if\`, \`else\`, \`end\` and \`br_if\`. It ends there, or after
   \`br\`, \`br_table\`, \`return\` and \`unreachable\`. Calls do not end blocks. Instructions that the validator finds
   unreachable cost nothing. The whole block is charged when it is entered, and never refunded, trap or exit included.
2. Each of the ${instructions.length} instructions of WebAssembly 2.0 costs 1, but ${free.join(', ')}, which cost 0. Function entry adds
   ⌈(parameters + declared locals + results) / 16⌉ to the function's first block (with 17 locals: ${entryCharge(type, 17)}).
3. Bulk instructions add to that, charged before bounds are checked, even when they trap, the count read as unsigned;
   grows add only where they will succeed:

${table(
  ['instruction', 'adds', 'example'],
  [
    ['`memory.copy`, `memory.fill`, `memory.init`', '⌈bytes / 16⌉', `100 bytes: ${bytesCharge(100)}`],
    ['`table.copy`, `table.fill`, `table.init`', '1 an element', `100 elements: ${tableBulkCharge(100)}`],
    ['`memory.grow`', `${memoryGrowCharge(1)} a page`, `2 pages: ${memoryGrowCharge(2)}`],
    ['`table.grow`', `${tableGrowCharge(1)} an element`, `100 elements: ${tableGrowCharge(100)}`],
  ],
)}

4. **Instantiation** charges before anything happens: ${memoryGrowCharge(1)} an initial page + the sum of the tables' minima +
   ⌈bytes / 16⌉ of each active data segment + the entries of each active element segment. Constant expressions are
   free. Then the start function runs, then \`_start\`.

## Host calls

5. A call charges its base, then ${fuelPerIovec} an iovec and 1 for every ${bytesPerFuel} bytes that it will copy into or out of the guest's memory
   (rounded up), before any effect. A call that fails its checks costs its base; one whose paths were read costs theirs
   too, wherever they lead. Checks come in this order: descriptor, kind and rights, pointers (out of range: errno 21,
   nothing written), the rest. More than ${grouped(maximumIovecs)} iovecs or ${grouped(maximumSubscriptions)} subscriptions are refused with errno 28 as soon as
   their array is in range, before anything in it is read: what is not paid for must be cheap to refuse. A call runs
   wholly or not at all.

${table(['call', 'base', 'iovecs', 'bytes that count'], wasiCalls.map(hostRow))}

## Limits

6. Once the total charged exceeds the limit, the outcome is \`exceeded: fuel\` and the fuel is the limit, whatever
   happens afterwards: no host call, grow or bulk operation takes effect, and it overrides trap, exit and return. A
   total that equals the limit is not exceeded.
7. When several limits could be named, the first of: rejected, memory, fuel, output. The stack is checked before the
   callee's charges. A run that is killed from outside has no fuel (\`null\`).

A **frame** is 64 bytes and 8 a slot (16 for a v128): parameters, results, declared locals, and the largest operand
height over the points that the validator reaches. All frames together may take 4 MiB and be 20,000 deep, everywhere;
beyond, the run has trapped with \`stack-exhausted\`. Host calls take no frame.

## Module limits

A module that has more of something is \`rejected\` with the reason \`limit\`, everywhere alike.

${table(
  ['limit', 'at most'],
  Object.entries(moduleLimits).map(([name, value]) => [`\`${name}\``, grouped(value)]),
)}

Of several faults, the one named is the first in this order: the structure of the whole binary with its constant
expressions, then validity section by section, then function bodies, then data segments. Its byte offset and reason
are part of the result.
`

if (process.argv.includes('--check')) {
  if (readFileSync(path, 'utf8') !== page) {
    console.error('docs/fuel.md is not what the code charges: run `npm run generate`')
    process.exit(1)
  }
} else writeFileSync(path, page)
