/**
 * The error numbers of WASI preview 1 that this host answers with.
 * https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#errno
 */
export const errno = Object.freeze({
  success: 0,
  badf: 8, // no such descriptor, or not open in this direction
  fault: 21, // a pointer that leaves the guest's memory
  inval: 28,
  notdir: 54,
  notsock: 57,
  notsup: 58,
  spipe: 70, // a position asked of what has none
  notcapable: 76, // a right that the descriptor lacks
})

export type Errno = (typeof errno)[keyof typeof errno]
