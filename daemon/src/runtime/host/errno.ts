/**
 * The error numbers of WASI preview 1 that this host answers with.
 * https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#errno
 */
export const errno = Object.freeze({
  success: 0,
  badf: 8, // no such descriptor, or not open in this direction
  exist: 20,
  fault: 21, // a pointer that leaves the guest's memory
  ilseq: 25, // a path that is not UTF-8
  inval: 28,
  isdir: 31,
  loop: 32, // a symbolic link where none is followed, or too many of them
  mfile: 33, // too many open descriptors
  nametoolong: 37,
  noent: 44,
  nospc: 51, // too many entries
  notdir: 54,
  notempty: 55,
  notsock: 57,
  notsup: 58,
  perm: 63, // a path that leaves its directory; a hard link to a directory
  rofs: 69, // a change outside /out
  spipe: 70, // a position asked of what has none
  xdev: 75, // a hard link from /in to /out
  notcapable: 76, // a right that the descriptor lacks
})

export type Errno = (typeof errno)[keyof typeof errno]
