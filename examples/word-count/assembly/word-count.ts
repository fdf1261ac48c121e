import { args_get, args_sizes_get, fd_read, fd_write, proc_exit } from './wasi_snapshot_preview1'

/*
 * Counts the words of its standard input and prints the most frequent, as `count word` lines. A word is a longest run
 * of ASCII letters, lower-cased; most frequent first, equal ones in alphabetical order. `--top N` (default 10) says
 * how many lines; with 0, all. The same count as
 *
 *   tr -cs 'A-Za-z' '\n' | tr 'A-Z' 'a-z' | grep . | sort | uniq -c | sort -k1,1nr -k2,2     (LC_ALL=C)
 *
 * Memory is one region that only grows: words and tables are laid one behind the other and never freed.
 */

const INPUT: usize = memory.data(65536)
const INPUT_BYTES: i32 = 65536
const OUTPUT: usize = memory.data(8192)
const OUTPUT_BYTES: usize = 8192
/** A buffer's pointer and length for WASI, and the count that it answers. */
const CALL: usize = memory.data(16)

/** An entry of the hash table: hash u32, length u32, word u32 (pointer), count u32; a free one has count 0. */
const ENTRY_BYTES: usize = 16
/** What reading one chunk of input can add to the region: every word starts at a multiple of 8 and is zero-padded. */
const SLACK: usize = 1 << 20

let free: usize = (__heap_base + 7) & ~7
let table: usize = 0
let mask: u32 = 0
let distinct: u32 = 0

let outputEnd: usize = OUTPUT

export function _start(): void {
  const top = readTop()
  newTable(1 << 13)
  countInput()
  const entries = gather()
  const shown: u32 = top > 0 && top < distinct ? top : distinct
  sort(entries, distinct, shown)
  for (let i: u32 = 0; i < shown; i++) {
    const entry: usize = load<u32>(entries + ((<usize>i) << 2))
    writeNumber(load<u32>(entry + 12))
    writeByte(0x20)
    const word: usize = load<u32>(entry + 8)
    const length: usize = load<u32>(entry + 4)
    for (let j: usize = 0; j < length; j++) writeByte(load<u8>(word + j))
    writeByte(0x0a)
  }
  flush(1)
}

/** The scan: letters go lower-cased to the end of the region, where they stay if the word is new. */
function countInput(): void {
  let word = free
  let end = free
  let hash: u32 = 0
  for (;;) {
    ensure(end + SLACK)
    const length = read(INPUT, INPUT_BYTES)
    if (length === 0) break
    const stop = INPUT + length
    for (let at = INPUT; at < stop; at++) {
      const letter: u32 = load<u8>(at) | 0x20
      if (letter - 0x61 < 26) {
        store<u8>(end++, letter)
        hash = (hash ^ letter) * 0x01000193 // FNV-1a
      } else if (end !== word) {
        count(word, end, hash)
        word = end = free
        hash = 0
      }
    }
  }
  if (end !== word) count(word, end, hash)
}

function count(word: usize, end: usize, hash: u32): void {
  store<u64>(end, 0) // Pads, so that words compare eight bytes at a time.
  const length = <u32>(end - word)
  let slot = spread(hash) & mask
  for (;;) {
    const entry = table + <usize>slot * ENTRY_BYTES
    const seen = load<u32>(entry + 12)
    if (seen === 0) {
      store<u32>(entry, hash)
      store<u32>(entry + 4, length)
      store<u32>(entry + 8, <u32>word)
      store<u32>(entry + 12, 1)
      free = (end + 8) & ~7 // One zero at least, for a word of eight letters too.
      if (++distinct << 1 > mask) grow()
      return
    }
    if (load<u32>(entry) === hash && load<u32>(entry + 4) === length && same(load<u32>(entry + 8), word, length)) {
      store<u32>(entry + 12, seen + 1)
      return
    }
    slot = (slot + 1) & mask
  }
}

/** Moves the hash's upper bits, the better ones, to where the mask takes its bits from. */
function spread(hash: u32): u32 {
  return hash ^ (hash >> 15)
}

function same(a: usize, b: usize, length: usize): bool {
  for (let i: usize = 0; i < length; i += 8) {
    if (load<u64>(a + i) !== load<u64>(b + i)) return false
  }
  return true
}

function newTable(slots: u32): void {
  table = free
  mask = slots - 1
  free += <usize>slots * ENTRY_BYTES
  ensure(free + SLACK)
  memory.fill(table, 0, <usize>slots * ENTRY_BYTES)
}

function grow(): void {
  let old = table
  const oldEnd = old + (<usize>mask + 1) * ENTRY_BYTES
  newTable((mask + 1) << 1)
  for (; old < oldEnd; old += ENTRY_BYTES) {
    if (load<u32>(old + 12) === 0) continue
    let slot = spread(load<u32>(old)) & mask
    while (load<u32>(table + <usize>slot * ENTRY_BYTES + 12) !== 0) slot = (slot + 1) & mask
    memory.copy(table + <usize>slot * ENTRY_BYTES, old, ENTRY_BYTES)
  }
}

/** Pointers (4 bytes each) to all entries in use. */
function gather(): usize {
  const entries = free
  free += (<usize>distinct) << 2
  ensure(free + SLACK)
  let to = entries
  const end = table + (<usize>mask + 1) * ENTRY_BYTES
  for (let entry = table; entry < end; entry += ENTRY_BYTES) {
    if (load<u32>(entry + 12) === 0) continue
    store<u32>(to, <u32>entry)
    to += 4
  }
  return entries
}

/**
 * Puts the `shown` first of the entries in front and in order: a heap of that many keeps the best, its worst on top;
 * taking the worst off again and again then sorts.
 */
function sort(entries: usize, length: u32, shown: u32): void {
  for (let i = shown >> 1; i > 0; i--) sift(entries, i - 1, shown)
  for (let i = shown; i < length; i++) {
    if (isBefore(at(entries, i), at(entries, 0))) {
      swap(entries, 0, i)
      sift(entries, 0, shown)
    }
  }
  for (let left = shown; left > 1; ) {
    swap(entries, 0, --left)
    sift(entries, 0, left)
  }
}

function sift(entries: usize, root: u32, length: u32): void {
  for (;;) {
    let worst = root
    const child = (root << 1) + 1
    if (child < length && isBefore(at(entries, worst), at(entries, child))) worst = child
    if (child + 1 < length && isBefore(at(entries, worst), at(entries, child + 1))) worst = child + 1
    if (worst === root) return
    swap(entries, root, worst)
    root = worst
  }
}

function at(entries: usize, index: u32): usize {
  return load<u32>(entries + ((<usize>index) << 2))
}

function swap(entries: usize, a: u32, b: u32): void {
  const held = load<u32>(entries + ((<usize>a) << 2))
  store<u32>(entries + ((<usize>a) << 2), load<u32>(entries + ((<usize>b) << 2)))
  store<u32>(entries + ((<usize>b) << 2), held)
}

/** More frequent first, then alphabetical; the padding of zeros puts a word before those that it begins. */
function isBefore(a: usize, b: usize): bool {
  const countA = load<u32>(a + 12)
  const countB = load<u32>(b + 12)
  if (countA !== countB) return countA > countB
  let wordA: usize = load<u32>(a + 8)
  let wordB: usize = load<u32>(b + 8)
  while (load<u64>(wordA) === load<u64>(wordB)) {
    wordA += 8
    wordB += 8
  }
  return bswap<u64>(load<u64>(wordA)) < bswap<u64>(load<u64>(wordB))
}

/** The number after `--top`. Anything else on the command line ends the program with code 2. */
function readTop(): u32 {
  check(args_sizes_get(CALL, CALL + 4))
  const argc: u32 = load<u32>(CALL)
  const pointers = free
  const bytes = pointers + ((<usize>argc) << 2)
  free = (bytes + load<u32>(CALL + 4) + 7) & ~7
  ensure(free + SLACK)
  check(args_get(pointers, bytes))
  if (argc <= 1) return 10
  if (argc !== 3 || !isTop(load<u32>(pointers + 4))) usage()
  let number: u32 = 0
  let digit: usize = load<u32>(pointers + 8)
  if (load<u8>(digit) === 0) usage()
  for (; load<u8>(digit) !== 0; digit++) {
    const value: u32 = load<u8>(digit) - 0x30
    if (value > 9 || number > 99999999) usage()
    number = number * 10 + value
  }
  return number
}

function isTop(text: usize): bool {
  return load<u32>(text) === 0x6f742d2d && load<u16>(text + 4) === 0x0070 // "--to", "p" and the end
}

function usage(): void {
  fail('usage: word-count [--top N] < text\n', 2)
}

function read(buffer: usize, length: i32): usize {
  store<u32>(CALL, <u32>buffer)
  store<u32>(CALL + 4, length)
  check(fd_read(0, CALL, 1, CALL + 8))
  return load<u32>(CALL + 8)
}

function writeByte(byte: u32): void {
  if (outputEnd === OUTPUT + OUTPUT_BYTES) flush(1)
  store<u8>(outputEnd++, byte)
}

function writeNumber(number: u32): void {
  if (number > 9) writeNumber(number / 10)
  writeByte(0x30 + (number % 10))
}

function flush(fd: i32): void {
  for (let from = OUTPUT; from < outputEnd; ) {
    store<u32>(CALL, <u32>from)
    store<u32>(CALL + 4, <u32>(outputEnd - from))
    if (fd_write(fd, CALL, 1, CALL + 8) !== 0) proc_exit(1)
    from += load<u32>(CALL + 8)
  }
  outputEnd = OUTPUT
}

/** Makes memory reach to `end`. */
function ensure(end: usize): void {
  const pages = <i32>((end + 65535) >> 16)
  const missing = pages - memory.size()
  if (missing > 0 && memory.grow(missing) < 0)
    fail('word-count: the memory limit is too small for this many words\n', 1)
}

function check(errno: i32): void {
  if (errno !== 0) fail('word-count: arguments or input cannot be read\n', 1)
}

/** Says why and ends the program. */
function fail(message: string, code: i32): void {
  outputEnd = OUTPUT
  for (let i = 0; i < message.length; i++) writeByte(message.charCodeAt(i))
  flush(2)
  proc_exit(code)
}
