import { args_get, args_sizes_get, proc_exit } from './wasi_snapshot_preview1'

/*
 * A command around the library `@ruby/3.4-wasm-wasi`: starts Ruby with the command line it was given, then evaluates the
 * last of its arguments. Code 1 where that raises. Ruby itself would read a program too, so `-e_=0` has to stand before.
 *
 * It lives in the library's memory, so it has no data of its own: what it needs it asks the library's allocator for.
 */

// @ts-ignore: decorator
@external('env', '_initialize')
declare function initialize(): void
// @ts-ignore: decorator
@external('env', 'cabi_realloc')
declare function realloc(old: usize, oldBytes: usize, alignment: usize, bytes: usize): usize
/** `strings`: pointer and length of each, 4 bytes each; each ends with a zero that counts. */
// @ts-ignore: decorator
@external('env', 'ruby-init: func(args: list<string>) -> ()')
declare function init(strings: usize, count: i32): void
/** Answers a pointer to the value's handle and the state, 4 bytes each; the state is 0 where nothing was raised. */
// @ts-ignore: decorator
@external('env', 'rb-eval-string-protect: func(str: string) -> tuple<handle<rb-abi-value>, s32>')
declare function evaluate(code: usize, length: usize): usize

export function _start(): void {
  initialize()
  const call = allocate(8)
  if (args_sizes_get(call, call + 4) !== 0) proc_exit(2)
  const count: usize = load<u32>(call)
  const pointers = allocate(count << 2)
  if (args_get(pointers, allocate(load<u32>(call, 4))) !== 0) proc_exit(2)
  const strings = allocate(count << 3)
  for (let i: usize = 0; i < count; i++) copyString(load<u32>(pointers + (i << 2)), strings + (i << 3))
  init(strings, <i32>count)
  copyString(load<u32>(pointers + ((count - 1) << 2)), call)
  if (load<u32>(evaluate(load<u32>(call), load<u32>(call, 4)), 4) !== 0) proc_exit(1)
}

/** Ruby frees what it is given, so each is an allocation of its own. `to`: for pointer and length. */
function copyString(string: usize, to: usize): void {
  let end = string
  while (load<u8>(end++) !== 0) {}
  const copy = allocate(end - string)
  memory.copy(copy, string, end - string)
  store<u32>(to, <u32>copy)
  store<u32>(to, <u32>(end - string), 4)
}

function allocate(bytes: usize): usize {
  return realloc(0, 0, 4, bytes)
}
