// The compiler imports this from the module that this file is named after: no binding generator is needed.

/** Writes `count` buffers (pointer and length, 4 bytes each); the bytes written go to `done`. Answers an errno. */
export declare function fd_write(fd: i32, buffers: usize, count: i32, done: usize): i32
export declare function proc_exit(code: i32): void
