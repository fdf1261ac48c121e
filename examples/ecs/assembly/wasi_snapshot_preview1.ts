// The compiler imports these from the module that this file is named after: no binding generator is needed.

export declare function fd_write(fd: i32, buffers: usize, count: i32, done: usize): i32
export declare function args_sizes_get(count: usize, bytes: usize): i32
export declare function args_get(pointers: usize, bytes: usize): i32
export declare function proc_exit(code: i32): void
