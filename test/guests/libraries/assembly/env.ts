// What the commands use of `quickjs-wasi`. The compiler imports these from the module that this file is named after.

export declare function _initialize(): void
export declare function wasm_malloc(bytes: usize): usize
export declare function qjs_init(): i32
/** `name`: of the script, ended by a zero, for traces. Values are pointers to boxes. */
export declare function qjs_eval(code: usize, length: usize, name: usize, flags: i32): usize
export declare function qjs_is_exception(value: usize): i32
export declare function qjs_get_exception(): usize
/** Runs the value's own toString; ended by a zero, 0 where that throws. */
export declare function qjs_get_string(value: usize): usize
export declare function qjs_is_job_pending(): i32
/** Negative where it threw. */
export declare function qjs_execute_pending_job(): i32
