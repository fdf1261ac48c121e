// biome-ignore-all lint: AssemblyScript, and generated
// biome-ignore-all format: as above
// biome-ignore-all assist: as above
// Made by scripts/build-core.ts from handlers.ts, fused-handlers.ts and bulk-handlers.ts; do not edit.
import {
  callRecordBytes,
  callRecords,
  callRecordsEnd,
  frames,
  functionEntry,
  functionFrameBytes,
  functionRecordBytes,
  functionRecordShift,
  functionType,
  functions,
  pageBytes,
  segmentDescriptorBytes,
  segmentLength,
  segmentStart,
  stackBytes,
  stateFp,
  stateFuel,
  stateHostArguments,
  stateHostFunction,
  stateMemoryBase,
  stateMemoryMaximum,
  stateMemoryPages,
  stateNeed,
  statePc,
  stateSp,
  stateTableEntries,
  stateUsed,
  statusDone,
  statusFuel,
  statusHostCall,
  statusHostOutOfMemory,
  statusOutside,
  statusTrap,
  tableDescriptorBytes,
  tableEntries,
  tableMaximum,
  tableSize,
  tablesTotalMaximum,
  trapDivideByZero,
  trapFloatToInt,
  trapIndirectCall,
  trapIntegerOverflow,
  trapMemoryBounds,
  trapStackExhausted,
  trapTableBounds,
  trapUnreachable,
} from './layout'
import { runSimd } from './simd'

/** Keeps what the next `run` needs; every other exit of the loop is a trap, which nothing follows. */
function leave(status: i32, pc: usize, fp: usize, sp: usize, fuel: i64, need: i64): i32 {
  store<usize>(statePc, pc);
  store<usize>(stateFp, fp);
  store<usize>(stateSp, sp);
  store<i64>(stateFuel, fuel);
  store<i64>(stateNeed, need);
  return status;
}

function trap(status: i32, fuel: i64): i32 {
  store<i64>(stateFuel, fuel);
  return status;
}

/** Runs from `statePc` until the guest returns, traps, calls its host or has used up the fuel granted; a status. */
export function run(): i32 {
  while (true) {
    const status = interpret();
    if (status != statusOutside) return status;
    if (load<u32>(load<usize>(statePc)) < 559) {
      const status = runBulk();
      if (status != statusOutside) return status;
    } else if (!runSimd()) return trapMemoryBounds;
  }
  return statusDone;
}

// Exported, or the optimiser would put all into one function.
export { runSimd }

/** Executes the bulk operation at `statePc`: `statusOutside`, or why it could not. */
export function runBulk(): i32 {
  let pc = load<usize>(statePc);
  let fp = load<usize>(stateFp);
  let sp = load<usize>(stateSp);
  let fuel = load<i64>(stateFuel);
  const base = load<usize>(stateMemoryBase);
  let memoryBytes = <u64>load<u32>(stateMemoryPages) << 16;
  switch (load<u32>(pc) - 551) {
    case 0: { // memory.grow
      const pages = <u32>(memoryBytes >> 16), more = load<u32>(fp + load<usize>(pc, 8));
      if (<u64>pages + <u64>more > <u64>load<u32>(stateMemoryMaximum)) store<u32>(fp + load<usize>(pc, 4), <u32>-1);
      else {
        const cost = <i64>more << 12;
        fuel -= cost; if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + cost, cost);
        if (more != 0 && memory.grow(<i32>more) == -1) return leave(statusHostOutOfMemory, pc, fp, sp, fuel, 0);
        store<u32>(fp + load<usize>(pc, 4), pages);
        store<u32>(stateMemoryPages, pages + more);
        memoryBytes += <u64>more << 16;
      }
      pc += 12;
      break;
    }
    case 1: { // memory.copy
      const d = <u64>load<u32>(fp + load<usize>(pc, 4)), s = <u64>load<u32>(fp + load<usize>(pc, 8)), n = <u64>load<u32>(fp + load<usize>(pc, 12));
      const cost = (<i64>n + 15) >> 4;
      fuel -= cost; if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + cost, cost);
      if (d + n > memoryBytes || s + n > memoryBytes) return trap(trapMemoryBounds, fuel);
      memory.copy(base + <usize>d, base + <usize>s, <usize>n);
      pc += 16;
      break;
    }
    case 2: { // memory.fill
      const d = <u64>load<u32>(fp + load<usize>(pc, 4)), n = <u64>load<u32>(fp + load<usize>(pc, 12));
      const cost = (<i64>n + 15) >> 4;
      fuel -= cost; if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + cost, cost);
      if (d + n > memoryBytes) return trap(trapMemoryBounds, fuel);
      memory.fill(base + <usize>d, load<u8>(fp + load<usize>(pc, 8)), <usize>n);
      pc += 16;
      break;
    }
    case 3: { // memory.init
      const segment = load<usize>(pc, 4);
      const d = <u64>load<u32>(fp + load<usize>(pc, 8)), s = <u64>load<u32>(fp + load<usize>(pc, 12)), n = <u64>load<u32>(fp + load<usize>(pc, 16));
      const cost = (<i64>n + 15) >> 4;
      fuel -= cost; if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + cost, cost);
      if (d + n > memoryBytes || s + n > <u64>load<u32>(segment, segmentLength)) return trap(trapMemoryBounds, fuel);
      memory.copy(base + <usize>d, load<usize>(segment, segmentStart) + <usize>s, <usize>n);
      pc += 20;
      break;
    }
    case 4: { // table.grow
      const table = load<usize>(pc, 8), size = load<u32>(table, tableSize), more = load<u32>(fp + load<usize>(pc, 16));
      const total = <u64>load<u32>(stateTableEntries) + <u64>more;
      if (<u64>size + <u64>more > <u64>load<u32>(table, tableMaximum) || total > <u64>tablesTotalMaximum) store<u32>(fp + load<usize>(pc, 4), <u32>-1);
      else {
        fuel -= <i64>more; if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>more, <i64>more);
        const value = load<u32>(fp + load<usize>(pc, 12));
        for (let index = size, end = size + more; index < end; index++) store<u32>(load<usize>(table, tableEntries) + (<usize>index << 2), value);
        store<u32>(table, size + more, tableSize);
        store<u32>(stateTableEntries, <u32>total);
        store<u32>(fp + load<usize>(pc, 4), size);
      }
      pc += 20;
      break;
    }
    case 5: { // table.fill
      const table = load<usize>(pc, 4), d = <u64>load<u32>(fp + load<usize>(pc, 8)), n = <u64>load<u32>(fp + load<usize>(pc, 16));
      fuel -= <i64>n; if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>n, <i64>n);
      if (d + n > <u64>load<u32>(table, tableSize)) return trap(trapTableBounds, fuel);
      const value = load<u32>(fp + load<usize>(pc, 12));
      for (let index = d, end = d + n; index < end; index++) store<u32>(load<usize>(table, tableEntries) + (<usize>index << 2), value);
      pc += 20;
      break;
    }
    case 6: { // table.copy
      const to = load<usize>(pc, 4), from = load<usize>(pc, 8);
      const d = <u64>load<u32>(fp + load<usize>(pc, 12)), s = <u64>load<u32>(fp + load<usize>(pc, 16)), n = <u64>load<u32>(fp + load<usize>(pc, 20));
      fuel -= <i64>n; if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>n, <i64>n);
      if (d + n > <u64>load<u32>(to, tableSize) || s + n > <u64>load<u32>(from, tableSize)) return trap(trapTableBounds, fuel);
      memory.copy(load<usize>(to, tableEntries) + (<usize>d << 2), load<usize>(from, tableEntries) + (<usize>s << 2), <usize>n << 2);
      pc += 24;
      break;
    }
    case 7: { // table.init
      const table = load<usize>(pc, 4), segment = load<usize>(pc, 8);
      const d = <u64>load<u32>(fp + load<usize>(pc, 12)), s = <u64>load<u32>(fp + load<usize>(pc, 16)), n = <u64>load<u32>(fp + load<usize>(pc, 20));
      fuel -= <i64>n; if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>n, <i64>n);
      if (d + n > <u64>load<u32>(table, tableSize) || s + n > <u64>load<u32>(segment, segmentLength)) return trap(trapTableBounds, fuel);
      memory.copy(load<usize>(table, tableEntries) + (<usize>d << 2), load<usize>(segment, segmentStart) + (<usize>s << 2), <usize>n << 2);
      pc += 24;
      break;
    }
    default: unreachable();
  }
  return leave(statusOutside, pc, fp, sp, fuel, 0);
}

/** As `run`, but leaves for bulk operations and those on vectors too: without calls V8 keeps its state in registers. */
export function interpret(): i32 {
  let pc = load<usize>(statePc);
  let fp = load<usize>(stateFp);
  let sp = load<usize>(stateSp);
  let fuel = load<i64>(stateFuel);
  const base = load<usize>(stateMemoryBase);
  let memoryBytes = <u64>load<u32>(stateMemoryPages) << 16;

  while (true) {
    switch (load<u32>(pc)) {
    case 0: { // charge
      fuel -= <i64>load<u32>(pc, 4); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 4), <i64>load<u32>(pc, 4));
      pc += 8;
      break;
    }
    case 1: { // enter
      fuel -= <i64>load<u32>(pc, 4); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 4), <i64>load<u32>(pc, 4));
      for (let at = fp + load<usize>(pc, 8), end = at + <usize>load<u32>(pc, 12); at < end; at += 8) store<u64>(at, 0);
      pc += 16;
      break;
    }
    case 2: { // jump
      { fuel -= <i64>load<u32>(pc, 8); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 8), <i64>load<u32>(pc, 8));  pc = load<usize>(pc, 4); }
      break;
    }
    case 3: { // branch.nonzero
      if (load<u32>(fp + load<usize>(pc, 4)) != 0) { fuel -= <i64>load<u32>(pc, 12); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 12), <i64>load<u32>(pc, 12));  pc = load<usize>(pc, 8); } else { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc += 20; }
      break;
    }
    case 4: { // branch.zero
      if (load<u32>(fp + load<usize>(pc, 4)) == 0) { fuel -= <i64>load<u32>(pc, 12); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 12), <i64>load<u32>(pc, 12));  pc = load<usize>(pc, 8); } else { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc += 20; }
      break;
    }
    case 5: { // branch.table
      const index = load<u32>(fp + load<usize>(pc, 4)), count = load<u32>(pc, 8);
      const entry = pc + 12 + (<usize>(index < count ? index : count) << 3);
      fuel -= <i64>load<u32>(entry, 4); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(entry, 4), <i64>load<u32>(entry, 4));
      pc = load<usize>(entry);
      break;
    }
    case 6: { // return
      if (sp == callRecords) return leave(statusDone, pc, fp, sp, fuel, 0);
      sp -= callRecordBytes;
      pc = load<usize>(sp); fp = load<usize>(sp, 4); store<u32>(stateUsed, load<u32>(sp, 8));
      break;
    }
    case 7: { // return.value
      store<u64>(fp, load<u64>(fp + load<usize>(pc, 4))); if (sp == callRecords) return leave(statusDone, pc, fp, sp, fuel, 0);
      sp -= callRecordBytes;
      pc = load<usize>(sp); fp = load<usize>(sp, 4); store<u32>(stateUsed, load<u32>(sp, 8));
      break;
    }
    case 8: { // unreachable
      return trap(trapUnreachable, fuel);
      break;
    }
    case 9: { // call
      const used = load<u32>(stateUsed), next = used + load<u32>(pc, 8);
      if (next > <u32>stackBytes || sp == callRecordsEnd) return trap(trapStackExhausted, fuel);
      store<usize>(sp, pc + 16); store<usize>(sp, fp, 4); store<u32>(sp, used, 8);
      store<u32>(stateUsed, next); sp += callRecordBytes; fp += load<usize>(pc, 4); pc = load<usize>(pc, 12);
      break;
    }
    case 10: { // call.host
      store<u32>(stateHostFunction, load<u32>(pc, 8)); store<usize>(stateHostArguments, fp + load<usize>(pc, 4));
      return leave(statusHostCall, pc + 12, fp, sp, fuel, 0);
      break;
    }
    case 11: { // call.indirect
      const index = load<u32>(fp + load<usize>(pc, 16)), table = load<usize>(pc, 12);
      if (index >= load<u32>(table, tableSize)) return trap(trapTableBounds, fuel);
      const callee = load<usize>(load<usize>(table, tableEntries) + (<usize>index << 2));
      if (callee == 0 || load<u32>(callee, functionType) != load<u32>(pc, 8)) return trap(trapIndirectCall, fuel);
      const entry = load<usize>(callee, functionEntry);
      if (entry == 0) { store<u32>(stateHostFunction, <u32>(callee - functions) >> functionRecordShift); store<usize>(stateHostArguments, fp + load<usize>(pc, 4));
      return leave(statusHostCall, pc + 20, fp, sp, fuel, 0); }
      const used = load<u32>(stateUsed), next = used + load<u32>(callee, functionFrameBytes);
      if (next > <u32>stackBytes || sp == callRecordsEnd) return trap(trapStackExhausted, fuel);
      store<usize>(sp, pc + 20); store<usize>(sp, fp, 4); store<u32>(sp, used, 8);
      store<u32>(stateUsed, next); sp += callRecordBytes; fp += load<usize>(pc, 4); pc = entry;
      break;
    }
    case 12: { // move
      store<u64>(fp + load<usize>(pc, 4), load<u64>(fp + load<usize>(pc, 8)));
      pc += 12;
      break;
    }
    case 13: { // constant
      store<u64>(fp + load<usize>(pc, 4), load<u64>(pc, 8));
      pc += 16;
      break;
    }
    case 14: { // move.down
      let to = fp + load<usize>(pc, 4), from = fp + load<usize>(pc, 8);
      for (const end = from + load<usize>(pc, 12); from < end; from += 8, to += 8) store<u64>(to, load<u64>(from));
      pc += 16;
      break;
    }
    case 15: { // select
      store<u64>(fp + load<usize>(pc, 4), load<u32>(fp + load<usize>(pc, 16)) ? load<u64>(fp + load<usize>(pc, 8)) : load<u64>(fp + load<usize>(pc, 12)));
      pc += 20;
      break;
    }
    case 16: { // global.get
      store<u64>(fp + load<usize>(pc, 4), load<u64>(load<usize>(pc, 8)));
      pc += 12;
      break;
    }
    case 17: { // global.set
      store<u64>(load<usize>(pc, 4), load<u64>(fp + load<usize>(pc, 8)));
      pc += 12;
      break;
    }
    case 18: { // i32.add
      store<u32>(fp + load<usize>(pc, 4), load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12)));
      pc += 16;
      break;
    }
    case 19: { // i32.add.i
      store<u32>(fp + load<usize>(pc, 4), load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12));
      pc += 16;
      break;
    }
    case 20: { // i32.sub
      store<u32>(fp + load<usize>(pc, 4), load<u32>(fp + load<usize>(pc, 8)) - load<u32>(fp + load<usize>(pc, 12)));
      pc += 16;
      break;
    }
    case 21: { // i32.sub.i
      store<u32>(fp + load<usize>(pc, 4), load<u32>(fp + load<usize>(pc, 8)) - load<u32>(pc, 12));
      pc += 16;
      break;
    }
    case 22: { // i32.mul
      store<u32>(fp + load<usize>(pc, 4), load<u32>(fp + load<usize>(pc, 8)) * load<u32>(fp + load<usize>(pc, 12)));
      pc += 16;
      break;
    }
    case 23: { // i32.mul.i
      store<u32>(fp + load<usize>(pc, 4), load<u32>(fp + load<usize>(pc, 8)) * load<u32>(pc, 12));
      pc += 16;
      break;
    }
    case 24: { // i32.and
      store<u32>(fp + load<usize>(pc, 4), load<u32>(fp + load<usize>(pc, 8)) & load<u32>(fp + load<usize>(pc, 12)));
      pc += 16;
      break;
    }
    case 25: { // i32.and.i
      store<u32>(fp + load<usize>(pc, 4), load<u32>(fp + load<usize>(pc, 8)) & load<u32>(pc, 12));
      pc += 16;
      break;
    }
    case 26: { // i32.or
      store<u32>(fp + load<usize>(pc, 4), load<u32>(fp + load<usize>(pc, 8)) | load<u32>(fp + load<usize>(pc, 12)));
      pc += 16;
      break;
    }
    case 27: { // i32.or.i
      store<u32>(fp + load<usize>(pc, 4), load<u32>(fp + load<usize>(pc, 8)) | load<u32>(pc, 12));
      pc += 16;
      break;
    }
    case 28: { // i32.xor
      store<u32>(fp + load<usize>(pc, 4), load<u32>(fp + load<usize>(pc, 8)) ^ load<u32>(fp + load<usize>(pc, 12)));
      pc += 16;
      break;
    }
    case 29: { // i32.xor.i
      store<u32>(fp + load<usize>(pc, 4), load<u32>(fp + load<usize>(pc, 8)) ^ load<u32>(pc, 12));
      pc += 16;
      break;
    }
    case 30: { // i32.shl
      store<u32>(fp + load<usize>(pc, 4), load<u32>(fp + load<usize>(pc, 8)) << load<u32>(fp + load<usize>(pc, 12)));
      pc += 16;
      break;
    }
    case 31: { // i32.shl.i
      store<u32>(fp + load<usize>(pc, 4), load<u32>(fp + load<usize>(pc, 8)) << load<u32>(pc, 12));
      pc += 16;
      break;
    }
    case 32: { // i32.shr_s
      store<i32>(fp + load<usize>(pc, 4), load<i32>(fp + load<usize>(pc, 8)) >> load<i32>(fp + load<usize>(pc, 12)));
      pc += 16;
      break;
    }
    case 33: { // i32.shr_s.i
      store<i32>(fp + load<usize>(pc, 4), load<i32>(fp + load<usize>(pc, 8)) >> load<i32>(pc, 12));
      pc += 16;
      break;
    }
    case 34: { // i32.shr_u
      store<u32>(fp + load<usize>(pc, 4), load<u32>(fp + load<usize>(pc, 8)) >> load<u32>(fp + load<usize>(pc, 12)));
      pc += 16;
      break;
    }
    case 35: { // i32.shr_u.i
      store<u32>(fp + load<usize>(pc, 4), load<u32>(fp + load<usize>(pc, 8)) >> load<u32>(pc, 12));
      pc += 16;
      break;
    }
    case 36: { // i32.rotl
      store<u32>(fp + load<usize>(pc, 4), rotl<u32>(load<u32>(fp + load<usize>(pc, 8)), load<u32>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 37: { // i32.rotl.i
      store<u32>(fp + load<usize>(pc, 4), rotl<u32>(load<u32>(fp + load<usize>(pc, 8)), load<u32>(pc, 12)));
      pc += 16;
      break;
    }
    case 38: { // i32.rotr
      store<u32>(fp + load<usize>(pc, 4), rotr<u32>(load<u32>(fp + load<usize>(pc, 8)), load<u32>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 39: { // i32.rotr.i
      store<u32>(fp + load<usize>(pc, 4), rotr<u32>(load<u32>(fp + load<usize>(pc, 8)), load<u32>(pc, 12)));
      pc += 16;
      break;
    }
    case 40: { // i32.div_u
      const a = load<u32>(fp + load<usize>(pc, 8)), b = load<u32>(fp + load<usize>(pc, 12)); if (b == 0) return trap(trapDivideByZero, fuel);
      store<u32>(fp + load<usize>(pc, 4), a / b);
      pc += 16;
      break;
    }
    case 41: { // i32.div_u.i
      const a = load<u32>(fp + load<usize>(pc, 8)), b = load<u32>(pc, 12); if (b == 0) return trap(trapDivideByZero, fuel);
      store<u32>(fp + load<usize>(pc, 4), a / b);
      pc += 16;
      break;
    }
    case 42: { // i32.rem_u
      const a = load<u32>(fp + load<usize>(pc, 8)), b = load<u32>(fp + load<usize>(pc, 12)); if (b == 0) return trap(trapDivideByZero, fuel);
      store<u32>(fp + load<usize>(pc, 4), a % b);
      pc += 16;
      break;
    }
    case 43: { // i32.rem_u.i
      const a = load<u32>(fp + load<usize>(pc, 8)), b = load<u32>(pc, 12); if (b == 0) return trap(trapDivideByZero, fuel);
      store<u32>(fp + load<usize>(pc, 4), a % b);
      pc += 16;
      break;
    }
    case 44: { // i32.rem_s
      const a = load<i32>(fp + load<usize>(pc, 8)), b = load<i32>(fp + load<usize>(pc, 12)); if (b == 0) return trap(trapDivideByZero, fuel);
      store<i32>(fp + load<usize>(pc, 4), a % b);
      pc += 16;
      break;
    }
    case 45: { // i32.rem_s.i
      const a = load<i32>(fp + load<usize>(pc, 8)), b = load<i32>(pc, 12); if (b == 0) return trap(trapDivideByZero, fuel);
      store<i32>(fp + load<usize>(pc, 4), a % b);
      pc += 16;
      break;
    }
    case 46: { // i32.div_s
      const a = load<i32>(fp + load<usize>(pc, 8)), b = load<i32>(fp + load<usize>(pc, 12)); if (b == 0) return trap(trapDivideByZero, fuel);
      if (a == i32.MIN_VALUE && b == -1) return trap(trapIntegerOverflow, fuel);
      store<i32>(fp + load<usize>(pc, 4), a / b);
      pc += 16;
      break;
    }
    case 47: { // i32.div_s.i
      const a = load<i32>(fp + load<usize>(pc, 8)), b = load<i32>(pc, 12); if (b == 0) return trap(trapDivideByZero, fuel);
      if (a == i32.MIN_VALUE && b == -1) return trap(trapIntegerOverflow, fuel);
      store<i32>(fp + load<usize>(pc, 4), a / b);
      pc += 16;
      break;
    }
    case 48: { // i32.eq
      store<u32>(fp + load<usize>(pc, 4), u32(load<u32>(fp + load<usize>(pc, 8)) == load<u32>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 49: { // i32.eq.i
      store<u32>(fp + load<usize>(pc, 4), u32(load<u32>(fp + load<usize>(pc, 8)) == load<u32>(pc, 12)));
      pc += 16;
      break;
    }
    case 50: { // branch.i32.eq
      if (load<u32>(fp + load<usize>(pc, 4)) == load<u32>(fp + load<usize>(pc, 8))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 51: { // branch.i32.eq.i
      if (load<u32>(fp + load<usize>(pc, 4)) == load<u32>(pc, 8)) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 52: { // i32.ne
      store<u32>(fp + load<usize>(pc, 4), u32(load<u32>(fp + load<usize>(pc, 8)) != load<u32>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 53: { // i32.ne.i
      store<u32>(fp + load<usize>(pc, 4), u32(load<u32>(fp + load<usize>(pc, 8)) != load<u32>(pc, 12)));
      pc += 16;
      break;
    }
    case 54: { // branch.i32.ne
      if (load<u32>(fp + load<usize>(pc, 4)) != load<u32>(fp + load<usize>(pc, 8))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 55: { // branch.i32.ne.i
      if (load<u32>(fp + load<usize>(pc, 4)) != load<u32>(pc, 8)) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 56: { // i32.lt_s
      store<u32>(fp + load<usize>(pc, 4), u32(load<i32>(fp + load<usize>(pc, 8)) < load<i32>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 57: { // i32.lt_s.i
      store<u32>(fp + load<usize>(pc, 4), u32(load<i32>(fp + load<usize>(pc, 8)) < load<i32>(pc, 12)));
      pc += 16;
      break;
    }
    case 58: { // branch.i32.lt_s
      if (load<i32>(fp + load<usize>(pc, 4)) < load<i32>(fp + load<usize>(pc, 8))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 59: { // branch.i32.lt_s.i
      if (load<i32>(fp + load<usize>(pc, 4)) < load<i32>(pc, 8)) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 60: { // i32.lt_u
      store<u32>(fp + load<usize>(pc, 4), u32(load<u32>(fp + load<usize>(pc, 8)) < load<u32>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 61: { // i32.lt_u.i
      store<u32>(fp + load<usize>(pc, 4), u32(load<u32>(fp + load<usize>(pc, 8)) < load<u32>(pc, 12)));
      pc += 16;
      break;
    }
    case 62: { // branch.i32.lt_u
      if (load<u32>(fp + load<usize>(pc, 4)) < load<u32>(fp + load<usize>(pc, 8))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 63: { // branch.i32.lt_u.i
      if (load<u32>(fp + load<usize>(pc, 4)) < load<u32>(pc, 8)) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 64: { // i32.gt_s
      store<u32>(fp + load<usize>(pc, 4), u32(load<i32>(fp + load<usize>(pc, 8)) > load<i32>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 65: { // i32.gt_s.i
      store<u32>(fp + load<usize>(pc, 4), u32(load<i32>(fp + load<usize>(pc, 8)) > load<i32>(pc, 12)));
      pc += 16;
      break;
    }
    case 66: { // branch.i32.gt_s
      if (load<i32>(fp + load<usize>(pc, 4)) > load<i32>(fp + load<usize>(pc, 8))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 67: { // branch.i32.gt_s.i
      if (load<i32>(fp + load<usize>(pc, 4)) > load<i32>(pc, 8)) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 68: { // i32.gt_u
      store<u32>(fp + load<usize>(pc, 4), u32(load<u32>(fp + load<usize>(pc, 8)) > load<u32>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 69: { // i32.gt_u.i
      store<u32>(fp + load<usize>(pc, 4), u32(load<u32>(fp + load<usize>(pc, 8)) > load<u32>(pc, 12)));
      pc += 16;
      break;
    }
    case 70: { // branch.i32.gt_u
      if (load<u32>(fp + load<usize>(pc, 4)) > load<u32>(fp + load<usize>(pc, 8))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 71: { // branch.i32.gt_u.i
      if (load<u32>(fp + load<usize>(pc, 4)) > load<u32>(pc, 8)) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 72: { // i32.le_s
      store<u32>(fp + load<usize>(pc, 4), u32(load<i32>(fp + load<usize>(pc, 8)) <= load<i32>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 73: { // i32.le_s.i
      store<u32>(fp + load<usize>(pc, 4), u32(load<i32>(fp + load<usize>(pc, 8)) <= load<i32>(pc, 12)));
      pc += 16;
      break;
    }
    case 74: { // branch.i32.le_s
      if (load<i32>(fp + load<usize>(pc, 4)) <= load<i32>(fp + load<usize>(pc, 8))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 75: { // branch.i32.le_s.i
      if (load<i32>(fp + load<usize>(pc, 4)) <= load<i32>(pc, 8)) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 76: { // i32.le_u
      store<u32>(fp + load<usize>(pc, 4), u32(load<u32>(fp + load<usize>(pc, 8)) <= load<u32>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 77: { // i32.le_u.i
      store<u32>(fp + load<usize>(pc, 4), u32(load<u32>(fp + load<usize>(pc, 8)) <= load<u32>(pc, 12)));
      pc += 16;
      break;
    }
    case 78: { // branch.i32.le_u
      if (load<u32>(fp + load<usize>(pc, 4)) <= load<u32>(fp + load<usize>(pc, 8))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 79: { // branch.i32.le_u.i
      if (load<u32>(fp + load<usize>(pc, 4)) <= load<u32>(pc, 8)) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 80: { // i32.ge_s
      store<u32>(fp + load<usize>(pc, 4), u32(load<i32>(fp + load<usize>(pc, 8)) >= load<i32>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 81: { // i32.ge_s.i
      store<u32>(fp + load<usize>(pc, 4), u32(load<i32>(fp + load<usize>(pc, 8)) >= load<i32>(pc, 12)));
      pc += 16;
      break;
    }
    case 82: { // branch.i32.ge_s
      if (load<i32>(fp + load<usize>(pc, 4)) >= load<i32>(fp + load<usize>(pc, 8))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 83: { // branch.i32.ge_s.i
      if (load<i32>(fp + load<usize>(pc, 4)) >= load<i32>(pc, 8)) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 84: { // i32.ge_u
      store<u32>(fp + load<usize>(pc, 4), u32(load<u32>(fp + load<usize>(pc, 8)) >= load<u32>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 85: { // i32.ge_u.i
      store<u32>(fp + load<usize>(pc, 4), u32(load<u32>(fp + load<usize>(pc, 8)) >= load<u32>(pc, 12)));
      pc += 16;
      break;
    }
    case 86: { // branch.i32.ge_u
      if (load<u32>(fp + load<usize>(pc, 4)) >= load<u32>(fp + load<usize>(pc, 8))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 87: { // branch.i32.ge_u.i
      if (load<u32>(fp + load<usize>(pc, 4)) >= load<u32>(pc, 8)) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 88: { // i32.none
      store<u32>(fp + load<usize>(pc, 4), u32((load<u32>(fp + load<usize>(pc, 8)) & load<u32>(fp + load<usize>(pc, 12))) == 0));
      pc += 16;
      break;
    }
    case 89: { // i32.none.i
      store<u32>(fp + load<usize>(pc, 4), u32((load<u32>(fp + load<usize>(pc, 8)) & load<u32>(pc, 12)) == 0));
      pc += 16;
      break;
    }
    case 90: { // branch.i32.none
      if ((load<u32>(fp + load<usize>(pc, 4)) & load<u32>(fp + load<usize>(pc, 8))) == 0) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 91: { // branch.i32.none.i
      if ((load<u32>(fp + load<usize>(pc, 4)) & load<u32>(pc, 8)) == 0) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 92: { // i32.some
      store<u32>(fp + load<usize>(pc, 4), u32((load<u32>(fp + load<usize>(pc, 8)) & load<u32>(fp + load<usize>(pc, 12))) != 0));
      pc += 16;
      break;
    }
    case 93: { // i32.some.i
      store<u32>(fp + load<usize>(pc, 4), u32((load<u32>(fp + load<usize>(pc, 8)) & load<u32>(pc, 12)) != 0));
      pc += 16;
      break;
    }
    case 94: { // branch.i32.some
      if ((load<u32>(fp + load<usize>(pc, 4)) & load<u32>(fp + load<usize>(pc, 8))) != 0) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 95: { // branch.i32.some.i
      if ((load<u32>(fp + load<usize>(pc, 4)) & load<u32>(pc, 8)) != 0) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 96: { // i32.clz
      store<u32>(fp + load<usize>(pc, 4), clz<u32>(load<u32>(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 97: { // i32.ctz
      store<u32>(fp + load<usize>(pc, 4), ctz<u32>(load<u32>(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 98: { // i32.popcnt
      store<u32>(fp + load<usize>(pc, 4), popcnt<u32>(load<u32>(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 99: { // i64.add
      store<u64>(fp + load<usize>(pc, 4), load<u64>(fp + load<usize>(pc, 8)) + load<u64>(fp + load<usize>(pc, 12)));
      pc += 16;
      break;
    }
    case 100: { // i64.add.i
      store<u64>(fp + load<usize>(pc, 4), load<u64>(fp + load<usize>(pc, 8)) + load<u64>(pc, 12));
      pc += 20;
      break;
    }
    case 101: { // i64.sub
      store<u64>(fp + load<usize>(pc, 4), load<u64>(fp + load<usize>(pc, 8)) - load<u64>(fp + load<usize>(pc, 12)));
      pc += 16;
      break;
    }
    case 102: { // i64.sub.i
      store<u64>(fp + load<usize>(pc, 4), load<u64>(fp + load<usize>(pc, 8)) - load<u64>(pc, 12));
      pc += 20;
      break;
    }
    case 103: { // i64.mul
      store<u64>(fp + load<usize>(pc, 4), load<u64>(fp + load<usize>(pc, 8)) * load<u64>(fp + load<usize>(pc, 12)));
      pc += 16;
      break;
    }
    case 104: { // i64.mul.i
      store<u64>(fp + load<usize>(pc, 4), load<u64>(fp + load<usize>(pc, 8)) * load<u64>(pc, 12));
      pc += 20;
      break;
    }
    case 105: { // i64.and
      store<u64>(fp + load<usize>(pc, 4), load<u64>(fp + load<usize>(pc, 8)) & load<u64>(fp + load<usize>(pc, 12)));
      pc += 16;
      break;
    }
    case 106: { // i64.and.i
      store<u64>(fp + load<usize>(pc, 4), load<u64>(fp + load<usize>(pc, 8)) & load<u64>(pc, 12));
      pc += 20;
      break;
    }
    case 107: { // i64.or
      store<u64>(fp + load<usize>(pc, 4), load<u64>(fp + load<usize>(pc, 8)) | load<u64>(fp + load<usize>(pc, 12)));
      pc += 16;
      break;
    }
    case 108: { // i64.or.i
      store<u64>(fp + load<usize>(pc, 4), load<u64>(fp + load<usize>(pc, 8)) | load<u64>(pc, 12));
      pc += 20;
      break;
    }
    case 109: { // i64.xor
      store<u64>(fp + load<usize>(pc, 4), load<u64>(fp + load<usize>(pc, 8)) ^ load<u64>(fp + load<usize>(pc, 12)));
      pc += 16;
      break;
    }
    case 110: { // i64.xor.i
      store<u64>(fp + load<usize>(pc, 4), load<u64>(fp + load<usize>(pc, 8)) ^ load<u64>(pc, 12));
      pc += 20;
      break;
    }
    case 111: { // i64.shl
      store<u64>(fp + load<usize>(pc, 4), load<u64>(fp + load<usize>(pc, 8)) << load<u64>(fp + load<usize>(pc, 12)));
      pc += 16;
      break;
    }
    case 112: { // i64.shl.i
      store<u64>(fp + load<usize>(pc, 4), load<u64>(fp + load<usize>(pc, 8)) << load<u64>(pc, 12));
      pc += 20;
      break;
    }
    case 113: { // i64.shr_s
      store<i64>(fp + load<usize>(pc, 4), load<i64>(fp + load<usize>(pc, 8)) >> load<i64>(fp + load<usize>(pc, 12)));
      pc += 16;
      break;
    }
    case 114: { // i64.shr_s.i
      store<i64>(fp + load<usize>(pc, 4), load<i64>(fp + load<usize>(pc, 8)) >> load<i64>(pc, 12));
      pc += 20;
      break;
    }
    case 115: { // i64.shr_u
      store<u64>(fp + load<usize>(pc, 4), load<u64>(fp + load<usize>(pc, 8)) >> load<u64>(fp + load<usize>(pc, 12)));
      pc += 16;
      break;
    }
    case 116: { // i64.shr_u.i
      store<u64>(fp + load<usize>(pc, 4), load<u64>(fp + load<usize>(pc, 8)) >> load<u64>(pc, 12));
      pc += 20;
      break;
    }
    case 117: { // i64.rotl
      store<u64>(fp + load<usize>(pc, 4), rotl<u64>(load<u64>(fp + load<usize>(pc, 8)), load<u64>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 118: { // i64.rotl.i
      store<u64>(fp + load<usize>(pc, 4), rotl<u64>(load<u64>(fp + load<usize>(pc, 8)), load<u64>(pc, 12)));
      pc += 20;
      break;
    }
    case 119: { // i64.rotr
      store<u64>(fp + load<usize>(pc, 4), rotr<u64>(load<u64>(fp + load<usize>(pc, 8)), load<u64>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 120: { // i64.rotr.i
      store<u64>(fp + load<usize>(pc, 4), rotr<u64>(load<u64>(fp + load<usize>(pc, 8)), load<u64>(pc, 12)));
      pc += 20;
      break;
    }
    case 121: { // i64.div_u
      const a = load<u64>(fp + load<usize>(pc, 8)), b = load<u64>(fp + load<usize>(pc, 12)); if (b == 0) return trap(trapDivideByZero, fuel);
      store<u64>(fp + load<usize>(pc, 4), a / b);
      pc += 16;
      break;
    }
    case 122: { // i64.div_u.i
      const a = load<u64>(fp + load<usize>(pc, 8)), b = load<u64>(pc, 12); if (b == 0) return trap(trapDivideByZero, fuel);
      store<u64>(fp + load<usize>(pc, 4), a / b);
      pc += 20;
      break;
    }
    case 123: { // i64.rem_u
      const a = load<u64>(fp + load<usize>(pc, 8)), b = load<u64>(fp + load<usize>(pc, 12)); if (b == 0) return trap(trapDivideByZero, fuel);
      store<u64>(fp + load<usize>(pc, 4), a % b);
      pc += 16;
      break;
    }
    case 124: { // i64.rem_u.i
      const a = load<u64>(fp + load<usize>(pc, 8)), b = load<u64>(pc, 12); if (b == 0) return trap(trapDivideByZero, fuel);
      store<u64>(fp + load<usize>(pc, 4), a % b);
      pc += 20;
      break;
    }
    case 125: { // i64.rem_s
      const a = load<i64>(fp + load<usize>(pc, 8)), b = load<i64>(fp + load<usize>(pc, 12)); if (b == 0) return trap(trapDivideByZero, fuel);
      store<i64>(fp + load<usize>(pc, 4), a % b);
      pc += 16;
      break;
    }
    case 126: { // i64.rem_s.i
      const a = load<i64>(fp + load<usize>(pc, 8)), b = load<i64>(pc, 12); if (b == 0) return trap(trapDivideByZero, fuel);
      store<i64>(fp + load<usize>(pc, 4), a % b);
      pc += 20;
      break;
    }
    case 127: { // i64.div_s
      const a = load<i64>(fp + load<usize>(pc, 8)), b = load<i64>(fp + load<usize>(pc, 12)); if (b == 0) return trap(trapDivideByZero, fuel);
      if (a == i64.MIN_VALUE && b == -1) return trap(trapIntegerOverflow, fuel);
      store<i64>(fp + load<usize>(pc, 4), a / b);
      pc += 16;
      break;
    }
    case 128: { // i64.div_s.i
      const a = load<i64>(fp + load<usize>(pc, 8)), b = load<i64>(pc, 12); if (b == 0) return trap(trapDivideByZero, fuel);
      if (a == i64.MIN_VALUE && b == -1) return trap(trapIntegerOverflow, fuel);
      store<i64>(fp + load<usize>(pc, 4), a / b);
      pc += 20;
      break;
    }
    case 129: { // i64.eq
      store<u32>(fp + load<usize>(pc, 4), u32(load<u64>(fp + load<usize>(pc, 8)) == load<u64>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 130: { // i64.eq.i
      store<u32>(fp + load<usize>(pc, 4), u32(load<u64>(fp + load<usize>(pc, 8)) == load<u64>(pc, 12)));
      pc += 20;
      break;
    }
    case 131: { // branch.i64.eq
      if (load<u64>(fp + load<usize>(pc, 4)) == load<u64>(fp + load<usize>(pc, 8))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 132: { // branch.i64.eq.i
      if (load<u64>(fp + load<usize>(pc, 4)) == load<u64>(pc, 8)) { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc = load<usize>(pc, 16); } else { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc += 28; }
      break;
    }
    case 133: { // i64.ne
      store<u32>(fp + load<usize>(pc, 4), u32(load<u64>(fp + load<usize>(pc, 8)) != load<u64>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 134: { // i64.ne.i
      store<u32>(fp + load<usize>(pc, 4), u32(load<u64>(fp + load<usize>(pc, 8)) != load<u64>(pc, 12)));
      pc += 20;
      break;
    }
    case 135: { // branch.i64.ne
      if (load<u64>(fp + load<usize>(pc, 4)) != load<u64>(fp + load<usize>(pc, 8))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 136: { // branch.i64.ne.i
      if (load<u64>(fp + load<usize>(pc, 4)) != load<u64>(pc, 8)) { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc = load<usize>(pc, 16); } else { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc += 28; }
      break;
    }
    case 137: { // i64.lt_s
      store<u32>(fp + load<usize>(pc, 4), u32(load<i64>(fp + load<usize>(pc, 8)) < load<i64>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 138: { // i64.lt_s.i
      store<u32>(fp + load<usize>(pc, 4), u32(load<i64>(fp + load<usize>(pc, 8)) < load<i64>(pc, 12)));
      pc += 20;
      break;
    }
    case 139: { // branch.i64.lt_s
      if (load<i64>(fp + load<usize>(pc, 4)) < load<i64>(fp + load<usize>(pc, 8))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 140: { // branch.i64.lt_s.i
      if (load<i64>(fp + load<usize>(pc, 4)) < load<i64>(pc, 8)) { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc = load<usize>(pc, 16); } else { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc += 28; }
      break;
    }
    case 141: { // i64.lt_u
      store<u32>(fp + load<usize>(pc, 4), u32(load<u64>(fp + load<usize>(pc, 8)) < load<u64>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 142: { // i64.lt_u.i
      store<u32>(fp + load<usize>(pc, 4), u32(load<u64>(fp + load<usize>(pc, 8)) < load<u64>(pc, 12)));
      pc += 20;
      break;
    }
    case 143: { // branch.i64.lt_u
      if (load<u64>(fp + load<usize>(pc, 4)) < load<u64>(fp + load<usize>(pc, 8))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 144: { // branch.i64.lt_u.i
      if (load<u64>(fp + load<usize>(pc, 4)) < load<u64>(pc, 8)) { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc = load<usize>(pc, 16); } else { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc += 28; }
      break;
    }
    case 145: { // i64.gt_s
      store<u32>(fp + load<usize>(pc, 4), u32(load<i64>(fp + load<usize>(pc, 8)) > load<i64>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 146: { // i64.gt_s.i
      store<u32>(fp + load<usize>(pc, 4), u32(load<i64>(fp + load<usize>(pc, 8)) > load<i64>(pc, 12)));
      pc += 20;
      break;
    }
    case 147: { // branch.i64.gt_s
      if (load<i64>(fp + load<usize>(pc, 4)) > load<i64>(fp + load<usize>(pc, 8))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 148: { // branch.i64.gt_s.i
      if (load<i64>(fp + load<usize>(pc, 4)) > load<i64>(pc, 8)) { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc = load<usize>(pc, 16); } else { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc += 28; }
      break;
    }
    case 149: { // i64.gt_u
      store<u32>(fp + load<usize>(pc, 4), u32(load<u64>(fp + load<usize>(pc, 8)) > load<u64>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 150: { // i64.gt_u.i
      store<u32>(fp + load<usize>(pc, 4), u32(load<u64>(fp + load<usize>(pc, 8)) > load<u64>(pc, 12)));
      pc += 20;
      break;
    }
    case 151: { // branch.i64.gt_u
      if (load<u64>(fp + load<usize>(pc, 4)) > load<u64>(fp + load<usize>(pc, 8))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 152: { // branch.i64.gt_u.i
      if (load<u64>(fp + load<usize>(pc, 4)) > load<u64>(pc, 8)) { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc = load<usize>(pc, 16); } else { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc += 28; }
      break;
    }
    case 153: { // i64.le_s
      store<u32>(fp + load<usize>(pc, 4), u32(load<i64>(fp + load<usize>(pc, 8)) <= load<i64>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 154: { // i64.le_s.i
      store<u32>(fp + load<usize>(pc, 4), u32(load<i64>(fp + load<usize>(pc, 8)) <= load<i64>(pc, 12)));
      pc += 20;
      break;
    }
    case 155: { // branch.i64.le_s
      if (load<i64>(fp + load<usize>(pc, 4)) <= load<i64>(fp + load<usize>(pc, 8))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 156: { // branch.i64.le_s.i
      if (load<i64>(fp + load<usize>(pc, 4)) <= load<i64>(pc, 8)) { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc = load<usize>(pc, 16); } else { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc += 28; }
      break;
    }
    case 157: { // i64.le_u
      store<u32>(fp + load<usize>(pc, 4), u32(load<u64>(fp + load<usize>(pc, 8)) <= load<u64>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 158: { // i64.le_u.i
      store<u32>(fp + load<usize>(pc, 4), u32(load<u64>(fp + load<usize>(pc, 8)) <= load<u64>(pc, 12)));
      pc += 20;
      break;
    }
    case 159: { // branch.i64.le_u
      if (load<u64>(fp + load<usize>(pc, 4)) <= load<u64>(fp + load<usize>(pc, 8))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 160: { // branch.i64.le_u.i
      if (load<u64>(fp + load<usize>(pc, 4)) <= load<u64>(pc, 8)) { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc = load<usize>(pc, 16); } else { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc += 28; }
      break;
    }
    case 161: { // i64.ge_s
      store<u32>(fp + load<usize>(pc, 4), u32(load<i64>(fp + load<usize>(pc, 8)) >= load<i64>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 162: { // i64.ge_s.i
      store<u32>(fp + load<usize>(pc, 4), u32(load<i64>(fp + load<usize>(pc, 8)) >= load<i64>(pc, 12)));
      pc += 20;
      break;
    }
    case 163: { // branch.i64.ge_s
      if (load<i64>(fp + load<usize>(pc, 4)) >= load<i64>(fp + load<usize>(pc, 8))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 164: { // branch.i64.ge_s.i
      if (load<i64>(fp + load<usize>(pc, 4)) >= load<i64>(pc, 8)) { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc = load<usize>(pc, 16); } else { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc += 28; }
      break;
    }
    case 165: { // i64.ge_u
      store<u32>(fp + load<usize>(pc, 4), u32(load<u64>(fp + load<usize>(pc, 8)) >= load<u64>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 166: { // i64.ge_u.i
      store<u32>(fp + load<usize>(pc, 4), u32(load<u64>(fp + load<usize>(pc, 8)) >= load<u64>(pc, 12)));
      pc += 20;
      break;
    }
    case 167: { // branch.i64.ge_u
      if (load<u64>(fp + load<usize>(pc, 4)) >= load<u64>(fp + load<usize>(pc, 8))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 168: { // branch.i64.ge_u.i
      if (load<u64>(fp + load<usize>(pc, 4)) >= load<u64>(pc, 8)) { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc = load<usize>(pc, 16); } else { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc += 28; }
      break;
    }
    case 169: { // i64.none
      store<u32>(fp + load<usize>(pc, 4), u32((load<u64>(fp + load<usize>(pc, 8)) & load<u64>(fp + load<usize>(pc, 12))) == 0));
      pc += 16;
      break;
    }
    case 170: { // i64.none.i
      store<u32>(fp + load<usize>(pc, 4), u32((load<u64>(fp + load<usize>(pc, 8)) & load<u64>(pc, 12)) == 0));
      pc += 20;
      break;
    }
    case 171: { // branch.i64.none
      if ((load<u64>(fp + load<usize>(pc, 4)) & load<u64>(fp + load<usize>(pc, 8))) == 0) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 172: { // branch.i64.none.i
      if ((load<u64>(fp + load<usize>(pc, 4)) & load<u64>(pc, 8)) == 0) { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc = load<usize>(pc, 16); } else { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc += 28; }
      break;
    }
    case 173: { // i64.some
      store<u32>(fp + load<usize>(pc, 4), u32((load<u64>(fp + load<usize>(pc, 8)) & load<u64>(fp + load<usize>(pc, 12))) != 0));
      pc += 16;
      break;
    }
    case 174: { // i64.some.i
      store<u32>(fp + load<usize>(pc, 4), u32((load<u64>(fp + load<usize>(pc, 8)) & load<u64>(pc, 12)) != 0));
      pc += 20;
      break;
    }
    case 175: { // branch.i64.some
      if ((load<u64>(fp + load<usize>(pc, 4)) & load<u64>(fp + load<usize>(pc, 8))) != 0) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 176: { // branch.i64.some.i
      if ((load<u64>(fp + load<usize>(pc, 4)) & load<u64>(pc, 8)) != 0) { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc = load<usize>(pc, 16); } else { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc += 28; }
      break;
    }
    case 177: { // i64.clz
      store<u64>(fp + load<usize>(pc, 4), clz<u64>(load<u64>(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 178: { // i64.ctz
      store<u64>(fp + load<usize>(pc, 4), ctz<u64>(load<u64>(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 179: { // i64.popcnt
      store<u64>(fp + load<usize>(pc, 4), popcnt<u64>(load<u64>(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 180: { // extend8_s
      store<i64>(fp + load<usize>(pc, 4), <i64>load<i8>(fp + load<usize>(pc, 8)));
      pc += 12;
      break;
    }
    case 181: { // extend16_s
      store<i64>(fp + load<usize>(pc, 4), <i64>load<i16>(fp + load<usize>(pc, 8)));
      pc += 12;
      break;
    }
    case 182: { // extend32_s
      store<i64>(fp + load<usize>(pc, 4), <i64>load<i32>(fp + load<usize>(pc, 8)));
      pc += 12;
      break;
    }
    case 183: { // extend32_u
      store<u64>(fp + load<usize>(pc, 4), <u64>load<u32>(fp + load<usize>(pc, 8)));
      pc += 12;
      break;
    }
    case 184: { // f32.add
      const to = fp + load<usize>(pc, 4), value: f32 = load<f32>(fp + load<usize>(pc, 8)) + load<f32>(fp + load<usize>(pc, 12));
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 16;
      break;
    }
    case 185: { // f32.add.i
      const to = fp + load<usize>(pc, 4), value: f32 = load<f32>(fp + load<usize>(pc, 8)) + load<f32>(pc, 12);
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 16;
      break;
    }
    case 186: { // f32.sub
      const to = fp + load<usize>(pc, 4), value: f32 = load<f32>(fp + load<usize>(pc, 8)) - load<f32>(fp + load<usize>(pc, 12));
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 16;
      break;
    }
    case 187: { // f32.sub.i
      const to = fp + load<usize>(pc, 4), value: f32 = load<f32>(fp + load<usize>(pc, 8)) - load<f32>(pc, 12);
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 16;
      break;
    }
    case 188: { // f32.mul
      const to = fp + load<usize>(pc, 4), value: f32 = load<f32>(fp + load<usize>(pc, 8)) * load<f32>(fp + load<usize>(pc, 12));
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 16;
      break;
    }
    case 189: { // f32.mul.i
      const to = fp + load<usize>(pc, 4), value: f32 = load<f32>(fp + load<usize>(pc, 8)) * load<f32>(pc, 12);
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 16;
      break;
    }
    case 190: { // f32.div
      const to = fp + load<usize>(pc, 4), value: f32 = load<f32>(fp + load<usize>(pc, 8)) / load<f32>(fp + load<usize>(pc, 12));
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 16;
      break;
    }
    case 191: { // f32.div.i
      const to = fp + load<usize>(pc, 4), value: f32 = load<f32>(fp + load<usize>(pc, 8)) / load<f32>(pc, 12);
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 16;
      break;
    }
    case 192: { // f32.min
      const to = fp + load<usize>(pc, 4), value: f32 = min<f32>(load<f32>(fp + load<usize>(pc, 8)), load<f32>(fp + load<usize>(pc, 12)));
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 16;
      break;
    }
    case 193: { // f32.min.i
      const to = fp + load<usize>(pc, 4), value: f32 = min<f32>(load<f32>(fp + load<usize>(pc, 8)), load<f32>(pc, 12));
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 16;
      break;
    }
    case 194: { // f32.max
      const to = fp + load<usize>(pc, 4), value: f32 = max<f32>(load<f32>(fp + load<usize>(pc, 8)), load<f32>(fp + load<usize>(pc, 12)));
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 16;
      break;
    }
    case 195: { // f32.max.i
      const to = fp + load<usize>(pc, 4), value: f32 = max<f32>(load<f32>(fp + load<usize>(pc, 8)), load<f32>(pc, 12));
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 16;
      break;
    }
    case 196: { // f32.sqrt
      const to = fp + load<usize>(pc, 4), value: f32 = sqrt<f32>(load<f32>(fp + load<usize>(pc, 8)));
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 12;
      break;
    }
    case 197: { // f32.ceil
      const to = fp + load<usize>(pc, 4), value: f32 = ceil<f32>(load<f32>(fp + load<usize>(pc, 8)));
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 12;
      break;
    }
    case 198: { // f32.floor
      const to = fp + load<usize>(pc, 4), value: f32 = floor<f32>(load<f32>(fp + load<usize>(pc, 8)));
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 12;
      break;
    }
    case 199: { // f32.trunc
      const to = fp + load<usize>(pc, 4), value: f32 = trunc<f32>(load<f32>(fp + load<usize>(pc, 8)));
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 12;
      break;
    }
    case 200: { // f32.nearest
      const to = fp + load<usize>(pc, 4), value: f32 = nearest<f32>(load<f32>(fp + load<usize>(pc, 8)));
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 12;
      break;
    }
    case 201: { // f32.copysign
      store<u32>(fp + load<usize>(pc, 4), (load<u32>(fp + load<usize>(pc, 8)) & 0x7fffffff) | (load<u32>(fp + load<usize>(pc, 12)) & 0x80000000));
      pc += 16;
      break;
    }
    case 202: { // f32.eq
      store<u32>(fp + load<usize>(pc, 4), u32(load<f32>(fp + load<usize>(pc, 8)) == load<f32>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 203: { // branch.f32.eq
      if (load<f32>(fp + load<usize>(pc, 4)) == load<f32>(fp + load<usize>(pc, 8))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 204: { // branch.not.f32.eq
      if (!(load<f32>(fp + load<usize>(pc, 4)) == load<f32>(fp + load<usize>(pc, 8)))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 205: { // f32.ne
      store<u32>(fp + load<usize>(pc, 4), u32(load<f32>(fp + load<usize>(pc, 8)) != load<f32>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 206: { // branch.f32.ne
      if (load<f32>(fp + load<usize>(pc, 4)) != load<f32>(fp + load<usize>(pc, 8))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 207: { // branch.not.f32.ne
      if (!(load<f32>(fp + load<usize>(pc, 4)) != load<f32>(fp + load<usize>(pc, 8)))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 208: { // f32.lt
      store<u32>(fp + load<usize>(pc, 4), u32(load<f32>(fp + load<usize>(pc, 8)) < load<f32>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 209: { // branch.f32.lt
      if (load<f32>(fp + load<usize>(pc, 4)) < load<f32>(fp + load<usize>(pc, 8))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 210: { // branch.not.f32.lt
      if (!(load<f32>(fp + load<usize>(pc, 4)) < load<f32>(fp + load<usize>(pc, 8)))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 211: { // f32.gt
      store<u32>(fp + load<usize>(pc, 4), u32(load<f32>(fp + load<usize>(pc, 8)) > load<f32>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 212: { // branch.f32.gt
      if (load<f32>(fp + load<usize>(pc, 4)) > load<f32>(fp + load<usize>(pc, 8))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 213: { // branch.not.f32.gt
      if (!(load<f32>(fp + load<usize>(pc, 4)) > load<f32>(fp + load<usize>(pc, 8)))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 214: { // f32.le
      store<u32>(fp + load<usize>(pc, 4), u32(load<f32>(fp + load<usize>(pc, 8)) <= load<f32>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 215: { // branch.f32.le
      if (load<f32>(fp + load<usize>(pc, 4)) <= load<f32>(fp + load<usize>(pc, 8))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 216: { // branch.not.f32.le
      if (!(load<f32>(fp + load<usize>(pc, 4)) <= load<f32>(fp + load<usize>(pc, 8)))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 217: { // f32.ge
      store<u32>(fp + load<usize>(pc, 4), u32(load<f32>(fp + load<usize>(pc, 8)) >= load<f32>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 218: { // branch.f32.ge
      if (load<f32>(fp + load<usize>(pc, 4)) >= load<f32>(fp + load<usize>(pc, 8))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 219: { // branch.not.f32.ge
      if (!(load<f32>(fp + load<usize>(pc, 4)) >= load<f32>(fp + load<usize>(pc, 8)))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 220: { // f64.add
      const to = fp + load<usize>(pc, 4), value: f64 = load<f64>(fp + load<usize>(pc, 8)) + load<f64>(fp + load<usize>(pc, 12));
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 16;
      break;
    }
    case 221: { // f64.add.i
      const to = fp + load<usize>(pc, 4), value: f64 = load<f64>(fp + load<usize>(pc, 8)) + load<f64>(pc, 12);
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 20;
      break;
    }
    case 222: { // f64.sub
      const to = fp + load<usize>(pc, 4), value: f64 = load<f64>(fp + load<usize>(pc, 8)) - load<f64>(fp + load<usize>(pc, 12));
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 16;
      break;
    }
    case 223: { // f64.sub.i
      const to = fp + load<usize>(pc, 4), value: f64 = load<f64>(fp + load<usize>(pc, 8)) - load<f64>(pc, 12);
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 20;
      break;
    }
    case 224: { // f64.mul
      const to = fp + load<usize>(pc, 4), value: f64 = load<f64>(fp + load<usize>(pc, 8)) * load<f64>(fp + load<usize>(pc, 12));
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 16;
      break;
    }
    case 225: { // f64.mul.i
      const to = fp + load<usize>(pc, 4), value: f64 = load<f64>(fp + load<usize>(pc, 8)) * load<f64>(pc, 12);
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 20;
      break;
    }
    case 226: { // f64.div
      const to = fp + load<usize>(pc, 4), value: f64 = load<f64>(fp + load<usize>(pc, 8)) / load<f64>(fp + load<usize>(pc, 12));
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 16;
      break;
    }
    case 227: { // f64.div.i
      const to = fp + load<usize>(pc, 4), value: f64 = load<f64>(fp + load<usize>(pc, 8)) / load<f64>(pc, 12);
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 20;
      break;
    }
    case 228: { // f64.min
      const to = fp + load<usize>(pc, 4), value: f64 = min<f64>(load<f64>(fp + load<usize>(pc, 8)), load<f64>(fp + load<usize>(pc, 12)));
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 16;
      break;
    }
    case 229: { // f64.min.i
      const to = fp + load<usize>(pc, 4), value: f64 = min<f64>(load<f64>(fp + load<usize>(pc, 8)), load<f64>(pc, 12));
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 20;
      break;
    }
    case 230: { // f64.max
      const to = fp + load<usize>(pc, 4), value: f64 = max<f64>(load<f64>(fp + load<usize>(pc, 8)), load<f64>(fp + load<usize>(pc, 12)));
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 16;
      break;
    }
    case 231: { // f64.max.i
      const to = fp + load<usize>(pc, 4), value: f64 = max<f64>(load<f64>(fp + load<usize>(pc, 8)), load<f64>(pc, 12));
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 20;
      break;
    }
    case 232: { // f64.sqrt
      const to = fp + load<usize>(pc, 4), value: f64 = sqrt<f64>(load<f64>(fp + load<usize>(pc, 8)));
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 12;
      break;
    }
    case 233: { // f64.ceil
      const to = fp + load<usize>(pc, 4), value: f64 = ceil<f64>(load<f64>(fp + load<usize>(pc, 8)));
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 12;
      break;
    }
    case 234: { // f64.floor
      const to = fp + load<usize>(pc, 4), value: f64 = floor<f64>(load<f64>(fp + load<usize>(pc, 8)));
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 12;
      break;
    }
    case 235: { // f64.trunc
      const to = fp + load<usize>(pc, 4), value: f64 = trunc<f64>(load<f64>(fp + load<usize>(pc, 8)));
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 12;
      break;
    }
    case 236: { // f64.nearest
      const to = fp + load<usize>(pc, 4), value: f64 = nearest<f64>(load<f64>(fp + load<usize>(pc, 8)));
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 12;
      break;
    }
    case 237: { // f64.copysign
      store<u64>(fp + load<usize>(pc, 4), (load<u64>(fp + load<usize>(pc, 8)) & 0x7fffffffffffffff) | (load<u64>(fp + load<usize>(pc, 12)) & 0x8000000000000000));
      pc += 16;
      break;
    }
    case 238: { // f64.eq
      store<u32>(fp + load<usize>(pc, 4), u32(load<f64>(fp + load<usize>(pc, 8)) == load<f64>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 239: { // branch.f64.eq
      if (load<f64>(fp + load<usize>(pc, 4)) == load<f64>(fp + load<usize>(pc, 8))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 240: { // branch.not.f64.eq
      if (!(load<f64>(fp + load<usize>(pc, 4)) == load<f64>(fp + load<usize>(pc, 8)))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 241: { // f64.ne
      store<u32>(fp + load<usize>(pc, 4), u32(load<f64>(fp + load<usize>(pc, 8)) != load<f64>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 242: { // branch.f64.ne
      if (load<f64>(fp + load<usize>(pc, 4)) != load<f64>(fp + load<usize>(pc, 8))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 243: { // branch.not.f64.ne
      if (!(load<f64>(fp + load<usize>(pc, 4)) != load<f64>(fp + load<usize>(pc, 8)))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 244: { // f64.lt
      store<u32>(fp + load<usize>(pc, 4), u32(load<f64>(fp + load<usize>(pc, 8)) < load<f64>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 245: { // branch.f64.lt
      if (load<f64>(fp + load<usize>(pc, 4)) < load<f64>(fp + load<usize>(pc, 8))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 246: { // branch.not.f64.lt
      if (!(load<f64>(fp + load<usize>(pc, 4)) < load<f64>(fp + load<usize>(pc, 8)))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 247: { // f64.gt
      store<u32>(fp + load<usize>(pc, 4), u32(load<f64>(fp + load<usize>(pc, 8)) > load<f64>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 248: { // branch.f64.gt
      if (load<f64>(fp + load<usize>(pc, 4)) > load<f64>(fp + load<usize>(pc, 8))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 249: { // branch.not.f64.gt
      if (!(load<f64>(fp + load<usize>(pc, 4)) > load<f64>(fp + load<usize>(pc, 8)))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 250: { // f64.le
      store<u32>(fp + load<usize>(pc, 4), u32(load<f64>(fp + load<usize>(pc, 8)) <= load<f64>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 251: { // branch.f64.le
      if (load<f64>(fp + load<usize>(pc, 4)) <= load<f64>(fp + load<usize>(pc, 8))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 252: { // branch.not.f64.le
      if (!(load<f64>(fp + load<usize>(pc, 4)) <= load<f64>(fp + load<usize>(pc, 8)))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 253: { // f64.ge
      store<u32>(fp + load<usize>(pc, 4), u32(load<f64>(fp + load<usize>(pc, 8)) >= load<f64>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 254: { // branch.f64.ge
      if (load<f64>(fp + load<usize>(pc, 4)) >= load<f64>(fp + load<usize>(pc, 8))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 255: { // branch.not.f64.ge
      if (!(load<f64>(fp + load<usize>(pc, 4)) >= load<f64>(fp + load<usize>(pc, 8)))) { fuel -= <i64>load<u32>(pc, 16); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 16), <i64>load<u32>(pc, 16));  pc = load<usize>(pc, 12); } else { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc += 24; }
      break;
    }
    case 256: { // f32.demote_f64
      const to = fp + load<usize>(pc, 4), value: f32 = <f32>load<f64>(fp + load<usize>(pc, 8));
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 12;
      break;
    }
    case 257: { // f64.promote_f32
      const to = fp + load<usize>(pc, 4), value: f64 = <f64>load<f32>(fp + load<usize>(pc, 8));
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 12;
      break;
    }
    case 258: { // f32.convert_i32_s
      store<f32>(fp + load<usize>(pc, 4), <f32>load<i32>(fp + load<usize>(pc, 8)));
      pc += 12;
      break;
    }
    case 259: { // i32.trunc_sat_f32_s
      const value = load<f32>(fp + load<usize>(pc, 8)); store<i32>(fp + load<usize>(pc, 4), <i32>value);
      pc += 12;
      break;
    }
    case 260: { // i32.trunc_f32_s
      const value = load<f32>(fp + load<usize>(pc, 8));
      if (!(value >= -2147483648.0 && value < 2147483648.0)) return trap(trapFloatToInt, fuel);
      store<i32>(fp + load<usize>(pc, 4), <i32>value);
      pc += 12;
      break;
    }
    case 261: { // f32.convert_i32_u
      store<f32>(fp + load<usize>(pc, 4), <f32>load<u32>(fp + load<usize>(pc, 8)));
      pc += 12;
      break;
    }
    case 262: { // i32.trunc_sat_f32_u
      const value = load<f32>(fp + load<usize>(pc, 8)); store<u32>(fp + load<usize>(pc, 4), <u32>value);
      pc += 12;
      break;
    }
    case 263: { // i32.trunc_f32_u
      const value = load<f32>(fp + load<usize>(pc, 8));
      if (!(value > -1.0 && value < 4294967296.0)) return trap(trapFloatToInt, fuel);
      store<u32>(fp + load<usize>(pc, 4), <u32>value);
      pc += 12;
      break;
    }
    case 264: { // f32.convert_i64_s
      store<f32>(fp + load<usize>(pc, 4), <f32>load<i64>(fp + load<usize>(pc, 8)));
      pc += 12;
      break;
    }
    case 265: { // i64.trunc_sat_f32_s
      const value = load<f32>(fp + load<usize>(pc, 8)); store<i64>(fp + load<usize>(pc, 4), <i64>value);
      pc += 12;
      break;
    }
    case 266: { // i64.trunc_f32_s
      const value = load<f32>(fp + load<usize>(pc, 8));
      if (!(value >= -9223372036854775808.0 && value < 9223372036854775808.0)) return trap(trapFloatToInt, fuel);
      store<i64>(fp + load<usize>(pc, 4), <i64>value);
      pc += 12;
      break;
    }
    case 267: { // f32.convert_i64_u
      store<f32>(fp + load<usize>(pc, 4), <f32>load<u64>(fp + load<usize>(pc, 8)));
      pc += 12;
      break;
    }
    case 268: { // i64.trunc_sat_f32_u
      const value = load<f32>(fp + load<usize>(pc, 8)); store<u64>(fp + load<usize>(pc, 4), <u64>value);
      pc += 12;
      break;
    }
    case 269: { // i64.trunc_f32_u
      const value = load<f32>(fp + load<usize>(pc, 8));
      if (!(value > -1.0 && value < 18446744073709551616.0)) return trap(trapFloatToInt, fuel);
      store<u64>(fp + load<usize>(pc, 4), <u64>value);
      pc += 12;
      break;
    }
    case 270: { // f64.convert_i32_s
      store<f64>(fp + load<usize>(pc, 4), <f64>load<i32>(fp + load<usize>(pc, 8)));
      pc += 12;
      break;
    }
    case 271: { // i32.trunc_sat_f64_s
      const value = load<f64>(fp + load<usize>(pc, 8)); store<i32>(fp + load<usize>(pc, 4), <i32>value);
      pc += 12;
      break;
    }
    case 272: { // i32.trunc_f64_s
      const value = load<f64>(fp + load<usize>(pc, 8));
      if (!(value > -2147483649.0 && value < 2147483648.0)) return trap(trapFloatToInt, fuel);
      store<i32>(fp + load<usize>(pc, 4), <i32>value);
      pc += 12;
      break;
    }
    case 273: { // f64.convert_i32_u
      store<f64>(fp + load<usize>(pc, 4), <f64>load<u32>(fp + load<usize>(pc, 8)));
      pc += 12;
      break;
    }
    case 274: { // i32.trunc_sat_f64_u
      const value = load<f64>(fp + load<usize>(pc, 8)); store<u32>(fp + load<usize>(pc, 4), <u32>value);
      pc += 12;
      break;
    }
    case 275: { // i32.trunc_f64_u
      const value = load<f64>(fp + load<usize>(pc, 8));
      if (!(value > -1.0 && value < 4294967296.0)) return trap(trapFloatToInt, fuel);
      store<u32>(fp + load<usize>(pc, 4), <u32>value);
      pc += 12;
      break;
    }
    case 276: { // f64.convert_i64_s
      store<f64>(fp + load<usize>(pc, 4), <f64>load<i64>(fp + load<usize>(pc, 8)));
      pc += 12;
      break;
    }
    case 277: { // i64.trunc_sat_f64_s
      const value = load<f64>(fp + load<usize>(pc, 8)); store<i64>(fp + load<usize>(pc, 4), <i64>value);
      pc += 12;
      break;
    }
    case 278: { // i64.trunc_f64_s
      const value = load<f64>(fp + load<usize>(pc, 8));
      if (!(value >= -9223372036854775808.0 && value < 9223372036854775808.0)) return trap(trapFloatToInt, fuel);
      store<i64>(fp + load<usize>(pc, 4), <i64>value);
      pc += 12;
      break;
    }
    case 279: { // f64.convert_i64_u
      store<f64>(fp + load<usize>(pc, 4), <f64>load<u64>(fp + load<usize>(pc, 8)));
      pc += 12;
      break;
    }
    case 280: { // i64.trunc_sat_f64_u
      const value = load<f64>(fp + load<usize>(pc, 8)); store<u64>(fp + load<usize>(pc, 4), <u64>value);
      pc += 12;
      break;
    }
    case 281: { // i64.trunc_f64_u
      const value = load<f64>(fp + load<usize>(pc, 8));
      if (!(value > -1.0 && value < 18446744073709551616.0)) return trap(trapFloatToInt, fuel);
      store<u64>(fp + load<usize>(pc, 4), <u64>value);
      pc += 12;
      break;
    }
    case 282: { // load8_s
      const address: u32 = load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 1 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<i64>(fp + load<usize>(pc, 4), <i64>load<i8>(at));
      pc += 16;
      break;
    }
    case 283: { // load8_u
      const address: u32 = load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 1 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u64>(fp + load<usize>(pc, 4), <u64>load<u8>(at));
      pc += 16;
      break;
    }
    case 284: { // load16_s
      const address: u32 = load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 2 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<i64>(fp + load<usize>(pc, 4), <i64>load<i16>(at));
      pc += 16;
      break;
    }
    case 285: { // load16_u
      const address: u32 = load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 2 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u64>(fp + load<usize>(pc, 4), <u64>load<u16>(at));
      pc += 16;
      break;
    }
    case 286: { // load32_s
      const address: u32 = load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<i64>(fp + load<usize>(pc, 4), <i64>load<i32>(at));
      pc += 16;
      break;
    }
    case 287: { // load32_u
      const address: u32 = load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u64>(fp + load<usize>(pc, 4), <u64>load<u32>(at));
      pc += 16;
      break;
    }
    case 288: { // load64
      const address: u32 = load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 8 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u64>(fp + load<usize>(pc, 4), <u64>load<u64>(at));
      pc += 16;
      break;
    }
    case 289: { // store8
      const address: u32 = load<u32>(fp + load<usize>(pc, 4));
      const effective = <u64>address + <u64>load<u32>(pc, 8);
      if (effective + 1 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u8>(at, load<u8>(fp + load<usize>(pc, 12)));
      pc += 16;
      break;
    }
    case 290: { // store8.i
      const address: u32 = load<u32>(fp + load<usize>(pc, 4));
      const effective = <u64>address + <u64>load<u32>(pc, 8);
      if (effective + 1 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u8>(at, load<u8>(pc, 12));
      pc += 16;
      break;
    }
    case 291: { // store16
      const address: u32 = load<u32>(fp + load<usize>(pc, 4));
      const effective = <u64>address + <u64>load<u32>(pc, 8);
      if (effective + 2 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u16>(at, load<u16>(fp + load<usize>(pc, 12)));
      pc += 16;
      break;
    }
    case 292: { // store16.i
      const address: u32 = load<u32>(fp + load<usize>(pc, 4));
      const effective = <u64>address + <u64>load<u32>(pc, 8);
      if (effective + 2 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u16>(at, load<u16>(pc, 12));
      pc += 16;
      break;
    }
    case 293: { // store32
      const address: u32 = load<u32>(fp + load<usize>(pc, 4));
      const effective = <u64>address + <u64>load<u32>(pc, 8);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u32>(at, load<u32>(fp + load<usize>(pc, 12)));
      pc += 16;
      break;
    }
    case 294: { // store32.i
      const address: u32 = load<u32>(fp + load<usize>(pc, 4));
      const effective = <u64>address + <u64>load<u32>(pc, 8);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u32>(at, load<u32>(pc, 12));
      pc += 16;
      break;
    }
    case 295: { // store64
      const address: u32 = load<u32>(fp + load<usize>(pc, 4));
      const effective = <u64>address + <u64>load<u32>(pc, 8);
      if (effective + 8 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u64>(at, load<u64>(fp + load<usize>(pc, 12)));
      pc += 16;
      break;
    }
    case 296: { // store64.i
      const address: u32 = load<u32>(fp + load<usize>(pc, 4));
      const effective = <u64>address + <u64>load<u32>(pc, 8);
      if (effective + 8 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u64>(at, load<u64>(pc, 12));
      pc += 20;
      break;
    }
    case 297: { // load8_s.a
      const address: u32 = load<u32>(pc, 8);
      const effective = <u64>address + <u64>0;
      if (effective + 1 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<i64>(fp + load<usize>(pc, 4), <i64>load<i8>(at));
      pc += 12;
      break;
    }
    case 298: { // load8_u.a
      const address: u32 = load<u32>(pc, 8);
      const effective = <u64>address + <u64>0;
      if (effective + 1 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u64>(fp + load<usize>(pc, 4), <u64>load<u8>(at));
      pc += 12;
      break;
    }
    case 299: { // load16_s.a
      const address: u32 = load<u32>(pc, 8);
      const effective = <u64>address + <u64>0;
      if (effective + 2 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<i64>(fp + load<usize>(pc, 4), <i64>load<i16>(at));
      pc += 12;
      break;
    }
    case 300: { // load16_u.a
      const address: u32 = load<u32>(pc, 8);
      const effective = <u64>address + <u64>0;
      if (effective + 2 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u64>(fp + load<usize>(pc, 4), <u64>load<u16>(at));
      pc += 12;
      break;
    }
    case 301: { // load32_s.a
      const address: u32 = load<u32>(pc, 8);
      const effective = <u64>address + <u64>0;
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<i64>(fp + load<usize>(pc, 4), <i64>load<i32>(at));
      pc += 12;
      break;
    }
    case 302: { // load32_u.a
      const address: u32 = load<u32>(pc, 8);
      const effective = <u64>address + <u64>0;
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u64>(fp + load<usize>(pc, 4), <u64>load<u32>(at));
      pc += 12;
      break;
    }
    case 303: { // load64.a
      const address: u32 = load<u32>(pc, 8);
      const effective = <u64>address + <u64>0;
      if (effective + 8 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u64>(fp + load<usize>(pc, 4), <u64>load<u64>(at));
      pc += 12;
      break;
    }
    case 304: { // store8.a
      const address: u32 = load<u32>(pc, 4);
      const effective = <u64>address + <u64>0;
      if (effective + 1 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u8>(at, load<u8>(fp + load<usize>(pc, 8)));
      pc += 12;
      break;
    }
    case 305: { // store8.a.i
      const address: u32 = load<u32>(pc, 4);
      const effective = <u64>address + <u64>0;
      if (effective + 1 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u8>(at, load<u8>(pc, 8));
      pc += 12;
      break;
    }
    case 306: { // store16.a
      const address: u32 = load<u32>(pc, 4);
      const effective = <u64>address + <u64>0;
      if (effective + 2 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u16>(at, load<u16>(fp + load<usize>(pc, 8)));
      pc += 12;
      break;
    }
    case 307: { // store16.a.i
      const address: u32 = load<u32>(pc, 4);
      const effective = <u64>address + <u64>0;
      if (effective + 2 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u16>(at, load<u16>(pc, 8));
      pc += 12;
      break;
    }
    case 308: { // store32.a
      const address: u32 = load<u32>(pc, 4);
      const effective = <u64>address + <u64>0;
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u32>(at, load<u32>(fp + load<usize>(pc, 8)));
      pc += 12;
      break;
    }
    case 309: { // store32.a.i
      const address: u32 = load<u32>(pc, 4);
      const effective = <u64>address + <u64>0;
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u32>(at, load<u32>(pc, 8));
      pc += 12;
      break;
    }
    case 310: { // store64.a
      const address: u32 = load<u32>(pc, 4);
      const effective = <u64>address + <u64>0;
      if (effective + 8 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u64>(at, load<u64>(fp + load<usize>(pc, 8)));
      pc += 12;
      break;
    }
    case 311: { // store64.a.i
      const address: u32 = load<u32>(pc, 4);
      const effective = <u64>address + <u64>0;
      if (effective + 8 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u64>(at, load<u64>(pc, 8));
      pc += 16;
      break;
    }
    case 312: { // load8_s.d
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 1 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<i64>(fp + load<usize>(pc, 4), <i64>load<i8>(at));
      pc += 20;
      break;
    }
    case 313: { // load8_u.d
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 1 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u64>(fp + load<usize>(pc, 4), <u64>load<u8>(at));
      pc += 20;
      break;
    }
    case 314: { // load16_s.d
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 2 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<i64>(fp + load<usize>(pc, 4), <i64>load<i16>(at));
      pc += 20;
      break;
    }
    case 315: { // load16_u.d
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 2 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u64>(fp + load<usize>(pc, 4), <u64>load<u16>(at));
      pc += 20;
      break;
    }
    case 316: { // load32_s.d
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<i64>(fp + load<usize>(pc, 4), <i64>load<i32>(at));
      pc += 20;
      break;
    }
    case 317: { // load32_u.d
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u64>(fp + load<usize>(pc, 4), <u64>load<u32>(at));
      pc += 20;
      break;
    }
    case 318: { // load64.d
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 8 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u64>(fp + load<usize>(pc, 4), <u64>load<u64>(at));
      pc += 20;
      break;
    }
    case 319: { // store8.d
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 1 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u8>(at, load<u8>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 320: { // store8.d.i
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 1 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u8>(at, load<u8>(pc, 16));
      pc += 20;
      break;
    }
    case 321: { // store16.d
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 2 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u16>(at, load<u16>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 322: { // store16.d.i
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 2 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u16>(at, load<u16>(pc, 16));
      pc += 20;
      break;
    }
    case 323: { // store32.d
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u32>(at, load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 324: { // store32.d.i
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u32>(at, load<u32>(pc, 16));
      pc += 20;
      break;
    }
    case 325: { // store64.d
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 8 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u64>(at, load<u64>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 326: { // store64.d.i
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 8 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u64>(at, load<u64>(pc, 16));
      pc += 24;
      break;
    }
    case 327: { // load8_s.x
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12));
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 1 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<i64>(fp + load<usize>(pc, 4), <i64>load<i8>(at));
      pc += 20;
      break;
    }
    case 328: { // load8_u.x
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12));
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 1 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u64>(fp + load<usize>(pc, 4), <u64>load<u8>(at));
      pc += 20;
      break;
    }
    case 329: { // load16_s.x
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12));
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 2 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<i64>(fp + load<usize>(pc, 4), <i64>load<i16>(at));
      pc += 20;
      break;
    }
    case 330: { // load16_u.x
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12));
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 2 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u64>(fp + load<usize>(pc, 4), <u64>load<u16>(at));
      pc += 20;
      break;
    }
    case 331: { // load32_s.x
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12));
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<i64>(fp + load<usize>(pc, 4), <i64>load<i32>(at));
      pc += 20;
      break;
    }
    case 332: { // load32_u.x
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12));
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u64>(fp + load<usize>(pc, 4), <u64>load<u32>(at));
      pc += 20;
      break;
    }
    case 333: { // load64.x
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12));
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 8 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u64>(fp + load<usize>(pc, 4), <u64>load<u64>(at));
      pc += 20;
      break;
    }
    case 334: { // store8.x
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 1 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u8>(at, load<u8>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 335: { // store8.x.i
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 1 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u8>(at, load<u8>(pc, 16));
      pc += 20;
      break;
    }
    case 336: { // store16.x
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 2 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u16>(at, load<u16>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 337: { // store16.x.i
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 2 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u16>(at, load<u16>(pc, 16));
      pc += 20;
      break;
    }
    case 338: { // store32.x
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u32>(at, load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 339: { // store32.x.i
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u32>(at, load<u32>(pc, 16));
      pc += 20;
      break;
    }
    case 340: { // store64.x
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 8 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u64>(at, load<u64>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 341: { // store64.x.i
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 8 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective;
      store<u64>(at, load<u64>(pc, 16));
      pc += 24;
      break;
    }
    case 342: { // memory.size
      store<u32>(fp + load<usize>(pc, 4), <u32>(memoryBytes >> 16));
      pc += 8;
      break;
    }
    case 343: { // segment.drop
      store<u32>(load<usize>(pc, 4), 0, segmentLength);
      pc += 8;
      break;
    }
    case 344: { // table.size
      store<u32>(fp + load<usize>(pc, 4), load<u32>(load<usize>(pc, 8), tableSize));
      pc += 12;
      break;
    }
    case 345: { // table.get
      const table = load<usize>(pc, 8), index = load<u32>(fp + load<usize>(pc, 12));
      if (index >= load<u32>(table, tableSize)) return trap(trapTableBounds, fuel);
      store<u32>(fp + load<usize>(pc, 4), load<u32>(load<usize>(table, tableEntries) + (<usize>index << 2)));
      pc += 16;
      break;
    }
    case 346: { // table.set
      const table = load<usize>(pc, 4), index = load<u32>(fp + load<usize>(pc, 8));
      if (index >= load<u32>(table, tableSize)) return trap(trapTableBounds, fuel);
      store<u32>(load<usize>(table, tableEntries) + (<usize>index << 2), load<u32>(fp + load<usize>(pc, 12)));
      pc += 16;
      break;
    }
    case 347: { // i32.add+add
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12)); store<u32>(fp + load<usize>(pc, 4), a + load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 348: { // i32.add+sub
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12)); store<u32>(fp + load<usize>(pc, 4), a - load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 349: { // i32.add+and
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12)); store<u32>(fp + load<usize>(pc, 4), a & load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 350: { // i32.add+or
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12)); store<u32>(fp + load<usize>(pc, 4), a | load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 351: { // i32.add+xor
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12)); store<u32>(fp + load<usize>(pc, 4), a ^ load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 352: { // i32.add+and.i
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12)); store<u32>(fp + load<usize>(pc, 4), a & load<u32>(pc, 16));
      pc += 20;
      break;
    }
    case 353: { // i32.and+add
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) & load<u32>(fp + load<usize>(pc, 12)); store<u32>(fp + load<usize>(pc, 4), a + load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 354: { // i32.and+sub
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) & load<u32>(fp + load<usize>(pc, 12)); store<u32>(fp + load<usize>(pc, 4), a - load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 355: { // i32.and+and
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) & load<u32>(fp + load<usize>(pc, 12)); store<u32>(fp + load<usize>(pc, 4), a & load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 356: { // i32.and+or
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) & load<u32>(fp + load<usize>(pc, 12)); store<u32>(fp + load<usize>(pc, 4), a | load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 357: { // i32.and+xor
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) & load<u32>(fp + load<usize>(pc, 12)); store<u32>(fp + load<usize>(pc, 4), a ^ load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 358: { // i32.and+and.i
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) & load<u32>(fp + load<usize>(pc, 12)); store<u32>(fp + load<usize>(pc, 4), a & load<u32>(pc, 16));
      pc += 20;
      break;
    }
    case 359: { // i32.xor+add
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) ^ load<u32>(fp + load<usize>(pc, 12)); store<u32>(fp + load<usize>(pc, 4), a + load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 360: { // i32.xor+sub
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) ^ load<u32>(fp + load<usize>(pc, 12)); store<u32>(fp + load<usize>(pc, 4), a - load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 361: { // i32.xor+and
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) ^ load<u32>(fp + load<usize>(pc, 12)); store<u32>(fp + load<usize>(pc, 4), a & load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 362: { // i32.xor+or
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) ^ load<u32>(fp + load<usize>(pc, 12)); store<u32>(fp + load<usize>(pc, 4), a | load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 363: { // i32.xor+xor
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) ^ load<u32>(fp + load<usize>(pc, 12)); store<u32>(fp + load<usize>(pc, 4), a ^ load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 364: { // i32.xor+and.i
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) ^ load<u32>(fp + load<usize>(pc, 12)); store<u32>(fp + load<usize>(pc, 4), a & load<u32>(pc, 16));
      pc += 20;
      break;
    }
    case 365: { // i32.mul+add
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) * load<u32>(fp + load<usize>(pc, 12)); store<u32>(fp + load<usize>(pc, 4), a + load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 366: { // i32.mul+sub
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) * load<u32>(fp + load<usize>(pc, 12)); store<u32>(fp + load<usize>(pc, 4), a - load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 367: { // i32.mul+and
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) * load<u32>(fp + load<usize>(pc, 12)); store<u32>(fp + load<usize>(pc, 4), a & load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 368: { // i32.mul+or
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) * load<u32>(fp + load<usize>(pc, 12)); store<u32>(fp + load<usize>(pc, 4), a | load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 369: { // i32.mul+xor
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) * load<u32>(fp + load<usize>(pc, 12)); store<u32>(fp + load<usize>(pc, 4), a ^ load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 370: { // i32.mul+and.i
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) * load<u32>(fp + load<usize>(pc, 12)); store<u32>(fp + load<usize>(pc, 4), a & load<u32>(pc, 16));
      pc += 20;
      break;
    }
    case 371: { // i32.and.i+add
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) & load<u32>(pc, 12); store<u32>(fp + load<usize>(pc, 4), a + load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 372: { // i32.and.i+sub
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) & load<u32>(pc, 12); store<u32>(fp + load<usize>(pc, 4), a - load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 373: { // i32.and.i+and
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) & load<u32>(pc, 12); store<u32>(fp + load<usize>(pc, 4), a & load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 374: { // i32.and.i+or
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) & load<u32>(pc, 12); store<u32>(fp + load<usize>(pc, 4), a | load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 375: { // i32.and.i+xor
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) & load<u32>(pc, 12); store<u32>(fp + load<usize>(pc, 4), a ^ load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 376: { // i32.and.i+and.i
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) & load<u32>(pc, 12); store<u32>(fp + load<usize>(pc, 4), a & load<u32>(pc, 16));
      pc += 20;
      break;
    }
    case 377: { // i32.shl.i+add
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) << load<u32>(pc, 12); store<u32>(fp + load<usize>(pc, 4), a + load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 378: { // i32.shl.i+sub
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) << load<u32>(pc, 12); store<u32>(fp + load<usize>(pc, 4), a - load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 379: { // i32.shl.i+and
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) << load<u32>(pc, 12); store<u32>(fp + load<usize>(pc, 4), a & load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 380: { // i32.shl.i+or
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) << load<u32>(pc, 12); store<u32>(fp + load<usize>(pc, 4), a | load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 381: { // i32.shl.i+xor
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) << load<u32>(pc, 12); store<u32>(fp + load<usize>(pc, 4), a ^ load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 382: { // i32.shl.i+and.i
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) << load<u32>(pc, 12); store<u32>(fp + load<usize>(pc, 4), a & load<u32>(pc, 16));
      pc += 20;
      break;
    }
    case 383: { // i32.shr_u.i+add
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) >> load<u32>(pc, 12); store<u32>(fp + load<usize>(pc, 4), a + load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 384: { // i32.shr_u.i+sub
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) >> load<u32>(pc, 12); store<u32>(fp + load<usize>(pc, 4), a - load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 385: { // i32.shr_u.i+and
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) >> load<u32>(pc, 12); store<u32>(fp + load<usize>(pc, 4), a & load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 386: { // i32.shr_u.i+or
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) >> load<u32>(pc, 12); store<u32>(fp + load<usize>(pc, 4), a | load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 387: { // i32.shr_u.i+xor
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) >> load<u32>(pc, 12); store<u32>(fp + load<usize>(pc, 4), a ^ load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 388: { // i32.shr_u.i+and.i
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) >> load<u32>(pc, 12); store<u32>(fp + load<usize>(pc, 4), a & load<u32>(pc, 16));
      pc += 20;
      break;
    }
    case 389: { // i32.rotl.i+add
      const a: u32 = rotl<u32>(load<u32>(fp + load<usize>(pc, 8)), load<u32>(pc, 12)); store<u32>(fp + load<usize>(pc, 4), a + load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 390: { // i32.rotl.i+sub
      const a: u32 = rotl<u32>(load<u32>(fp + load<usize>(pc, 8)), load<u32>(pc, 12)); store<u32>(fp + load<usize>(pc, 4), a - load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 391: { // i32.rotl.i+and
      const a: u32 = rotl<u32>(load<u32>(fp + load<usize>(pc, 8)), load<u32>(pc, 12)); store<u32>(fp + load<usize>(pc, 4), a & load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 392: { // i32.rotl.i+or
      const a: u32 = rotl<u32>(load<u32>(fp + load<usize>(pc, 8)), load<u32>(pc, 12)); store<u32>(fp + load<usize>(pc, 4), a | load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 393: { // i32.rotl.i+xor
      const a: u32 = rotl<u32>(load<u32>(fp + load<usize>(pc, 8)), load<u32>(pc, 12)); store<u32>(fp + load<usize>(pc, 4), a ^ load<u32>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 394: { // i32.rotl.i+and.i
      const a: u32 = rotl<u32>(load<u32>(fp + load<usize>(pc, 8)), load<u32>(pc, 12)); store<u32>(fp + load<usize>(pc, 4), a & load<u32>(pc, 16));
      pc += 20;
      break;
    }
    case 395: { // load32_u.d+i32.add
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = load<u32>(at); store<u32>(fp + load<usize>(pc, 4), a + load<u32>(fp + load<usize>(pc, 20)));
      pc += 24;
      break;
    }
    case 396: { // load32_u.d+i32.xor
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = load<u32>(at); store<u32>(fp + load<usize>(pc, 4), a ^ load<u32>(fp + load<usize>(pc, 20)));
      pc += 24;
      break;
    }
    case 397: { // load32_u.d+i32.and.i
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = load<u32>(at); store<u32>(fp + load<usize>(pc, 4), a & load<u32>(pc, 20));
      pc += 24;
      break;
    }
    case 398: { // f32.add+add
      const a = load<f32>(fp + load<usize>(pc, 8)) + load<f32>(fp + load<usize>(pc, 12));
      const to = fp + load<usize>(pc, 4), value: f32 = a + load<f32>(fp + load<usize>(pc, 16));
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 20;
      break;
    }
    case 399: { // f32.sub+add
      const a = load<f32>(fp + load<usize>(pc, 8)) - load<f32>(fp + load<usize>(pc, 12));
      const to = fp + load<usize>(pc, 4), value: f32 = a + load<f32>(fp + load<usize>(pc, 16));
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 20;
      break;
    }
    case 400: { // f32.mul+add
      const a = load<f32>(fp + load<usize>(pc, 8)) * load<f32>(fp + load<usize>(pc, 12));
      const to = fp + load<usize>(pc, 4), value: f32 = a + load<f32>(fp + load<usize>(pc, 16));
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 20;
      break;
    }
    case 401: { // load32_u.d+f32.add
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = load<f32>(at);
      const to = fp + load<usize>(pc, 4), value: f32 = a + load<f32>(fp + load<usize>(pc, 20));
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 24;
      break;
    }
    case 402: { // f32.add+sub
      const a = load<f32>(fp + load<usize>(pc, 8)) + load<f32>(fp + load<usize>(pc, 12));
      const to = fp + load<usize>(pc, 4), value: f32 = a - load<f32>(fp + load<usize>(pc, 16));
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 20;
      break;
    }
    case 403: { // f32.sub+sub
      const a = load<f32>(fp + load<usize>(pc, 8)) - load<f32>(fp + load<usize>(pc, 12));
      const to = fp + load<usize>(pc, 4), value: f32 = a - load<f32>(fp + load<usize>(pc, 16));
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 20;
      break;
    }
    case 404: { // f32.mul+sub
      const a = load<f32>(fp + load<usize>(pc, 8)) * load<f32>(fp + load<usize>(pc, 12));
      const to = fp + load<usize>(pc, 4), value: f32 = a - load<f32>(fp + load<usize>(pc, 16));
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 20;
      break;
    }
    case 405: { // load32_u.d+f32.sub
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = load<f32>(at);
      const to = fp + load<usize>(pc, 4), value: f32 = a - load<f32>(fp + load<usize>(pc, 20));
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 24;
      break;
    }
    case 406: { // f32.add+sub.r
      const a = load<f32>(fp + load<usize>(pc, 8)) + load<f32>(fp + load<usize>(pc, 12));
      const to = fp + load<usize>(pc, 4), value: f32 = load<f32>(fp + load<usize>(pc, 16)) - a;
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 20;
      break;
    }
    case 407: { // f32.sub+sub.r
      const a = load<f32>(fp + load<usize>(pc, 8)) - load<f32>(fp + load<usize>(pc, 12));
      const to = fp + load<usize>(pc, 4), value: f32 = load<f32>(fp + load<usize>(pc, 16)) - a;
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 20;
      break;
    }
    case 408: { // f32.mul+sub.r
      const a = load<f32>(fp + load<usize>(pc, 8)) * load<f32>(fp + load<usize>(pc, 12));
      const to = fp + load<usize>(pc, 4), value: f32 = load<f32>(fp + load<usize>(pc, 16)) - a;
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 20;
      break;
    }
    case 409: { // load32_u.d+f32.sub.r
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = load<f32>(at);
      const to = fp + load<usize>(pc, 4), value: f32 = load<f32>(fp + load<usize>(pc, 20)) - a;
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 24;
      break;
    }
    case 410: { // f32.add+mul
      const a = load<f32>(fp + load<usize>(pc, 8)) + load<f32>(fp + load<usize>(pc, 12));
      const to = fp + load<usize>(pc, 4), value: f32 = a * load<f32>(fp + load<usize>(pc, 16));
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 20;
      break;
    }
    case 411: { // f32.sub+mul
      const a = load<f32>(fp + load<usize>(pc, 8)) - load<f32>(fp + load<usize>(pc, 12));
      const to = fp + load<usize>(pc, 4), value: f32 = a * load<f32>(fp + load<usize>(pc, 16));
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 20;
      break;
    }
    case 412: { // f32.mul+mul
      const a = load<f32>(fp + load<usize>(pc, 8)) * load<f32>(fp + load<usize>(pc, 12));
      const to = fp + load<usize>(pc, 4), value: f32 = a * load<f32>(fp + load<usize>(pc, 16));
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 20;
      break;
    }
    case 413: { // load32_u.d+f32.mul
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = load<f32>(at);
      const to = fp + load<usize>(pc, 4), value: f32 = a * load<f32>(fp + load<usize>(pc, 20));
      store<f32>(to, value);
      if (value != value) store<u32>(to, 0x7fc00000);
      pc += 24;
      break;
    }
    case 414: { // i64.add+add
      const a: u64 = load<u64>(fp + load<usize>(pc, 8)) + load<u64>(fp + load<usize>(pc, 12)); store<u64>(fp + load<usize>(pc, 4), a + load<u64>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 415: { // i64.add+or
      const a: u64 = load<u64>(fp + load<usize>(pc, 8)) + load<u64>(fp + load<usize>(pc, 12)); store<u64>(fp + load<usize>(pc, 4), a | load<u64>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 416: { // i64.add+xor
      const a: u64 = load<u64>(fp + load<usize>(pc, 8)) + load<u64>(fp + load<usize>(pc, 12)); store<u64>(fp + load<usize>(pc, 4), a ^ load<u64>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 417: { // i64.add+add.i
      const a: u64 = load<u64>(fp + load<usize>(pc, 8)) + load<u64>(fp + load<usize>(pc, 12)); store<u64>(fp + load<usize>(pc, 4), a + load<u64>(pc, 16));
      pc += 24;
      break;
    }
    case 418: { // i64.and+add
      const a: u64 = load<u64>(fp + load<usize>(pc, 8)) & load<u64>(fp + load<usize>(pc, 12)); store<u64>(fp + load<usize>(pc, 4), a + load<u64>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 419: { // i64.and+or
      const a: u64 = load<u64>(fp + load<usize>(pc, 8)) & load<u64>(fp + load<usize>(pc, 12)); store<u64>(fp + load<usize>(pc, 4), a | load<u64>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 420: { // i64.and+xor
      const a: u64 = load<u64>(fp + load<usize>(pc, 8)) & load<u64>(fp + load<usize>(pc, 12)); store<u64>(fp + load<usize>(pc, 4), a ^ load<u64>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 421: { // i64.and+add.i
      const a: u64 = load<u64>(fp + load<usize>(pc, 8)) & load<u64>(fp + load<usize>(pc, 12)); store<u64>(fp + load<usize>(pc, 4), a + load<u64>(pc, 16));
      pc += 24;
      break;
    }
    case 422: { // i64.xor+add
      const a: u64 = load<u64>(fp + load<usize>(pc, 8)) ^ load<u64>(fp + load<usize>(pc, 12)); store<u64>(fp + load<usize>(pc, 4), a + load<u64>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 423: { // i64.xor+or
      const a: u64 = load<u64>(fp + load<usize>(pc, 8)) ^ load<u64>(fp + load<usize>(pc, 12)); store<u64>(fp + load<usize>(pc, 4), a | load<u64>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 424: { // i64.xor+xor
      const a: u64 = load<u64>(fp + load<usize>(pc, 8)) ^ load<u64>(fp + load<usize>(pc, 12)); store<u64>(fp + load<usize>(pc, 4), a ^ load<u64>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 425: { // i64.xor+add.i
      const a: u64 = load<u64>(fp + load<usize>(pc, 8)) ^ load<u64>(fp + load<usize>(pc, 12)); store<u64>(fp + load<usize>(pc, 4), a + load<u64>(pc, 16));
      pc += 24;
      break;
    }
    case 426: { // i64.mul+add
      const a: u64 = load<u64>(fp + load<usize>(pc, 8)) * load<u64>(fp + load<usize>(pc, 12)); store<u64>(fp + load<usize>(pc, 4), a + load<u64>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 427: { // i64.mul+or
      const a: u64 = load<u64>(fp + load<usize>(pc, 8)) * load<u64>(fp + load<usize>(pc, 12)); store<u64>(fp + load<usize>(pc, 4), a | load<u64>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 428: { // i64.mul+xor
      const a: u64 = load<u64>(fp + load<usize>(pc, 8)) * load<u64>(fp + load<usize>(pc, 12)); store<u64>(fp + load<usize>(pc, 4), a ^ load<u64>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 429: { // i64.mul+add.i
      const a: u64 = load<u64>(fp + load<usize>(pc, 8)) * load<u64>(fp + load<usize>(pc, 12)); store<u64>(fp + load<usize>(pc, 4), a + load<u64>(pc, 16));
      pc += 24;
      break;
    }
    case 430: { // i64.mul.i+add
      const a: u64 = load<u64>(fp + load<usize>(pc, 8)) * load<u64>(pc, 12); store<u64>(fp + load<usize>(pc, 4), a + load<u64>(fp + load<usize>(pc, 20)));
      pc += 24;
      break;
    }
    case 431: { // i64.mul.i+or
      const a: u64 = load<u64>(fp + load<usize>(pc, 8)) * load<u64>(pc, 12); store<u64>(fp + load<usize>(pc, 4), a | load<u64>(fp + load<usize>(pc, 20)));
      pc += 24;
      break;
    }
    case 432: { // i64.mul.i+xor
      const a: u64 = load<u64>(fp + load<usize>(pc, 8)) * load<u64>(pc, 12); store<u64>(fp + load<usize>(pc, 4), a ^ load<u64>(fp + load<usize>(pc, 20)));
      pc += 24;
      break;
    }
    case 433: { // i64.mul.i+add.i
      const a: u64 = load<u64>(fp + load<usize>(pc, 8)) * load<u64>(pc, 12); store<u64>(fp + load<usize>(pc, 4), a + load<u64>(pc, 20));
      pc += 28;
      break;
    }
    case 434: { // i64.shl.i+add
      const a: u64 = load<u64>(fp + load<usize>(pc, 8)) << load<u64>(pc, 12); store<u64>(fp + load<usize>(pc, 4), a + load<u64>(fp + load<usize>(pc, 20)));
      pc += 24;
      break;
    }
    case 435: { // i64.shl.i+or
      const a: u64 = load<u64>(fp + load<usize>(pc, 8)) << load<u64>(pc, 12); store<u64>(fp + load<usize>(pc, 4), a | load<u64>(fp + load<usize>(pc, 20)));
      pc += 24;
      break;
    }
    case 436: { // i64.shl.i+xor
      const a: u64 = load<u64>(fp + load<usize>(pc, 8)) << load<u64>(pc, 12); store<u64>(fp + load<usize>(pc, 4), a ^ load<u64>(fp + load<usize>(pc, 20)));
      pc += 24;
      break;
    }
    case 437: { // i64.shl.i+add.i
      const a: u64 = load<u64>(fp + load<usize>(pc, 8)) << load<u64>(pc, 12); store<u64>(fp + load<usize>(pc, 4), a + load<u64>(pc, 20));
      pc += 28;
      break;
    }
    case 438: { // i64.shr_u.i+add
      const a: u64 = load<u64>(fp + load<usize>(pc, 8)) >> load<u64>(pc, 12); store<u64>(fp + load<usize>(pc, 4), a + load<u64>(fp + load<usize>(pc, 20)));
      pc += 24;
      break;
    }
    case 439: { // i64.shr_u.i+or
      const a: u64 = load<u64>(fp + load<usize>(pc, 8)) >> load<u64>(pc, 12); store<u64>(fp + load<usize>(pc, 4), a | load<u64>(fp + load<usize>(pc, 20)));
      pc += 24;
      break;
    }
    case 440: { // i64.shr_u.i+xor
      const a: u64 = load<u64>(fp + load<usize>(pc, 8)) >> load<u64>(pc, 12); store<u64>(fp + load<usize>(pc, 4), a ^ load<u64>(fp + load<usize>(pc, 20)));
      pc += 24;
      break;
    }
    case 441: { // i64.shr_u.i+add.i
      const a: u64 = load<u64>(fp + load<usize>(pc, 8)) >> load<u64>(pc, 12); store<u64>(fp + load<usize>(pc, 4), a + load<u64>(pc, 20));
      pc += 28;
      break;
    }
    case 442: { // i64.rotl.i+add
      const a: u64 = rotl<u64>(load<u64>(fp + load<usize>(pc, 8)), load<u64>(pc, 12)); store<u64>(fp + load<usize>(pc, 4), a + load<u64>(fp + load<usize>(pc, 20)));
      pc += 24;
      break;
    }
    case 443: { // i64.rotl.i+or
      const a: u64 = rotl<u64>(load<u64>(fp + load<usize>(pc, 8)), load<u64>(pc, 12)); store<u64>(fp + load<usize>(pc, 4), a | load<u64>(fp + load<usize>(pc, 20)));
      pc += 24;
      break;
    }
    case 444: { // i64.rotl.i+xor
      const a: u64 = rotl<u64>(load<u64>(fp + load<usize>(pc, 8)), load<u64>(pc, 12)); store<u64>(fp + load<usize>(pc, 4), a ^ load<u64>(fp + load<usize>(pc, 20)));
      pc += 24;
      break;
    }
    case 445: { // i64.rotl.i+add.i
      const a: u64 = rotl<u64>(load<u64>(fp + load<usize>(pc, 8)), load<u64>(pc, 12)); store<u64>(fp + load<usize>(pc, 4), a + load<u64>(pc, 20));
      pc += 28;
      break;
    }
    case 446: { // load64.d+i64.add
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 8 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = load<u64>(at); store<u64>(fp + load<usize>(pc, 4), a + load<u64>(fp + load<usize>(pc, 20)));
      pc += 24;
      break;
    }
    case 447: { // load64.d+i64.xor
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 8 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = load<u64>(at); store<u64>(fp + load<usize>(pc, 4), a ^ load<u64>(fp + load<usize>(pc, 20)));
      pc += 24;
      break;
    }
    case 448: { // f64.add+add
      const a = load<f64>(fp + load<usize>(pc, 8)) + load<f64>(fp + load<usize>(pc, 12));
      const to = fp + load<usize>(pc, 4), value: f64 = a + load<f64>(fp + load<usize>(pc, 16));
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 20;
      break;
    }
    case 449: { // f64.sub+add
      const a = load<f64>(fp + load<usize>(pc, 8)) - load<f64>(fp + load<usize>(pc, 12));
      const to = fp + load<usize>(pc, 4), value: f64 = a + load<f64>(fp + load<usize>(pc, 16));
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 20;
      break;
    }
    case 450: { // f64.mul+add
      const a = load<f64>(fp + load<usize>(pc, 8)) * load<f64>(fp + load<usize>(pc, 12));
      const to = fp + load<usize>(pc, 4), value: f64 = a + load<f64>(fp + load<usize>(pc, 16));
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 20;
      break;
    }
    case 451: { // load64.d+f64.add
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 8 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = load<f64>(at);
      const to = fp + load<usize>(pc, 4), value: f64 = a + load<f64>(fp + load<usize>(pc, 20));
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 24;
      break;
    }
    case 452: { // f64.add+sub
      const a = load<f64>(fp + load<usize>(pc, 8)) + load<f64>(fp + load<usize>(pc, 12));
      const to = fp + load<usize>(pc, 4), value: f64 = a - load<f64>(fp + load<usize>(pc, 16));
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 20;
      break;
    }
    case 453: { // f64.sub+sub
      const a = load<f64>(fp + load<usize>(pc, 8)) - load<f64>(fp + load<usize>(pc, 12));
      const to = fp + load<usize>(pc, 4), value: f64 = a - load<f64>(fp + load<usize>(pc, 16));
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 20;
      break;
    }
    case 454: { // f64.mul+sub
      const a = load<f64>(fp + load<usize>(pc, 8)) * load<f64>(fp + load<usize>(pc, 12));
      const to = fp + load<usize>(pc, 4), value: f64 = a - load<f64>(fp + load<usize>(pc, 16));
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 20;
      break;
    }
    case 455: { // load64.d+f64.sub
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 8 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = load<f64>(at);
      const to = fp + load<usize>(pc, 4), value: f64 = a - load<f64>(fp + load<usize>(pc, 20));
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 24;
      break;
    }
    case 456: { // f64.add+sub.r
      const a = load<f64>(fp + load<usize>(pc, 8)) + load<f64>(fp + load<usize>(pc, 12));
      const to = fp + load<usize>(pc, 4), value: f64 = load<f64>(fp + load<usize>(pc, 16)) - a;
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 20;
      break;
    }
    case 457: { // f64.sub+sub.r
      const a = load<f64>(fp + load<usize>(pc, 8)) - load<f64>(fp + load<usize>(pc, 12));
      const to = fp + load<usize>(pc, 4), value: f64 = load<f64>(fp + load<usize>(pc, 16)) - a;
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 20;
      break;
    }
    case 458: { // f64.mul+sub.r
      const a = load<f64>(fp + load<usize>(pc, 8)) * load<f64>(fp + load<usize>(pc, 12));
      const to = fp + load<usize>(pc, 4), value: f64 = load<f64>(fp + load<usize>(pc, 16)) - a;
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 20;
      break;
    }
    case 459: { // load64.d+f64.sub.r
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 8 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = load<f64>(at);
      const to = fp + load<usize>(pc, 4), value: f64 = load<f64>(fp + load<usize>(pc, 20)) - a;
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 24;
      break;
    }
    case 460: { // f64.add+mul
      const a = load<f64>(fp + load<usize>(pc, 8)) + load<f64>(fp + load<usize>(pc, 12));
      const to = fp + load<usize>(pc, 4), value: f64 = a * load<f64>(fp + load<usize>(pc, 16));
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 20;
      break;
    }
    case 461: { // f64.sub+mul
      const a = load<f64>(fp + load<usize>(pc, 8)) - load<f64>(fp + load<usize>(pc, 12));
      const to = fp + load<usize>(pc, 4), value: f64 = a * load<f64>(fp + load<usize>(pc, 16));
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 20;
      break;
    }
    case 462: { // f64.mul+mul
      const a = load<f64>(fp + load<usize>(pc, 8)) * load<f64>(fp + load<usize>(pc, 12));
      const to = fp + load<usize>(pc, 4), value: f64 = a * load<f64>(fp + load<usize>(pc, 16));
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 20;
      break;
    }
    case 463: { // load64.d+f64.mul
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 8 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = load<f64>(at);
      const to = fp + load<usize>(pc, 4), value: f64 = a * load<f64>(fp + load<usize>(pc, 20));
      store<f64>(to, value);
      if (value != value) store<u64>(to, 0x7ff8000000000000);
      pc += 24;
      break;
    }
    case 464: { // load8_u.d+branch.nonzero
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 1 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = <u32>load<u8>(at); if (a != 0) { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc = load<usize>(pc, 16); } else { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc += 28; }
      break;
    }
    case 465: { // load32_u.d+branch.nonzero
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = <u32>load<u32>(at); if (a != 0) { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc = load<usize>(pc, 16); } else { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc += 28; }
      break;
    }
    case 466: { // i32.add+branch.nonzero
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12)); if (a != 0) { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20)); store<u32>(fp + load<usize>(pc, 4), a); pc = load<usize>(pc, 16); } else { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24)); store<u32>(fp + load<usize>(pc, 4), a); pc += 28; }
      break;
    }
    case 467: { // i32.add.i+branch.nonzero
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12); if (a != 0) { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20)); store<u32>(fp + load<usize>(pc, 4), a); pc = load<usize>(pc, 16); } else { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24)); store<u32>(fp + load<usize>(pc, 4), a); pc += 28; }
      break;
    }
    case 468: { // load8_u.d+branch.zero
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 1 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = <u32>load<u8>(at); if (a == 0) { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc = load<usize>(pc, 16); } else { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc += 28; }
      break;
    }
    case 469: { // load32_u.d+branch.zero
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = <u32>load<u32>(at); if (a == 0) { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20));  pc = load<usize>(pc, 16); } else { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc += 28; }
      break;
    }
    case 470: { // i32.add+branch.zero
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12)); if (a == 0) { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20)); store<u32>(fp + load<usize>(pc, 4), a); pc = load<usize>(pc, 16); } else { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24)); store<u32>(fp + load<usize>(pc, 4), a); pc += 28; }
      break;
    }
    case 471: { // i32.add.i+branch.zero
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12); if (a == 0) { fuel -= <i64>load<u32>(pc, 20); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 20), <i64>load<u32>(pc, 20)); store<u32>(fp + load<usize>(pc, 4), a); pc = load<usize>(pc, 16); } else { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24)); store<u32>(fp + load<usize>(pc, 4), a); pc += 28; }
      break;
    }
    case 472: { // load8_u.d+branch.i32.eq
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 1 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = <u32>load<u8>(at); if (<u32>a == load<u32>(fp + load<usize>(pc, 16))) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28));  pc += 32; }
      break;
    }
    case 473: { // load32_u.d+branch.i32.eq
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = <u32>load<u32>(at); if (<u32>a == load<u32>(fp + load<usize>(pc, 16))) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28));  pc += 32; }
      break;
    }
    case 474: { // i32.add+branch.i32.eq
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12)); if (<u32>a == load<u32>(fp + load<usize>(pc, 16))) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24)); store<u32>(fp + load<usize>(pc, 4), a); pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28)); store<u32>(fp + load<usize>(pc, 4), a); pc += 32; }
      break;
    }
    case 475: { // i32.add.i+branch.i32.eq
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12); if (<u32>a == load<u32>(fp + load<usize>(pc, 16))) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24)); store<u32>(fp + load<usize>(pc, 4), a); pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28)); store<u32>(fp + load<usize>(pc, 4), a); pc += 32; }
      break;
    }
    case 476: { // load8_u.d+branch.i32.eq.i
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 1 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = <u32>load<u8>(at); if (<u32>a == load<u32>(pc, 16)) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28));  pc += 32; }
      break;
    }
    case 477: { // load32_u.d+branch.i32.eq.i
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = <u32>load<u32>(at); if (<u32>a == load<u32>(pc, 16)) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28));  pc += 32; }
      break;
    }
    case 478: { // i32.add+branch.i32.eq.i
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12)); if (<u32>a == load<u32>(pc, 16)) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24)); store<u32>(fp + load<usize>(pc, 4), a); pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28)); store<u32>(fp + load<usize>(pc, 4), a); pc += 32; }
      break;
    }
    case 479: { // i32.add.i+branch.i32.eq.i
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12); if (<u32>a == load<u32>(pc, 16)) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24)); store<u32>(fp + load<usize>(pc, 4), a); pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28)); store<u32>(fp + load<usize>(pc, 4), a); pc += 32; }
      break;
    }
    case 480: { // load8_u.d+branch.i32.ne
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 1 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = <u32>load<u8>(at); if (<u32>a != load<u32>(fp + load<usize>(pc, 16))) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28));  pc += 32; }
      break;
    }
    case 481: { // load32_u.d+branch.i32.ne
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = <u32>load<u32>(at); if (<u32>a != load<u32>(fp + load<usize>(pc, 16))) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28));  pc += 32; }
      break;
    }
    case 482: { // i32.add+branch.i32.ne
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12)); if (<u32>a != load<u32>(fp + load<usize>(pc, 16))) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24)); store<u32>(fp + load<usize>(pc, 4), a); pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28)); store<u32>(fp + load<usize>(pc, 4), a); pc += 32; }
      break;
    }
    case 483: { // i32.add.i+branch.i32.ne
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12); if (<u32>a != load<u32>(fp + load<usize>(pc, 16))) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24)); store<u32>(fp + load<usize>(pc, 4), a); pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28)); store<u32>(fp + load<usize>(pc, 4), a); pc += 32; }
      break;
    }
    case 484: { // load8_u.d+branch.i32.ne.i
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 1 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = <u32>load<u8>(at); if (<u32>a != load<u32>(pc, 16)) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28));  pc += 32; }
      break;
    }
    case 485: { // load32_u.d+branch.i32.ne.i
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = <u32>load<u32>(at); if (<u32>a != load<u32>(pc, 16)) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28));  pc += 32; }
      break;
    }
    case 486: { // i32.add+branch.i32.ne.i
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12)); if (<u32>a != load<u32>(pc, 16)) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24)); store<u32>(fp + load<usize>(pc, 4), a); pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28)); store<u32>(fp + load<usize>(pc, 4), a); pc += 32; }
      break;
    }
    case 487: { // i32.add.i+branch.i32.ne.i
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12); if (<u32>a != load<u32>(pc, 16)) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24)); store<u32>(fp + load<usize>(pc, 4), a); pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28)); store<u32>(fp + load<usize>(pc, 4), a); pc += 32; }
      break;
    }
    case 488: { // load8_u.d+branch.i32.lt_s
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 1 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = <u32>load<u8>(at); if (<i32>a < load<i32>(fp + load<usize>(pc, 16))) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28));  pc += 32; }
      break;
    }
    case 489: { // load32_u.d+branch.i32.lt_s
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = <u32>load<u32>(at); if (<i32>a < load<i32>(fp + load<usize>(pc, 16))) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28));  pc += 32; }
      break;
    }
    case 490: { // i32.add+branch.i32.lt_s
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12)); if (<i32>a < load<i32>(fp + load<usize>(pc, 16))) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24)); store<u32>(fp + load<usize>(pc, 4), a); pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28)); store<u32>(fp + load<usize>(pc, 4), a); pc += 32; }
      break;
    }
    case 491: { // i32.add.i+branch.i32.lt_s
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12); if (<i32>a < load<i32>(fp + load<usize>(pc, 16))) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24)); store<u32>(fp + load<usize>(pc, 4), a); pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28)); store<u32>(fp + load<usize>(pc, 4), a); pc += 32; }
      break;
    }
    case 492: { // load8_u.d+branch.i32.lt_s.i
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 1 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = <u32>load<u8>(at); if (<i32>a < load<i32>(pc, 16)) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28));  pc += 32; }
      break;
    }
    case 493: { // load32_u.d+branch.i32.lt_s.i
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = <u32>load<u32>(at); if (<i32>a < load<i32>(pc, 16)) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28));  pc += 32; }
      break;
    }
    case 494: { // i32.add+branch.i32.lt_s.i
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12)); if (<i32>a < load<i32>(pc, 16)) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24)); store<u32>(fp + load<usize>(pc, 4), a); pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28)); store<u32>(fp + load<usize>(pc, 4), a); pc += 32; }
      break;
    }
    case 495: { // i32.add.i+branch.i32.lt_s.i
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12); if (<i32>a < load<i32>(pc, 16)) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24)); store<u32>(fp + load<usize>(pc, 4), a); pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28)); store<u32>(fp + load<usize>(pc, 4), a); pc += 32; }
      break;
    }
    case 496: { // load8_u.d+branch.i32.lt_u
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 1 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = <u32>load<u8>(at); if (<u32>a < load<u32>(fp + load<usize>(pc, 16))) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28));  pc += 32; }
      break;
    }
    case 497: { // load32_u.d+branch.i32.lt_u
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = <u32>load<u32>(at); if (<u32>a < load<u32>(fp + load<usize>(pc, 16))) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28));  pc += 32; }
      break;
    }
    case 498: { // i32.add+branch.i32.lt_u
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12)); if (<u32>a < load<u32>(fp + load<usize>(pc, 16))) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24)); store<u32>(fp + load<usize>(pc, 4), a); pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28)); store<u32>(fp + load<usize>(pc, 4), a); pc += 32; }
      break;
    }
    case 499: { // i32.add.i+branch.i32.lt_u
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12); if (<u32>a < load<u32>(fp + load<usize>(pc, 16))) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24)); store<u32>(fp + load<usize>(pc, 4), a); pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28)); store<u32>(fp + load<usize>(pc, 4), a); pc += 32; }
      break;
    }
    case 500: { // load8_u.d+branch.i32.lt_u.i
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 1 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = <u32>load<u8>(at); if (<u32>a < load<u32>(pc, 16)) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28));  pc += 32; }
      break;
    }
    case 501: { // load32_u.d+branch.i32.lt_u.i
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = <u32>load<u32>(at); if (<u32>a < load<u32>(pc, 16)) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28));  pc += 32; }
      break;
    }
    case 502: { // i32.add+branch.i32.lt_u.i
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12)); if (<u32>a < load<u32>(pc, 16)) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24)); store<u32>(fp + load<usize>(pc, 4), a); pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28)); store<u32>(fp + load<usize>(pc, 4), a); pc += 32; }
      break;
    }
    case 503: { // i32.add.i+branch.i32.lt_u.i
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12); if (<u32>a < load<u32>(pc, 16)) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24)); store<u32>(fp + load<usize>(pc, 4), a); pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28)); store<u32>(fp + load<usize>(pc, 4), a); pc += 32; }
      break;
    }
    case 504: { // load8_u.d+branch.i32.gt_s
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 1 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = <u32>load<u8>(at); if (<i32>a > load<i32>(fp + load<usize>(pc, 16))) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28));  pc += 32; }
      break;
    }
    case 505: { // load32_u.d+branch.i32.gt_s
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = <u32>load<u32>(at); if (<i32>a > load<i32>(fp + load<usize>(pc, 16))) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28));  pc += 32; }
      break;
    }
    case 506: { // i32.add+branch.i32.gt_s
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12)); if (<i32>a > load<i32>(fp + load<usize>(pc, 16))) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24)); store<u32>(fp + load<usize>(pc, 4), a); pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28)); store<u32>(fp + load<usize>(pc, 4), a); pc += 32; }
      break;
    }
    case 507: { // i32.add.i+branch.i32.gt_s
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12); if (<i32>a > load<i32>(fp + load<usize>(pc, 16))) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24)); store<u32>(fp + load<usize>(pc, 4), a); pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28)); store<u32>(fp + load<usize>(pc, 4), a); pc += 32; }
      break;
    }
    case 508: { // load8_u.d+branch.i32.gt_s.i
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 1 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = <u32>load<u8>(at); if (<i32>a > load<i32>(pc, 16)) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28));  pc += 32; }
      break;
    }
    case 509: { // load32_u.d+branch.i32.gt_s.i
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = <u32>load<u32>(at); if (<i32>a > load<i32>(pc, 16)) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28));  pc += 32; }
      break;
    }
    case 510: { // i32.add+branch.i32.gt_s.i
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12)); if (<i32>a > load<i32>(pc, 16)) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24)); store<u32>(fp + load<usize>(pc, 4), a); pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28)); store<u32>(fp + load<usize>(pc, 4), a); pc += 32; }
      break;
    }
    case 511: { // i32.add.i+branch.i32.gt_s.i
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12); if (<i32>a > load<i32>(pc, 16)) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24)); store<u32>(fp + load<usize>(pc, 4), a); pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28)); store<u32>(fp + load<usize>(pc, 4), a); pc += 32; }
      break;
    }
    case 512: { // load8_u.d+branch.i32.gt_u
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 1 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = <u32>load<u8>(at); if (<u32>a > load<u32>(fp + load<usize>(pc, 16))) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28));  pc += 32; }
      break;
    }
    case 513: { // load32_u.d+branch.i32.gt_u
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = <u32>load<u32>(at); if (<u32>a > load<u32>(fp + load<usize>(pc, 16))) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28));  pc += 32; }
      break;
    }
    case 514: { // i32.add+branch.i32.gt_u
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12)); if (<u32>a > load<u32>(fp + load<usize>(pc, 16))) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24)); store<u32>(fp + load<usize>(pc, 4), a); pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28)); store<u32>(fp + load<usize>(pc, 4), a); pc += 32; }
      break;
    }
    case 515: { // i32.add.i+branch.i32.gt_u
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12); if (<u32>a > load<u32>(fp + load<usize>(pc, 16))) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24)); store<u32>(fp + load<usize>(pc, 4), a); pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28)); store<u32>(fp + load<usize>(pc, 4), a); pc += 32; }
      break;
    }
    case 516: { // load8_u.d+branch.i32.gt_u.i
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 1 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = <u32>load<u8>(at); if (<u32>a > load<u32>(pc, 16)) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28));  pc += 32; }
      break;
    }
    case 517: { // load32_u.d+branch.i32.gt_u.i
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 4 > memoryBytes) return trap(trapMemoryBounds, fuel);
      const at = base + <usize>effective; const a = <u32>load<u32>(at); if (<u32>a > load<u32>(pc, 16)) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24));  pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28));  pc += 32; }
      break;
    }
    case 518: { // i32.add+branch.i32.gt_u.i
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12)); if (<u32>a > load<u32>(pc, 16)) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24)); store<u32>(fp + load<usize>(pc, 4), a); pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28)); store<u32>(fp + load<usize>(pc, 4), a); pc += 32; }
      break;
    }
    case 519: { // i32.add.i+branch.i32.gt_u.i
      const a: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12); if (<u32>a > load<u32>(pc, 16)) { fuel -= <i64>load<u32>(pc, 24); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 24), <i64>load<u32>(pc, 24)); store<u32>(fp + load<usize>(pc, 4), a); pc = load<usize>(pc, 20); } else { fuel -= <i64>load<u32>(pc, 28); if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + <i64>load<u32>(pc, 28), <i64>load<u32>(pc, 28)); store<u32>(fp + load<usize>(pc, 4), a); pc += 32; }
      break;
    }
    case 520: { // select.i32.eq.i
      store<u64>(fp + load<usize>(pc, 4), load<u32>(fp + load<usize>(pc, 16)) == load<u32>(pc, 20) ? load<u64>(fp + load<usize>(pc, 8)) : load<u64>(fp + load<usize>(pc, 12)));
      pc += 24;
      break;
    }
    case 521: { // select.i32.eq
      store<u64>(fp + load<usize>(pc, 4), load<u32>(fp + load<usize>(pc, 16)) == load<u32>(fp + load<usize>(pc, 20)) ? load<u64>(fp + load<usize>(pc, 8)) : load<u64>(fp + load<usize>(pc, 12)));
      pc += 24;
      break;
    }
    case 522: { // select.i32.ne.i
      store<u64>(fp + load<usize>(pc, 4), load<u32>(fp + load<usize>(pc, 16)) != load<u32>(pc, 20) ? load<u64>(fp + load<usize>(pc, 8)) : load<u64>(fp + load<usize>(pc, 12)));
      pc += 24;
      break;
    }
    case 523: { // select.i32.ne
      store<u64>(fp + load<usize>(pc, 4), load<u32>(fp + load<usize>(pc, 16)) != load<u32>(fp + load<usize>(pc, 20)) ? load<u64>(fp + load<usize>(pc, 8)) : load<u64>(fp + load<usize>(pc, 12)));
      pc += 24;
      break;
    }
    case 524: { // select.i32.lt_s.i
      store<u64>(fp + load<usize>(pc, 4), load<i32>(fp + load<usize>(pc, 16)) < load<i32>(pc, 20) ? load<u64>(fp + load<usize>(pc, 8)) : load<u64>(fp + load<usize>(pc, 12)));
      pc += 24;
      break;
    }
    case 525: { // select.i32.lt_s
      store<u64>(fp + load<usize>(pc, 4), load<i32>(fp + load<usize>(pc, 16)) < load<i32>(fp + load<usize>(pc, 20)) ? load<u64>(fp + load<usize>(pc, 8)) : load<u64>(fp + load<usize>(pc, 12)));
      pc += 24;
      break;
    }
    case 526: { // select.i32.lt_u.i
      store<u64>(fp + load<usize>(pc, 4), load<u32>(fp + load<usize>(pc, 16)) < load<u32>(pc, 20) ? load<u64>(fp + load<usize>(pc, 8)) : load<u64>(fp + load<usize>(pc, 12)));
      pc += 24;
      break;
    }
    case 527: { // select.i32.lt_u
      store<u64>(fp + load<usize>(pc, 4), load<u32>(fp + load<usize>(pc, 16)) < load<u32>(fp + load<usize>(pc, 20)) ? load<u64>(fp + load<usize>(pc, 8)) : load<u64>(fp + load<usize>(pc, 12)));
      pc += 24;
      break;
    }
    case 528: { // select.i32.gt_s.i
      store<u64>(fp + load<usize>(pc, 4), load<i32>(fp + load<usize>(pc, 16)) > load<i32>(pc, 20) ? load<u64>(fp + load<usize>(pc, 8)) : load<u64>(fp + load<usize>(pc, 12)));
      pc += 24;
      break;
    }
    case 529: { // select.i32.gt_s
      store<u64>(fp + load<usize>(pc, 4), load<i32>(fp + load<usize>(pc, 16)) > load<i32>(fp + load<usize>(pc, 20)) ? load<u64>(fp + load<usize>(pc, 8)) : load<u64>(fp + load<usize>(pc, 12)));
      pc += 24;
      break;
    }
    case 530: { // select.i32.gt_u.i
      store<u64>(fp + load<usize>(pc, 4), load<u32>(fp + load<usize>(pc, 16)) > load<u32>(pc, 20) ? load<u64>(fp + load<usize>(pc, 8)) : load<u64>(fp + load<usize>(pc, 12)));
      pc += 24;
      break;
    }
    case 531: { // select.i32.gt_u
      store<u64>(fp + load<usize>(pc, 4), load<u32>(fp + load<usize>(pc, 16)) > load<u32>(fp + load<usize>(pc, 20)) ? load<u64>(fp + load<usize>(pc, 8)) : load<u64>(fp + load<usize>(pc, 12)));
      pc += 24;
      break;
    }
    case 532: { // select.i32.none.i
      store<u64>(fp + load<usize>(pc, 4), (load<u32>(fp + load<usize>(pc, 16)) & load<u32>(pc, 20)) == 0 ? load<u64>(fp + load<usize>(pc, 8)) : load<u64>(fp + load<usize>(pc, 12)));
      pc += 24;
      break;
    }
    case 533: { // select.i32.some.i
      store<u64>(fp + load<usize>(pc, 4), (load<u32>(fp + load<usize>(pc, 16)) & load<u32>(pc, 20)) != 0 ? load<u64>(fp + load<usize>(pc, 8)) : load<u64>(fp + load<usize>(pc, 12)));
      pc += 24;
      break;
    }
    case 534: { // select.i64.eq.i
      store<u64>(fp + load<usize>(pc, 4), load<u64>(fp + load<usize>(pc, 16)) == load<u64>(pc, 20) ? load<u64>(fp + load<usize>(pc, 8)) : load<u64>(fp + load<usize>(pc, 12)));
      pc += 28;
      break;
    }
    case 535: { // select.i64.eq
      store<u64>(fp + load<usize>(pc, 4), load<u64>(fp + load<usize>(pc, 16)) == load<u64>(fp + load<usize>(pc, 20)) ? load<u64>(fp + load<usize>(pc, 8)) : load<u64>(fp + load<usize>(pc, 12)));
      pc += 24;
      break;
    }
    case 536: { // select.i64.ne.i
      store<u64>(fp + load<usize>(pc, 4), load<u64>(fp + load<usize>(pc, 16)) != load<u64>(pc, 20) ? load<u64>(fp + load<usize>(pc, 8)) : load<u64>(fp + load<usize>(pc, 12)));
      pc += 28;
      break;
    }
    case 537: { // select.i64.ne
      store<u64>(fp + load<usize>(pc, 4), load<u64>(fp + load<usize>(pc, 16)) != load<u64>(fp + load<usize>(pc, 20)) ? load<u64>(fp + load<usize>(pc, 8)) : load<u64>(fp + load<usize>(pc, 12)));
      pc += 24;
      break;
    }
    case 538: { // select.i64.lt_s.i
      store<u64>(fp + load<usize>(pc, 4), load<i64>(fp + load<usize>(pc, 16)) < load<i64>(pc, 20) ? load<u64>(fp + load<usize>(pc, 8)) : load<u64>(fp + load<usize>(pc, 12)));
      pc += 28;
      break;
    }
    case 539: { // select.i64.lt_s
      store<u64>(fp + load<usize>(pc, 4), load<i64>(fp + load<usize>(pc, 16)) < load<i64>(fp + load<usize>(pc, 20)) ? load<u64>(fp + load<usize>(pc, 8)) : load<u64>(fp + load<usize>(pc, 12)));
      pc += 24;
      break;
    }
    case 540: { // select.i64.lt_u.i
      store<u64>(fp + load<usize>(pc, 4), load<u64>(fp + load<usize>(pc, 16)) < load<u64>(pc, 20) ? load<u64>(fp + load<usize>(pc, 8)) : load<u64>(fp + load<usize>(pc, 12)));
      pc += 28;
      break;
    }
    case 541: { // select.i64.lt_u
      store<u64>(fp + load<usize>(pc, 4), load<u64>(fp + load<usize>(pc, 16)) < load<u64>(fp + load<usize>(pc, 20)) ? load<u64>(fp + load<usize>(pc, 8)) : load<u64>(fp + load<usize>(pc, 12)));
      pc += 24;
      break;
    }
    case 542: { // select.i64.gt_s.i
      store<u64>(fp + load<usize>(pc, 4), load<i64>(fp + load<usize>(pc, 16)) > load<i64>(pc, 20) ? load<u64>(fp + load<usize>(pc, 8)) : load<u64>(fp + load<usize>(pc, 12)));
      pc += 28;
      break;
    }
    case 543: { // select.i64.gt_s
      store<u64>(fp + load<usize>(pc, 4), load<i64>(fp + load<usize>(pc, 16)) > load<i64>(fp + load<usize>(pc, 20)) ? load<u64>(fp + load<usize>(pc, 8)) : load<u64>(fp + load<usize>(pc, 12)));
      pc += 24;
      break;
    }
    case 544: { // select.i64.gt_u.i
      store<u64>(fp + load<usize>(pc, 4), load<u64>(fp + load<usize>(pc, 16)) > load<u64>(pc, 20) ? load<u64>(fp + load<usize>(pc, 8)) : load<u64>(fp + load<usize>(pc, 12)));
      pc += 28;
      break;
    }
    case 545: { // select.i64.gt_u
      store<u64>(fp + load<usize>(pc, 4), load<u64>(fp + load<usize>(pc, 16)) > load<u64>(fp + load<usize>(pc, 20)) ? load<u64>(fp + load<usize>(pc, 8)) : load<u64>(fp + load<usize>(pc, 12)));
      pc += 24;
      break;
    }
    case 546: { // select.i64.none.i
      store<u64>(fp + load<usize>(pc, 4), (load<u64>(fp + load<usize>(pc, 16)) & load<u64>(pc, 20)) == 0 ? load<u64>(fp + load<usize>(pc, 8)) : load<u64>(fp + load<usize>(pc, 12)));
      pc += 28;
      break;
    }
    case 547: { // select.i64.some.i
      store<u64>(fp + load<usize>(pc, 4), (load<u64>(fp + load<usize>(pc, 16)) & load<u64>(pc, 20)) != 0 ? load<u64>(fp + load<usize>(pc, 8)) : load<u64>(fp + load<usize>(pc, 12)));
      pc += 28;
      break;
    }
    case 548: { // move.2
      store<u64>(fp + load<usize>(pc, 4), load<u64>(fp + load<usize>(pc, 8))); store<u64>(fp + load<usize>(pc, 12), load<u64>(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 549: { // move.3
      store<u64>(fp + load<usize>(pc, 4), load<u64>(fp + load<usize>(pc, 8))); store<u64>(fp + load<usize>(pc, 12), load<u64>(fp + load<usize>(pc, 16))); store<u64>(fp + load<usize>(pc, 20), load<u64>(fp + load<usize>(pc, 24)));
      pc += 28;
      break;
    }
    case 550: { // move.4
      store<u64>(fp + load<usize>(pc, 4), load<u64>(fp + load<usize>(pc, 8))); store<u64>(fp + load<usize>(pc, 12), load<u64>(fp + load<usize>(pc, 16))); store<u64>(fp + load<usize>(pc, 20), load<u64>(fp + load<usize>(pc, 24))); store<u64>(fp + load<usize>(pc, 28), load<u64>(fp + load<usize>(pc, 32)));
      pc += 36;
      break;
    }
    default: return leave(statusOutside, pc, fp, sp, fuel, 0);
    }
  }
  return statusDone;
}
