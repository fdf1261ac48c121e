import { charge, entryAt, type Handler, read, trap, write } from './handlers.ts'

/**
 * The operations that work on many bytes or entries, or grow something: their numbers follow those of handlers.ts, and
 * each is executed by a function of its own that the main loop leaves for (`runBulk` in assembly/core.ts). What is said
 * there of operations holds here too.
 */
export const bulkHandlers = new Map<string, Handler>()

function define(name: string, operands: string, body: string): void {
  bulkHandlers.set(name, { operands, body, falls: true })
}

define(
  'memory.grow',
  'ds',
  `const pages = <u32>(memoryBytes >> 16), more = ${read('u32', 2)};
      if (<u64>pages + <u64>more > <u64>load<u32>(stateMemoryMaximum)) ${write('u32', 1, '<u32>-1')}
      else {
        const cost = <i64>more << 12;
        ${charge('cost')}
        if (more != 0 && memory.grow(<i32>more) == -1) return leave(statusHostOutOfMemory, pc, fp, sp, fuel, 0);
        ${write('u32', 1, 'pages')}
        store<u32>(stateMemoryPages, pages + more);
        memoryBytes += <u64>more << 16;
      }`,
)

/** Rule 3: bulk operations charge for `n` before they look at bounds. */
const chargeBytes = `const cost = (<i64>n + 15) >> 4;
      ${charge('cost')}`
define(
  'memory.copy',
  'sss',
  `const d = <u64>${read('u32', 1)}, s = <u64>${read('u32', 2)}, n = <u64>${read('u32', 3)};
      ${chargeBytes}
      if (d + n > memoryBytes || s + n > memoryBytes) ${trap('MemoryBounds')}
      memory.copy(base + <usize>d, base + <usize>s, <usize>n);`,
)
define(
  'memory.fill',
  'sss',
  `const d = <u64>${read('u32', 1)}, n = <u64>${read('u32', 3)};
      ${chargeBytes}
      if (d + n > memoryBytes) ${trap('MemoryBounds')}
      memory.fill(base + <usize>d, ${read('u8', 2)}, <usize>n);`,
)
// Descriptor of the data segment, then slots: destination, source, length.
define(
  'memory.init',
  'isss',
  `const segment = load<usize>(pc, 4);
      const d = <u64>${read('u32', 2)}, s = <u64>${read('u32', 3)}, n = <u64>${read('u32', 4)};
      ${chargeBytes}
      if (d + n > memoryBytes || s + n > <u64>load<u32>(segment, segmentLength)) ${trap('MemoryBounds')}
      memory.copy(base + <usize>d, load<usize>(segment, segmentStart) + <usize>s, <usize>n);`,
)
// Result, descriptor, slots: initial value, entries more.
define(
  'table.grow',
  'diss',
  `const table = load<usize>(pc, 8), size = load<u32>(table, tableSize), more = ${read('u32', 4)};
      const total = <u64>load<u32>(stateTableEntries) + <u64>more;
      if (<u64>size + <u64>more > <u64>load<u32>(table, tableMaximum) || total > <u64>tablesTotalMaximum) ${write('u32', 1, '<u32>-1')}
      else {
        ${charge('<i64>more')}
        const value = ${read('u32', 3)};
        for (let index = size, end = size + more; index < end; index++) store<u32>(${entryAt('table', 'index')}, value);
        store<u32>(table, size + more, tableSize);
        store<u32>(stateTableEntries, <u32>total);
        ${write('u32', 1, 'size')}
      }`,
)
// Descriptor, slots: first index, value, length.
define(
  'table.fill',
  'isss',
  `const table = load<usize>(pc, 4), d = <u64>${read('u32', 2)}, n = <u64>${read('u32', 4)};
      ${charge('<i64>n')}
      if (d + n > <u64>load<u32>(table, tableSize)) ${trap('TableBounds')}
      const value = ${read('u32', 3)};
      for (let index = d, end = d + n; index < end; index++) store<u32>(${entryAt('table', 'index')}, value);`,
)
// Descriptors of destination and source, slots: destination, source, length.
define(
  'table.copy',
  'iisss',
  `const to = load<usize>(pc, 4), from = load<usize>(pc, 8);
      const d = <u64>${read('u32', 3)}, s = <u64>${read('u32', 4)}, n = <u64>${read('u32', 5)};
      ${charge('<i64>n')}
      if (d + n > <u64>load<u32>(to, tableSize) || s + n > <u64>load<u32>(from, tableSize)) ${trap('TableBounds')}
      memory.copy(${entryAt('to', 'd')}, ${entryAt('from', 's')}, <usize>n << 2);`,
)
// Descriptors of table and element segment, slots: destination, source, length.
define(
  'table.init',
  'iisss',
  `const table = load<usize>(pc, 4), segment = load<usize>(pc, 8);
      const d = <u64>${read('u32', 3)}, s = <u64>${read('u32', 4)}, n = <u64>${read('u32', 5)};
      ${charge('<i64>n')}
      if (d + n > <u64>load<u32>(table, tableSize) || s + n > <u64>load<u32>(segment, segmentLength)) ${trap('TableBounds')}
      memory.copy(${entryAt('table', 'd')}, load<usize>(segment, segmentStart) + (<usize>s << 2), <usize>n << 2);`,
)
