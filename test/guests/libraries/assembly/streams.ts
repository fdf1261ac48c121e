import { fd_read, fd_write, proc_exit } from './wasi_snapshot_preview1'

/** A script may have this many bytes. */
export const SCRIPT_BYTES: usize = 1 << 20

/** What the calls take and give: a buffer's pointer and length, and a count. */
export const CALL_BYTES: usize = 12

/** Reads standard input to its end into `buffer`, of SCRIPT_BYTES; its length. `call`: CALL_BYTES to work with. */
export function readScript(buffer: usize, call: usize): usize {
  let length: usize = 0
  let read: usize = 0
  do {
    store<u32>(call, <u32>(buffer + length))
    store<u32>(call, <u32>(SCRIPT_BYTES - length), 4)
    check(fd_read(0, call, 1, call + 8))
    read = load<u32>(call, 8)
    length += read
  } while (read !== 0)
  if (length === SCRIPT_BYTES) proc_exit(2)
  return length
}

export function write(fd: i32, from: usize, length: usize, call: usize): void {
  const end = from + length
  while (from < end) {
    store<u32>(call, <u32>from)
    store<u32>(call, <u32>(end - from), 4)
    check(fd_write(fd, call, 1, call + 8))
    from += load<u32>(call, 8)
  }
}

export function check(errno: i32): void {
  if (errno !== 0) proc_exit(2)
}
