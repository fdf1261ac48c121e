// biome-ignore-all lint: AssemblyScript, and generated
// biome-ignore-all format: as above
// biome-ignore-all assist: as above
// Made by scripts/build-core.ts from simd-handlers.ts; do not edit.
import { stateFp, stateMemoryBase, stateMemoryPages, statePc } from './layout'

/** Runs from `statePc`, an operation on vectors, to the next that is none; false for an access out of bounds. */
export function runSimd(): bool {
  let pc = load<usize>(statePc);
  const fp = load<usize>(stateFp), base = load<usize>(stateMemoryBase);
  const memoryBytes = <u64>load<u32>(stateMemoryPages) << 16;

  while (true) {
    switch (load<u32>(pc) - 559) {
    case 0: { // v128.move
      v128.store(fp + load<usize>(pc, 4), v128.load(fp + load<usize>(pc, 8)));
      pc += 12;
      break;
    }
    case 1: { // v128.const
      store<u64>(fp + load<usize>(pc, 4), load<u64>(pc, 8), 0); store<u64>(fp + load<usize>(pc, 4), load<u64>(pc, 16), 8);
      pc += 24;
      break;
    }
    case 2: { // v128.select
      v128.store(fp + load<usize>(pc, 4), load<u32>(fp + load<usize>(pc, 16)) ? v128.load(fp + load<usize>(pc, 8)) : v128.load(fp + load<usize>(pc, 12)));
      pc += 20;
      break;
    }
    case 3: { // v128.global.get
      v128.store(fp + load<usize>(pc, 4), v128.load(load<usize>(pc, 8)));
      pc += 12;
      break;
    }
    case 4: { // v128.global.set
      v128.store(load<usize>(pc, 4), v128.load(fp + load<usize>(pc, 8)));
      pc += 12;
      break;
    }
    case 5: { // v128.replace8
      const value = load<u8>(fp + load<usize>(pc, 12));
      v128.store(fp + load<usize>(pc, 4), v128.load(fp + load<usize>(pc, 8)));
      store<u8>(fp + load<usize>(pc, 4) + <usize>load<u32>(pc, 16), value);
      pc += 20;
      break;
    }
    case 6: { // v128.replace16
      const value = load<u16>(fp + load<usize>(pc, 12));
      v128.store(fp + load<usize>(pc, 4), v128.load(fp + load<usize>(pc, 8)));
      store<u16>(fp + load<usize>(pc, 4) + <usize>load<u32>(pc, 16), value);
      pc += 20;
      break;
    }
    case 7: { // v128.replace32
      const value = load<u32>(fp + load<usize>(pc, 12));
      v128.store(fp + load<usize>(pc, 4), v128.load(fp + load<usize>(pc, 8)));
      store<u32>(fp + load<usize>(pc, 4) + <usize>load<u32>(pc, 16), value);
      pc += 20;
      break;
    }
    case 8: { // v128.replace64
      const value = load<u64>(fp + load<usize>(pc, 12));
      v128.store(fp + load<usize>(pc, 4), v128.load(fp + load<usize>(pc, 8)));
      store<u64>(fp + load<usize>(pc, 4) + <usize>load<u32>(pc, 16), value);
      pc += 20;
      break;
    }
    case 9: { // i8x16.shuffle
      const lanes = v128.load(pc + 16);
      const low = i8x16.swizzle(v128.load(fp + load<usize>(pc, 8)), lanes);
      v128.store(fp + load<usize>(pc, 4), v128.or(low, i8x16.swizzle(v128.load(fp + load<usize>(pc, 12)), i8x16.sub(lanes, i8x16.splat(16)))));
      pc += 32;
      break;
    }
    case 10: { // i8x16.swizzle
      v128.store(fp + load<usize>(pc, 4), i8x16.swizzle(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 11: { // i8x16.splat
      v128.store(fp + load<usize>(pc, 4), i8x16.splat(load<i8>(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 12: { // i16x8.splat
      v128.store(fp + load<usize>(pc, 4), i16x8.splat(load<i16>(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 13: { // i32x4.splat
      v128.store(fp + load<usize>(pc, 4), i32x4.splat(load<i32>(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 14: { // i64x2.splat
      v128.store(fp + load<usize>(pc, 4), i64x2.splat(load<i64>(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 15: { // f32x4.splat
      v128.store(fp + load<usize>(pc, 4), i32x4.splat(load<i32>(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 16: { // f64x2.splat
      v128.store(fp + load<usize>(pc, 4), i64x2.splat(load<i64>(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 17: { // i8x16.eq
      v128.store(fp + load<usize>(pc, 4), i8x16.eq(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 18: { // i8x16.ne
      v128.store(fp + load<usize>(pc, 4), i8x16.ne(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 19: { // i8x16.lt_s
      v128.store(fp + load<usize>(pc, 4), i8x16.lt_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 20: { // i8x16.lt_u
      v128.store(fp + load<usize>(pc, 4), i8x16.lt_u(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 21: { // i8x16.gt_s
      v128.store(fp + load<usize>(pc, 4), i8x16.gt_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 22: { // i8x16.gt_u
      v128.store(fp + load<usize>(pc, 4), i8x16.gt_u(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 23: { // i8x16.le_s
      v128.store(fp + load<usize>(pc, 4), i8x16.le_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 24: { // i8x16.le_u
      v128.store(fp + load<usize>(pc, 4), i8x16.le_u(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 25: { // i8x16.ge_s
      v128.store(fp + load<usize>(pc, 4), i8x16.ge_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 26: { // i8x16.ge_u
      v128.store(fp + load<usize>(pc, 4), i8x16.ge_u(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 27: { // i16x8.eq
      v128.store(fp + load<usize>(pc, 4), i16x8.eq(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 28: { // i16x8.ne
      v128.store(fp + load<usize>(pc, 4), i16x8.ne(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 29: { // i16x8.lt_s
      v128.store(fp + load<usize>(pc, 4), i16x8.lt_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 30: { // i16x8.lt_u
      v128.store(fp + load<usize>(pc, 4), i16x8.lt_u(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 31: { // i16x8.gt_s
      v128.store(fp + load<usize>(pc, 4), i16x8.gt_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 32: { // i16x8.gt_u
      v128.store(fp + load<usize>(pc, 4), i16x8.gt_u(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 33: { // i16x8.le_s
      v128.store(fp + load<usize>(pc, 4), i16x8.le_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 34: { // i16x8.le_u
      v128.store(fp + load<usize>(pc, 4), i16x8.le_u(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 35: { // i16x8.ge_s
      v128.store(fp + load<usize>(pc, 4), i16x8.ge_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 36: { // i16x8.ge_u
      v128.store(fp + load<usize>(pc, 4), i16x8.ge_u(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 37: { // i32x4.eq
      v128.store(fp + load<usize>(pc, 4), i32x4.eq(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 38: { // i32x4.ne
      v128.store(fp + load<usize>(pc, 4), i32x4.ne(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 39: { // i32x4.lt_s
      v128.store(fp + load<usize>(pc, 4), i32x4.lt_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 40: { // i32x4.lt_u
      v128.store(fp + load<usize>(pc, 4), i32x4.lt_u(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 41: { // i32x4.gt_s
      v128.store(fp + load<usize>(pc, 4), i32x4.gt_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 42: { // i32x4.gt_u
      v128.store(fp + load<usize>(pc, 4), i32x4.gt_u(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 43: { // i32x4.le_s
      v128.store(fp + load<usize>(pc, 4), i32x4.le_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 44: { // i32x4.le_u
      v128.store(fp + load<usize>(pc, 4), i32x4.le_u(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 45: { // i32x4.ge_s
      v128.store(fp + load<usize>(pc, 4), i32x4.ge_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 46: { // i32x4.ge_u
      v128.store(fp + load<usize>(pc, 4), i32x4.ge_u(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 47: { // f32x4.eq
      v128.store(fp + load<usize>(pc, 4), f32x4.eq(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 48: { // f32x4.ne
      v128.store(fp + load<usize>(pc, 4), f32x4.ne(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 49: { // f32x4.lt
      v128.store(fp + load<usize>(pc, 4), f32x4.lt(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 50: { // f32x4.gt
      v128.store(fp + load<usize>(pc, 4), f32x4.gt(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 51: { // f32x4.le
      v128.store(fp + load<usize>(pc, 4), f32x4.le(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 52: { // f32x4.ge
      v128.store(fp + load<usize>(pc, 4), f32x4.ge(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 53: { // f64x2.eq
      v128.store(fp + load<usize>(pc, 4), f64x2.eq(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 54: { // f64x2.ne
      v128.store(fp + load<usize>(pc, 4), f64x2.ne(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 55: { // f64x2.lt
      v128.store(fp + load<usize>(pc, 4), f64x2.lt(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 56: { // f64x2.gt
      v128.store(fp + load<usize>(pc, 4), f64x2.gt(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 57: { // f64x2.le
      v128.store(fp + load<usize>(pc, 4), f64x2.le(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 58: { // f64x2.ge
      v128.store(fp + load<usize>(pc, 4), f64x2.ge(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 59: { // v128.not
      v128.store(fp + load<usize>(pc, 4), v128.not(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 60: { // v128.and
      v128.store(fp + load<usize>(pc, 4), v128.and(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 61: { // v128.andnot
      v128.store(fp + load<usize>(pc, 4), v128.andnot(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 62: { // v128.or
      v128.store(fp + load<usize>(pc, 4), v128.or(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 63: { // v128.xor
      v128.store(fp + load<usize>(pc, 4), v128.xor(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 64: { // v128.bitselect
      v128.store(fp + load<usize>(pc, 4), v128.bitselect(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12)), v128.load(fp + load<usize>(pc, 16))));
      pc += 20;
      break;
    }
    case 65: { // v128.any_true
      store<u32>(fp + load<usize>(pc, 4), <u32>v128.any_true(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 66: { // f32x4.demote_f64x2_zero
      const value = f32x4.demote_f64x2_zero(v128.load(fp + load<usize>(pc, 8)));
      v128.store(fp + load<usize>(pc, 4), v128.bitselect(value, i32x4(0x7fc00000, 0x7fc00000, 0x7fc00000, 0x7fc00000), f32x4.eq(value, value)));
      pc += 12;
      break;
    }
    case 67: { // f64x2.promote_low_f32x4
      const value = f64x2.promote_low_f32x4(v128.load(fp + load<usize>(pc, 8)));
      v128.store(fp + load<usize>(pc, 4), v128.bitselect(value, i64x2(0x7ff8000000000000, 0x7ff8000000000000), f64x2.eq(value, value)));
      pc += 12;
      break;
    }
    case 68: { // i8x16.abs
      v128.store(fp + load<usize>(pc, 4), i8x16.abs(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 69: { // i8x16.neg
      v128.store(fp + load<usize>(pc, 4), i8x16.neg(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 70: { // i8x16.popcnt
      v128.store(fp + load<usize>(pc, 4), i8x16.popcnt(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 71: { // i8x16.all_true
      store<u32>(fp + load<usize>(pc, 4), <u32>i8x16.all_true(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 72: { // i8x16.bitmask
      store<u32>(fp + load<usize>(pc, 4), <u32>i8x16.bitmask(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 73: { // i8x16.narrow_i16x8_s
      v128.store(fp + load<usize>(pc, 4), i8x16.narrow_i16x8_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 74: { // i8x16.narrow_i16x8_u
      v128.store(fp + load<usize>(pc, 4), i8x16.narrow_i16x8_u(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 75: { // f32x4.ceil
      const value = f32x4.ceil(v128.load(fp + load<usize>(pc, 8)));
      v128.store(fp + load<usize>(pc, 4), v128.bitselect(value, i32x4(0x7fc00000, 0x7fc00000, 0x7fc00000, 0x7fc00000), f32x4.eq(value, value)));
      pc += 12;
      break;
    }
    case 76: { // f32x4.floor
      const value = f32x4.floor(v128.load(fp + load<usize>(pc, 8)));
      v128.store(fp + load<usize>(pc, 4), v128.bitselect(value, i32x4(0x7fc00000, 0x7fc00000, 0x7fc00000, 0x7fc00000), f32x4.eq(value, value)));
      pc += 12;
      break;
    }
    case 77: { // f32x4.trunc
      const value = f32x4.trunc(v128.load(fp + load<usize>(pc, 8)));
      v128.store(fp + load<usize>(pc, 4), v128.bitselect(value, i32x4(0x7fc00000, 0x7fc00000, 0x7fc00000, 0x7fc00000), f32x4.eq(value, value)));
      pc += 12;
      break;
    }
    case 78: { // f32x4.nearest
      const value = f32x4.nearest(v128.load(fp + load<usize>(pc, 8)));
      v128.store(fp + load<usize>(pc, 4), v128.bitselect(value, i32x4(0x7fc00000, 0x7fc00000, 0x7fc00000, 0x7fc00000), f32x4.eq(value, value)));
      pc += 12;
      break;
    }
    case 79: { // i8x16.shl
      v128.store(fp + load<usize>(pc, 4), i8x16.shl(v128.load(fp + load<usize>(pc, 8)), load<i32>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 80: { // i8x16.shr_s
      v128.store(fp + load<usize>(pc, 4), i8x16.shr_s(v128.load(fp + load<usize>(pc, 8)), load<i32>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 81: { // i8x16.shr_u
      v128.store(fp + load<usize>(pc, 4), i8x16.shr_u(v128.load(fp + load<usize>(pc, 8)), load<i32>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 82: { // i8x16.add
      v128.store(fp + load<usize>(pc, 4), i8x16.add(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 83: { // i8x16.add_sat_s
      v128.store(fp + load<usize>(pc, 4), i8x16.add_sat_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 84: { // i8x16.add_sat_u
      v128.store(fp + load<usize>(pc, 4), i8x16.add_sat_u(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 85: { // i8x16.sub
      v128.store(fp + load<usize>(pc, 4), i8x16.sub(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 86: { // i8x16.sub_sat_s
      v128.store(fp + load<usize>(pc, 4), i8x16.sub_sat_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 87: { // i8x16.sub_sat_u
      v128.store(fp + load<usize>(pc, 4), i8x16.sub_sat_u(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 88: { // f64x2.ceil
      const value = f64x2.ceil(v128.load(fp + load<usize>(pc, 8)));
      v128.store(fp + load<usize>(pc, 4), v128.bitselect(value, i64x2(0x7ff8000000000000, 0x7ff8000000000000), f64x2.eq(value, value)));
      pc += 12;
      break;
    }
    case 89: { // f64x2.floor
      const value = f64x2.floor(v128.load(fp + load<usize>(pc, 8)));
      v128.store(fp + load<usize>(pc, 4), v128.bitselect(value, i64x2(0x7ff8000000000000, 0x7ff8000000000000), f64x2.eq(value, value)));
      pc += 12;
      break;
    }
    case 90: { // i8x16.min_s
      v128.store(fp + load<usize>(pc, 4), i8x16.min_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 91: { // i8x16.min_u
      v128.store(fp + load<usize>(pc, 4), i8x16.min_u(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 92: { // i8x16.max_s
      v128.store(fp + load<usize>(pc, 4), i8x16.max_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 93: { // i8x16.max_u
      v128.store(fp + load<usize>(pc, 4), i8x16.max_u(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 94: { // f64x2.trunc
      const value = f64x2.trunc(v128.load(fp + load<usize>(pc, 8)));
      v128.store(fp + load<usize>(pc, 4), v128.bitselect(value, i64x2(0x7ff8000000000000, 0x7ff8000000000000), f64x2.eq(value, value)));
      pc += 12;
      break;
    }
    case 95: { // i8x16.avgr_u
      v128.store(fp + load<usize>(pc, 4), i8x16.avgr_u(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 96: { // i16x8.extadd_pairwise_i8x16_s
      v128.store(fp + load<usize>(pc, 4), i16x8.extadd_pairwise_i8x16_s(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 97: { // i16x8.extadd_pairwise_i8x16_u
      v128.store(fp + load<usize>(pc, 4), i16x8.extadd_pairwise_i8x16_u(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 98: { // i32x4.extadd_pairwise_i16x8_s
      v128.store(fp + load<usize>(pc, 4), i32x4.extadd_pairwise_i16x8_s(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 99: { // i32x4.extadd_pairwise_i16x8_u
      v128.store(fp + load<usize>(pc, 4), i32x4.extadd_pairwise_i16x8_u(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 100: { // i16x8.abs
      v128.store(fp + load<usize>(pc, 4), i16x8.abs(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 101: { // i16x8.neg
      v128.store(fp + load<usize>(pc, 4), i16x8.neg(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 102: { // i16x8.q15mulr_sat_s
      v128.store(fp + load<usize>(pc, 4), i16x8.q15mulr_sat_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 103: { // i16x8.all_true
      store<u32>(fp + load<usize>(pc, 4), <u32>i16x8.all_true(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 104: { // i16x8.bitmask
      store<u32>(fp + load<usize>(pc, 4), <u32>i16x8.bitmask(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 105: { // i16x8.narrow_i32x4_s
      v128.store(fp + load<usize>(pc, 4), i16x8.narrow_i32x4_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 106: { // i16x8.narrow_i32x4_u
      v128.store(fp + load<usize>(pc, 4), i16x8.narrow_i32x4_u(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 107: { // i16x8.extend_low_i8x16_s
      v128.store(fp + load<usize>(pc, 4), i16x8.extend_low_i8x16_s(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 108: { // i16x8.extend_high_i8x16_s
      v128.store(fp + load<usize>(pc, 4), i16x8.extend_high_i8x16_s(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 109: { // i16x8.extend_low_i8x16_u
      v128.store(fp + load<usize>(pc, 4), i16x8.extend_low_i8x16_u(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 110: { // i16x8.extend_high_i8x16_u
      v128.store(fp + load<usize>(pc, 4), i16x8.extend_high_i8x16_u(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 111: { // i16x8.shl
      v128.store(fp + load<usize>(pc, 4), i16x8.shl(v128.load(fp + load<usize>(pc, 8)), load<i32>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 112: { // i16x8.shr_s
      v128.store(fp + load<usize>(pc, 4), i16x8.shr_s(v128.load(fp + load<usize>(pc, 8)), load<i32>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 113: { // i16x8.shr_u
      v128.store(fp + load<usize>(pc, 4), i16x8.shr_u(v128.load(fp + load<usize>(pc, 8)), load<i32>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 114: { // i16x8.add
      v128.store(fp + load<usize>(pc, 4), i16x8.add(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 115: { // i16x8.add_sat_s
      v128.store(fp + load<usize>(pc, 4), i16x8.add_sat_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 116: { // i16x8.add_sat_u
      v128.store(fp + load<usize>(pc, 4), i16x8.add_sat_u(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 117: { // i16x8.sub
      v128.store(fp + load<usize>(pc, 4), i16x8.sub(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 118: { // i16x8.sub_sat_s
      v128.store(fp + load<usize>(pc, 4), i16x8.sub_sat_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 119: { // i16x8.sub_sat_u
      v128.store(fp + load<usize>(pc, 4), i16x8.sub_sat_u(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 120: { // f64x2.nearest
      const value = f64x2.nearest(v128.load(fp + load<usize>(pc, 8)));
      v128.store(fp + load<usize>(pc, 4), v128.bitselect(value, i64x2(0x7ff8000000000000, 0x7ff8000000000000), f64x2.eq(value, value)));
      pc += 12;
      break;
    }
    case 121: { // i16x8.mul
      v128.store(fp + load<usize>(pc, 4), i16x8.mul(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 122: { // i16x8.min_s
      v128.store(fp + load<usize>(pc, 4), i16x8.min_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 123: { // i16x8.min_u
      v128.store(fp + load<usize>(pc, 4), i16x8.min_u(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 124: { // i16x8.max_s
      v128.store(fp + load<usize>(pc, 4), i16x8.max_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 125: { // i16x8.max_u
      v128.store(fp + load<usize>(pc, 4), i16x8.max_u(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 126: { // i16x8.avgr_u
      v128.store(fp + load<usize>(pc, 4), i16x8.avgr_u(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 127: { // i16x8.extmul_low_i8x16_s
      v128.store(fp + load<usize>(pc, 4), i16x8.extmul_low_i8x16_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 128: { // i16x8.extmul_high_i8x16_s
      v128.store(fp + load<usize>(pc, 4), i16x8.extmul_high_i8x16_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 129: { // i16x8.extmul_low_i8x16_u
      v128.store(fp + load<usize>(pc, 4), i16x8.extmul_low_i8x16_u(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 130: { // i16x8.extmul_high_i8x16_u
      v128.store(fp + load<usize>(pc, 4), i16x8.extmul_high_i8x16_u(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 131: { // i32x4.abs
      v128.store(fp + load<usize>(pc, 4), i32x4.abs(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 132: { // i32x4.neg
      v128.store(fp + load<usize>(pc, 4), i32x4.neg(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 133: { // i32x4.all_true
      store<u32>(fp + load<usize>(pc, 4), <u32>i32x4.all_true(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 134: { // i32x4.bitmask
      store<u32>(fp + load<usize>(pc, 4), <u32>i32x4.bitmask(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 135: { // i32x4.extend_low_i16x8_s
      v128.store(fp + load<usize>(pc, 4), i32x4.extend_low_i16x8_s(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 136: { // i32x4.extend_high_i16x8_s
      v128.store(fp + load<usize>(pc, 4), i32x4.extend_high_i16x8_s(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 137: { // i32x4.extend_low_i16x8_u
      v128.store(fp + load<usize>(pc, 4), i32x4.extend_low_i16x8_u(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 138: { // i32x4.extend_high_i16x8_u
      v128.store(fp + load<usize>(pc, 4), i32x4.extend_high_i16x8_u(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 139: { // i32x4.shl
      v128.store(fp + load<usize>(pc, 4), i32x4.shl(v128.load(fp + load<usize>(pc, 8)), load<i32>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 140: { // i32x4.shr_s
      v128.store(fp + load<usize>(pc, 4), i32x4.shr_s(v128.load(fp + load<usize>(pc, 8)), load<i32>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 141: { // i32x4.shr_u
      v128.store(fp + load<usize>(pc, 4), i32x4.shr_u(v128.load(fp + load<usize>(pc, 8)), load<i32>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 142: { // i32x4.add
      v128.store(fp + load<usize>(pc, 4), i32x4.add(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 143: { // i32x4.sub
      v128.store(fp + load<usize>(pc, 4), i32x4.sub(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 144: { // i32x4.mul
      v128.store(fp + load<usize>(pc, 4), i32x4.mul(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 145: { // i32x4.min_s
      v128.store(fp + load<usize>(pc, 4), i32x4.min_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 146: { // i32x4.min_u
      v128.store(fp + load<usize>(pc, 4), i32x4.min_u(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 147: { // i32x4.max_s
      v128.store(fp + load<usize>(pc, 4), i32x4.max_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 148: { // i32x4.max_u
      v128.store(fp + load<usize>(pc, 4), i32x4.max_u(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 149: { // i32x4.dot_i16x8_s
      v128.store(fp + load<usize>(pc, 4), i32x4.dot_i16x8_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 150: { // i32x4.extmul_low_i16x8_s
      v128.store(fp + load<usize>(pc, 4), i32x4.extmul_low_i16x8_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 151: { // i32x4.extmul_high_i16x8_s
      v128.store(fp + load<usize>(pc, 4), i32x4.extmul_high_i16x8_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 152: { // i32x4.extmul_low_i16x8_u
      v128.store(fp + load<usize>(pc, 4), i32x4.extmul_low_i16x8_u(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 153: { // i32x4.extmul_high_i16x8_u
      v128.store(fp + load<usize>(pc, 4), i32x4.extmul_high_i16x8_u(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 154: { // i64x2.abs
      v128.store(fp + load<usize>(pc, 4), i64x2.abs(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 155: { // i64x2.neg
      v128.store(fp + load<usize>(pc, 4), i64x2.neg(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 156: { // i64x2.all_true
      store<u32>(fp + load<usize>(pc, 4), <u32>i64x2.all_true(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 157: { // i64x2.bitmask
      store<u32>(fp + load<usize>(pc, 4), <u32>i64x2.bitmask(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 158: { // i64x2.extend_low_i32x4_s
      v128.store(fp + load<usize>(pc, 4), i64x2.extend_low_i32x4_s(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 159: { // i64x2.extend_high_i32x4_s
      v128.store(fp + load<usize>(pc, 4), i64x2.extend_high_i32x4_s(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 160: { // i64x2.extend_low_i32x4_u
      v128.store(fp + load<usize>(pc, 4), i64x2.extend_low_i32x4_u(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 161: { // i64x2.extend_high_i32x4_u
      v128.store(fp + load<usize>(pc, 4), i64x2.extend_high_i32x4_u(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 162: { // i64x2.shl
      v128.store(fp + load<usize>(pc, 4), i64x2.shl(v128.load(fp + load<usize>(pc, 8)), load<i32>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 163: { // i64x2.shr_s
      v128.store(fp + load<usize>(pc, 4), i64x2.shr_s(v128.load(fp + load<usize>(pc, 8)), load<i32>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 164: { // i64x2.shr_u
      v128.store(fp + load<usize>(pc, 4), i64x2.shr_u(v128.load(fp + load<usize>(pc, 8)), load<i32>(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 165: { // i64x2.add
      v128.store(fp + load<usize>(pc, 4), i64x2.add(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 166: { // i64x2.sub
      v128.store(fp + load<usize>(pc, 4), i64x2.sub(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 167: { // i64x2.mul
      v128.store(fp + load<usize>(pc, 4), i64x2.mul(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 168: { // i64x2.eq
      v128.store(fp + load<usize>(pc, 4), i64x2.eq(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 169: { // i64x2.ne
      v128.store(fp + load<usize>(pc, 4), i64x2.ne(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 170: { // i64x2.lt_s
      v128.store(fp + load<usize>(pc, 4), i64x2.lt_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 171: { // i64x2.gt_s
      v128.store(fp + load<usize>(pc, 4), i64x2.gt_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 172: { // i64x2.le_s
      v128.store(fp + load<usize>(pc, 4), i64x2.le_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 173: { // i64x2.ge_s
      v128.store(fp + load<usize>(pc, 4), i64x2.ge_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 174: { // i64x2.extmul_low_i32x4_s
      v128.store(fp + load<usize>(pc, 4), i64x2.extmul_low_i32x4_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 175: { // i64x2.extmul_high_i32x4_s
      v128.store(fp + load<usize>(pc, 4), i64x2.extmul_high_i32x4_s(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 176: { // i64x2.extmul_low_i32x4_u
      v128.store(fp + load<usize>(pc, 4), i64x2.extmul_low_i32x4_u(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 177: { // i64x2.extmul_high_i32x4_u
      v128.store(fp + load<usize>(pc, 4), i64x2.extmul_high_i32x4_u(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 178: { // f32x4.abs
      v128.store(fp + load<usize>(pc, 4), f32x4.abs(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 179: { // f32x4.neg
      v128.store(fp + load<usize>(pc, 4), f32x4.neg(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 180: { // f32x4.sqrt
      const value = f32x4.sqrt(v128.load(fp + load<usize>(pc, 8)));
      v128.store(fp + load<usize>(pc, 4), v128.bitselect(value, i32x4(0x7fc00000, 0x7fc00000, 0x7fc00000, 0x7fc00000), f32x4.eq(value, value)));
      pc += 12;
      break;
    }
    case 181: { // f32x4.add
      const value = f32x4.add(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12)));
      v128.store(fp + load<usize>(pc, 4), v128.bitselect(value, i32x4(0x7fc00000, 0x7fc00000, 0x7fc00000, 0x7fc00000), f32x4.eq(value, value)));
      pc += 16;
      break;
    }
    case 182: { // f32x4.sub
      const value = f32x4.sub(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12)));
      v128.store(fp + load<usize>(pc, 4), v128.bitselect(value, i32x4(0x7fc00000, 0x7fc00000, 0x7fc00000, 0x7fc00000), f32x4.eq(value, value)));
      pc += 16;
      break;
    }
    case 183: { // f32x4.mul
      const value = f32x4.mul(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12)));
      v128.store(fp + load<usize>(pc, 4), v128.bitselect(value, i32x4(0x7fc00000, 0x7fc00000, 0x7fc00000, 0x7fc00000), f32x4.eq(value, value)));
      pc += 16;
      break;
    }
    case 184: { // f32x4.div
      const value = f32x4.div(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12)));
      v128.store(fp + load<usize>(pc, 4), v128.bitselect(value, i32x4(0x7fc00000, 0x7fc00000, 0x7fc00000, 0x7fc00000), f32x4.eq(value, value)));
      pc += 16;
      break;
    }
    case 185: { // f32x4.min
      const value = f32x4.min(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12)));
      v128.store(fp + load<usize>(pc, 4), v128.bitselect(value, i32x4(0x7fc00000, 0x7fc00000, 0x7fc00000, 0x7fc00000), f32x4.eq(value, value)));
      pc += 16;
      break;
    }
    case 186: { // f32x4.max
      const value = f32x4.max(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12)));
      v128.store(fp + load<usize>(pc, 4), v128.bitselect(value, i32x4(0x7fc00000, 0x7fc00000, 0x7fc00000, 0x7fc00000), f32x4.eq(value, value)));
      pc += 16;
      break;
    }
    case 187: { // f32x4.pmin
      v128.store(fp + load<usize>(pc, 4), f32x4.pmin(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 188: { // f32x4.pmax
      v128.store(fp + load<usize>(pc, 4), f32x4.pmax(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 189: { // f64x2.abs
      v128.store(fp + load<usize>(pc, 4), f64x2.abs(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 190: { // f64x2.neg
      v128.store(fp + load<usize>(pc, 4), f64x2.neg(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 191: { // f64x2.sqrt
      const value = f64x2.sqrt(v128.load(fp + load<usize>(pc, 8)));
      v128.store(fp + load<usize>(pc, 4), v128.bitselect(value, i64x2(0x7ff8000000000000, 0x7ff8000000000000), f64x2.eq(value, value)));
      pc += 12;
      break;
    }
    case 192: { // f64x2.add
      const value = f64x2.add(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12)));
      v128.store(fp + load<usize>(pc, 4), v128.bitselect(value, i64x2(0x7ff8000000000000, 0x7ff8000000000000), f64x2.eq(value, value)));
      pc += 16;
      break;
    }
    case 193: { // f64x2.sub
      const value = f64x2.sub(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12)));
      v128.store(fp + load<usize>(pc, 4), v128.bitselect(value, i64x2(0x7ff8000000000000, 0x7ff8000000000000), f64x2.eq(value, value)));
      pc += 16;
      break;
    }
    case 194: { // f64x2.mul
      const value = f64x2.mul(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12)));
      v128.store(fp + load<usize>(pc, 4), v128.bitselect(value, i64x2(0x7ff8000000000000, 0x7ff8000000000000), f64x2.eq(value, value)));
      pc += 16;
      break;
    }
    case 195: { // f64x2.div
      const value = f64x2.div(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12)));
      v128.store(fp + load<usize>(pc, 4), v128.bitselect(value, i64x2(0x7ff8000000000000, 0x7ff8000000000000), f64x2.eq(value, value)));
      pc += 16;
      break;
    }
    case 196: { // f64x2.min
      const value = f64x2.min(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12)));
      v128.store(fp + load<usize>(pc, 4), v128.bitselect(value, i64x2(0x7ff8000000000000, 0x7ff8000000000000), f64x2.eq(value, value)));
      pc += 16;
      break;
    }
    case 197: { // f64x2.max
      const value = f64x2.max(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12)));
      v128.store(fp + load<usize>(pc, 4), v128.bitselect(value, i64x2(0x7ff8000000000000, 0x7ff8000000000000), f64x2.eq(value, value)));
      pc += 16;
      break;
    }
    case 198: { // f64x2.pmin
      v128.store(fp + load<usize>(pc, 4), f64x2.pmin(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 199: { // f64x2.pmax
      v128.store(fp + load<usize>(pc, 4), f64x2.pmax(v128.load(fp + load<usize>(pc, 8)), v128.load(fp + load<usize>(pc, 12))));
      pc += 16;
      break;
    }
    case 200: { // i32x4.trunc_sat_f32x4_s
      v128.store(fp + load<usize>(pc, 4), i32x4.trunc_sat_f32x4_s(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 201: { // i32x4.trunc_sat_f32x4_u
      v128.store(fp + load<usize>(pc, 4), i32x4.trunc_sat_f32x4_u(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 202: { // f32x4.convert_i32x4_s
      v128.store(fp + load<usize>(pc, 4), f32x4.convert_i32x4_s(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 203: { // f32x4.convert_i32x4_u
      v128.store(fp + load<usize>(pc, 4), f32x4.convert_i32x4_u(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 204: { // i32x4.trunc_sat_f64x2_s_zero
      v128.store(fp + load<usize>(pc, 4), i32x4.trunc_sat_f64x2_s_zero(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 205: { // i32x4.trunc_sat_f64x2_u_zero
      v128.store(fp + load<usize>(pc, 4), i32x4.trunc_sat_f64x2_u_zero(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 206: { // f64x2.convert_low_i32x4_s
      v128.store(fp + load<usize>(pc, 4), f64x2.convert_low_i32x4_s(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 207: { // f64x2.convert_low_i32x4_u
      v128.store(fp + load<usize>(pc, 4), f64x2.convert_low_i32x4_u(v128.load(fp + load<usize>(pc, 8))));
      pc += 12;
      break;
    }
    case 208: { // v128.load
      const address: u32 = load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 16 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load(at));
      pc += 16;
      break;
    }
    case 209: { // v128.load8x8_s
      const address: u32 = load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load8x8_s(at));
      pc += 16;
      break;
    }
    case 210: { // v128.load8x8_u
      const address: u32 = load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load8x8_u(at));
      pc += 16;
      break;
    }
    case 211: { // v128.load16x4_s
      const address: u32 = load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load16x4_s(at));
      pc += 16;
      break;
    }
    case 212: { // v128.load16x4_u
      const address: u32 = load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load16x4_u(at));
      pc += 16;
      break;
    }
    case 213: { // v128.load32x2_s
      const address: u32 = load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load32x2_s(at));
      pc += 16;
      break;
    }
    case 214: { // v128.load32x2_u
      const address: u32 = load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load32x2_u(at));
      pc += 16;
      break;
    }
    case 215: { // v128.load8_splat
      const address: u32 = load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 1 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load8_splat(at));
      pc += 16;
      break;
    }
    case 216: { // v128.load16_splat
      const address: u32 = load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 2 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load16_splat(at));
      pc += 16;
      break;
    }
    case 217: { // v128.load32_splat
      const address: u32 = load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 4 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load32_splat(at));
      pc += 16;
      break;
    }
    case 218: { // v128.load64_splat
      const address: u32 = load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load64_splat(at));
      pc += 16;
      break;
    }
    case 219: { // v128.store
      const address: u32 = load<u32>(fp + load<usize>(pc, 4));
      const effective = <u64>address + <u64>load<u32>(pc, 8);
      if (effective + 16 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(at, v128.load(fp + load<usize>(pc, 12)));
      pc += 16;
      break;
    }
    case 220: { // v128.load32_zero
      const address: u32 = load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 4 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load32_zero(at));
      pc += 16;
      break;
    }
    case 221: { // v128.load64_zero
      const address: u32 = load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load64_zero(at));
      pc += 16;
      break;
    }
    case 222: { // v128.load.a
      const address: u32 = load<u32>(pc, 8);
      const effective = <u64>address + <u64>0;
      if (effective + 16 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load(at));
      pc += 12;
      break;
    }
    case 223: { // v128.load8x8_s.a
      const address: u32 = load<u32>(pc, 8);
      const effective = <u64>address + <u64>0;
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load8x8_s(at));
      pc += 12;
      break;
    }
    case 224: { // v128.load8x8_u.a
      const address: u32 = load<u32>(pc, 8);
      const effective = <u64>address + <u64>0;
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load8x8_u(at));
      pc += 12;
      break;
    }
    case 225: { // v128.load16x4_s.a
      const address: u32 = load<u32>(pc, 8);
      const effective = <u64>address + <u64>0;
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load16x4_s(at));
      pc += 12;
      break;
    }
    case 226: { // v128.load16x4_u.a
      const address: u32 = load<u32>(pc, 8);
      const effective = <u64>address + <u64>0;
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load16x4_u(at));
      pc += 12;
      break;
    }
    case 227: { // v128.load32x2_s.a
      const address: u32 = load<u32>(pc, 8);
      const effective = <u64>address + <u64>0;
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load32x2_s(at));
      pc += 12;
      break;
    }
    case 228: { // v128.load32x2_u.a
      const address: u32 = load<u32>(pc, 8);
      const effective = <u64>address + <u64>0;
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load32x2_u(at));
      pc += 12;
      break;
    }
    case 229: { // v128.load8_splat.a
      const address: u32 = load<u32>(pc, 8);
      const effective = <u64>address + <u64>0;
      if (effective + 1 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load8_splat(at));
      pc += 12;
      break;
    }
    case 230: { // v128.load16_splat.a
      const address: u32 = load<u32>(pc, 8);
      const effective = <u64>address + <u64>0;
      if (effective + 2 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load16_splat(at));
      pc += 12;
      break;
    }
    case 231: { // v128.load32_splat.a
      const address: u32 = load<u32>(pc, 8);
      const effective = <u64>address + <u64>0;
      if (effective + 4 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load32_splat(at));
      pc += 12;
      break;
    }
    case 232: { // v128.load64_splat.a
      const address: u32 = load<u32>(pc, 8);
      const effective = <u64>address + <u64>0;
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load64_splat(at));
      pc += 12;
      break;
    }
    case 233: { // v128.store.a
      const address: u32 = load<u32>(pc, 4);
      const effective = <u64>address + <u64>0;
      if (effective + 16 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(at, v128.load(fp + load<usize>(pc, 8)));
      pc += 12;
      break;
    }
    case 234: { // v128.load32_zero.a
      const address: u32 = load<u32>(pc, 8);
      const effective = <u64>address + <u64>0;
      if (effective + 4 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load32_zero(at));
      pc += 12;
      break;
    }
    case 235: { // v128.load64_zero.a
      const address: u32 = load<u32>(pc, 8);
      const effective = <u64>address + <u64>0;
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load64_zero(at));
      pc += 12;
      break;
    }
    case 236: { // v128.load.d
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 16 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load(at));
      pc += 20;
      break;
    }
    case 237: { // v128.load8x8_s.d
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load8x8_s(at));
      pc += 20;
      break;
    }
    case 238: { // v128.load8x8_u.d
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load8x8_u(at));
      pc += 20;
      break;
    }
    case 239: { // v128.load16x4_s.d
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load16x4_s(at));
      pc += 20;
      break;
    }
    case 240: { // v128.load16x4_u.d
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load16x4_u(at));
      pc += 20;
      break;
    }
    case 241: { // v128.load32x2_s.d
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load32x2_s(at));
      pc += 20;
      break;
    }
    case 242: { // v128.load32x2_u.d
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load32x2_u(at));
      pc += 20;
      break;
    }
    case 243: { // v128.load8_splat.d
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 1 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load8_splat(at));
      pc += 20;
      break;
    }
    case 244: { // v128.load16_splat.d
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 2 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load16_splat(at));
      pc += 20;
      break;
    }
    case 245: { // v128.load32_splat.d
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 4 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load32_splat(at));
      pc += 20;
      break;
    }
    case 246: { // v128.load64_splat.d
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load64_splat(at));
      pc += 20;
      break;
    }
    case 247: { // v128.store.d
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(pc, 8);
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 16 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(at, v128.load(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 248: { // v128.load32_zero.d
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 4 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load32_zero(at));
      pc += 20;
      break;
    }
    case 249: { // v128.load64_zero.d
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(pc, 12);
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load64_zero(at));
      pc += 20;
      break;
    }
    case 250: { // v128.load.x
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12));
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 16 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load(at));
      pc += 20;
      break;
    }
    case 251: { // v128.load8x8_s.x
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12));
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load8x8_s(at));
      pc += 20;
      break;
    }
    case 252: { // v128.load8x8_u.x
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12));
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load8x8_u(at));
      pc += 20;
      break;
    }
    case 253: { // v128.load16x4_s.x
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12));
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load16x4_s(at));
      pc += 20;
      break;
    }
    case 254: { // v128.load16x4_u.x
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12));
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load16x4_u(at));
      pc += 20;
      break;
    }
    case 255: { // v128.load32x2_s.x
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12));
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load32x2_s(at));
      pc += 20;
      break;
    }
    case 256: { // v128.load32x2_u.x
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12));
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load32x2_u(at));
      pc += 20;
      break;
    }
    case 257: { // v128.load8_splat.x
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12));
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 1 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load8_splat(at));
      pc += 20;
      break;
    }
    case 258: { // v128.load16_splat.x
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12));
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 2 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load16_splat(at));
      pc += 20;
      break;
    }
    case 259: { // v128.load32_splat.x
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12));
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 4 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load32_splat(at));
      pc += 20;
      break;
    }
    case 260: { // v128.load64_splat.x
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12));
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load64_splat(at));
      pc += 20;
      break;
    }
    case 261: { // v128.store.x
      const address: u32 = load<u32>(fp + load<usize>(pc, 4)) + load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 16 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(at, v128.load(fp + load<usize>(pc, 16)));
      pc += 20;
      break;
    }
    case 262: { // v128.load32_zero.x
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12));
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 4 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load32_zero(at));
      pc += 20;
      break;
    }
    case 263: { // v128.load64_zero.x
      const address: u32 = load<u32>(fp + load<usize>(pc, 8)) + load<u32>(fp + load<usize>(pc, 12));
      const effective = <u64>address + <u64>load<u32>(pc, 16);
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      v128.store(fp + load<usize>(pc, 4), v128.load64_zero(at));
      pc += 20;
      break;
    }
    case 264: { // v128.load8_lane
      const address: u32 = load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 1 > memoryBytes) return false;
      const at = base + <usize>effective;
      const value = load<u8>(at);
      v128.store(fp + load<usize>(pc, 4), v128.load(fp + load<usize>(pc, 16)));
      store<u8>(fp + load<usize>(pc, 4) + <usize>load<u32>(pc, 20), value);
      pc += 24;
      break;
    }
    case 265: { // v128.load16_lane
      const address: u32 = load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 2 > memoryBytes) return false;
      const at = base + <usize>effective;
      const value = load<u16>(at);
      v128.store(fp + load<usize>(pc, 4), v128.load(fp + load<usize>(pc, 16)));
      store<u16>(fp + load<usize>(pc, 4) + <usize>load<u32>(pc, 20), value);
      pc += 24;
      break;
    }
    case 266: { // v128.load32_lane
      const address: u32 = load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 4 > memoryBytes) return false;
      const at = base + <usize>effective;
      const value = load<u32>(at);
      v128.store(fp + load<usize>(pc, 4), v128.load(fp + load<usize>(pc, 16)));
      store<u32>(fp + load<usize>(pc, 4) + <usize>load<u32>(pc, 20), value);
      pc += 24;
      break;
    }
    case 267: { // v128.load64_lane
      const address: u32 = load<u32>(fp + load<usize>(pc, 8));
      const effective = <u64>address + <u64>load<u32>(pc, 12);
      if (effective + 8 > memoryBytes) return false;
      const at = base + <usize>effective;
      const value = load<u64>(at);
      v128.store(fp + load<usize>(pc, 4), v128.load(fp + load<usize>(pc, 16)));
      store<u64>(fp + load<usize>(pc, 4) + <usize>load<u32>(pc, 20), value);
      pc += 24;
      break;
    }
    default: {
      if (pc == load<usize>(statePc)) unreachable();
      store<usize>(statePc, pc);
      return true;
    }
    }
  }
  return true;
}
