import {
  _initialize,
  qjs_eval,
  qjs_execute_pending_job,
  qjs_get_exception,
  qjs_get_string,
  qjs_init,
  qjs_is_exception,
  qjs_is_job_pending,
  wasm_malloc,
} from './env'
import { CALL_BYTES, readScript, SCRIPT_BYTES, write } from './streams'
import { proc_exit } from './wasi_snapshot_preview1'

/*
 * A command around the library `quickjs-wasi`: runs the script on standard input, then the jobs that it left behind
 * (promises), and prints what its last expression is as a string; where it throws, the exception, with code 1.
 *
 * It lives in the library's memory, so it has no data of its own: what it needs it asks the library's allocator for.
 */

export function _start(): void {
  _initialize()
  if (qjs_init() !== 0) proc_exit(2)
  const call = wasm_malloc(CALL_BYTES)
  const code = wasm_malloc(SCRIPT_BYTES)
  const length = readScript(code, call)
  store<u8>(code + length, 0)
  const name = wasm_malloc(8)
  store<u32>(name, 0x6e69616d) // "main.js"
  store<u32>(name, 0x00736a2e, 4)
  const value = qjs_eval(code, length, name, 0)
  if (qjs_is_exception(value)) fail(call)
  while (qjs_is_job_pending()) {
    if (qjs_execute_pending_job() < 0) fail(call)
  }
  const text = qjs_get_string(value)
  if (text === 0) fail(call)
  print(1, text, call)
}

function fail(call: usize): void {
  print(2, qjs_get_string(qjs_get_exception()), call)
  proc_exit(1)
}

function print(fd: i32, text: usize, call: usize): void {
  let end = text
  while (load<u8>(end) !== 0) end++
  write(fd, text, end - text, call)
}
