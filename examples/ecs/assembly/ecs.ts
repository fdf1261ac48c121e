import { args_get, args_sizes_get, fd_write, proc_exit } from './wasi_snapshot_preview1'
import { checksum, makeWorld, tick } from './world'

/*
 * A simulation of entities that move in a box and bounce off its walls: `--entities N` (default 10000), `--ticks N`
 * (default 1000), `--seed N` (default 1). Prints how many times a wall was met and a checksum of the state at the end.
 */

/** A buffer's pointer and length for WASI, and the count that it answers. */
const CALL: usize = memory.data(16)
const TEXT: usize = memory.data(256)

let entities: u32 = 10000
let ticks: u32 = 1000
let seed: u32 = 1
let textEnd: usize = TEXT

export function _start(): void {
  const free = readArguments((__heap_base + 7) & ~7)
  if (!makeWorld(entities, seed, free)) fail('ecs: the memory limit is too small for this many entities\n', 1)
  let met: u64 = 0
  for (let i: u32 = 0; i < ticks; i++) met += tick()
  writeText('entities ')
  writeNumber(entities)
  writeText('\nticks ')
  writeNumber(ticks)
  writeText('\nwalls met ')
  writeNumber(met)
  writeText('\nchecksum ')
  writeHexadecimal(checksum())
  writeText('\n')
  flush(1)
}

/** Lays the arguments at `free`; where memory is free behind them. Any that are not understood end the program with 2. */
function readArguments(free: usize): usize {
  if (args_sizes_get(CALL, CALL + 4) !== 0) usage()
  const count: usize = load<u32>(CALL)
  const bytes = free + (count << 2)
  const end = bytes + load<u32>(CALL + 4)
  const pages = <i32>((end + 0xffff) >> 16) - memory.size()
  if (pages > 0 && memory.grow(pages) < 0) usage()
  if (args_get(free, bytes) !== 0) usage()
  if ((count & 1) === 0) usage()
  for (let i: usize = 1; i < count; i += 2) {
    const name: usize = load<u32>(free + (i << 2))
    const value = readNumber(load<u32>(free + (i << 2), 4))
    if (isText(name, '--entities')) entities = value
    else if (isText(name, '--ticks')) ticks = value
    else if (isText(name, '--seed')) seed = value
    else usage()
  }
  return end
}

function isText(at: usize, text: string): bool {
  for (let i = 0; i < text.length; i++) {
    if (load<u8>(at + i) !== text.charCodeAt(i)) return false
  }
  return load<u8>(at + text.length) === 0
}

/** Up to eight digits. */
function readNumber(at: usize): u32 {
  let number: u32 = 0
  let digits = 0
  for (; load<u8>(at + digits) !== 0; digits++) {
    const digit: u32 = load<u8>(at + digits) - 0x30
    if (digit > 9 || digits === 8) usage()
    number = number * 10 + digit
  }
  if (digits === 0) usage()
  return number
}

function usage(): void {
  fail('usage: ecs [--entities N] [--ticks N] [--seed N], each at most 99999999\n', 2)
}

function writeText(text: string): void {
  for (let i = 0; i < text.length; i++) store<u8>(textEnd++, text.charCodeAt(i))
}

function writeNumber(number: u64): void {
  if (number > 9) writeNumber(number / 10)
  store<u8>(textEnd++, 0x30 + (number % 10))
}

function writeHexadecimal(number: u64): void {
  for (let shift = 60; shift >= 0; shift -= 4) {
    const digit = <u32>(number >> shift) & 15
    store<u8>(textEnd++, digit + (digit < 10 ? 0x30 : 0x57))
  }
}

function flush(fd: i32): void {
  for (let from = TEXT; from < textEnd; ) {
    store<u32>(CALL, <u32>from)
    store<u32>(CALL + 4, <u32>(textEnd - from))
    if (fd_write(fd, CALL, 1, CALL + 8) !== 0) proc_exit(1)
    from += load<u32>(CALL + 8)
  }
}

/** Says why and ends the program. */
function fail(message: string, code: i32): void {
  textEnd = TEXT
  writeText(message)
  flush(2)
  proc_exit(code)
}
