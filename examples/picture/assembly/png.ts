import { fd_write, proc_exit } from './wasi_snapshot_preview1'

/*
 * Writes a PNG (W3C PNG specification, third edition) of 8-bit RGB to standard output, row by row: each row is one
 * IDAT chunk with one stored block of deflate (RFC 1951, 3.2.4), so nothing is kept and nothing needs compressing.
 */

/** An IDAT chunk: 4 length, 4 type, [2 zlib header], 5 block header, the row, [4 Adler-32], 4 CRC. */
const CHUNK: usize = memory.data(16384)
/** CRC-32 of each byte (PNG specification, annex D). */
const CRC_TABLE: usize = memory.data(1024)
const CALL: usize = memory.data(16)

let end: usize = CHUNK
let rowsLeft: u32 = 0
let rowBytes: u32 = 0
let isFirstRow: bool = true
let adlerA: u32 = 1
let adlerB: u32 = 0

/** At most 5,000 pixels wide. */
export function beginPng(width: u32, height: u32): void {
  for (let byte: u32 = 0; byte < 256; byte++) {
    let crc = byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >> 1) : crc >> 1
    store<u32>(CRC_TABLE + ((<usize>byte) << 2), crc)
  }
  rowsLeft = height
  rowBytes = 1 + 3 * width
  put32(0x89504e47)
  put32(0x0d0a1a0a)
  write()
  beginChunk(0x49484452) // IHDR
  put32(width)
  put32(height)
  put8(8) // bits a sample
  put8(2) // RGB
  put8(0) // deflate
  put8(0) // filters by row
  put8(0) // not interlaced
  endChunk()
}

/** `row` points to 3 bytes a pixel. The last row ends the file. */
export function writeRow(row: usize): void {
  rowsLeft--
  beginChunk(0x49444154) // IDAT
  if (isFirstRow) {
    put8(0x78) // zlib: deflate, 32 KiB window
    put8(0x01)
    isFirstRow = false
  }
  put8(rowsLeft === 0 ? 1 : 0) // a stored block, and whether it is the last
  put8(rowBytes)
  put8(rowBytes >> 8)
  put8(~rowBytes)
  put8(~rowBytes >> 8)
  const data = end
  put8(0) // no filter
  memory.copy(end, row, rowBytes - 1)
  end += rowBytes - 1
  addToAdler(data)
  if (rowsLeft === 0) put32((adlerB << 16) | adlerA)
  endChunk()
  if (rowsLeft === 0) {
    beginChunk(0x49454e44) // IEND
    endChunk()
  }
}

/** RFC 1950, 8.2. A row is short enough for the sums to stay below 2^32 until its end, up to 5,552 bytes. */
function addToAdler(data: usize): void {
  for (; data < end; data++) {
    adlerA += load<u8>(data)
    adlerB += adlerA
    if (adlerB > 0x7fffffff) adlerB %= 65521
  }
  adlerA %= 65521
  adlerB %= 65521
}

function beginChunk(type: u32): void {
  end = CHUNK
  put32(0) // its length, known at the end
  put32(type)
}

function endChunk(): void {
  store<u32>(CHUNK, bswap<u32>(<u32>(end - CHUNK - 8)))
  let crc: u32 = 0xffffffff
  for (let at = CHUNK + 4; at < end; at++) {
    crc = load<u32>(CRC_TABLE + ((<usize>((crc ^ load<u8>(at)) & 0xff)) << 2)) ^ (crc >> 8)
  }
  put32(~crc)
  write()
}

function put8(byte: u32): void {
  store<u8>(end++, byte)
}

function put32(word: u32): void {
  store<u32>(end, bswap<u32>(word))
  end += 4
}

function write(): void {
  for (let from = CHUNK; from < end; ) {
    store<u32>(CALL, <u32>from)
    store<u32>(CALL + 4, <u32>(end - from))
    if (fd_write(1, CALL, 1, CALL + 8) !== 0) proc_exit(1)
    from += load<u32>(CALL + 8)
  }
  end = CHUNK
}
