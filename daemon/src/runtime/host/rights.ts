/** Rights of WASI preview 1, one bit each. https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#rights */
export const rights = Object.freeze({
  fdDatasync: 1n << 0n,
  fdRead: 1n << 1n,
  fdSeek: 1n << 2n,
  fdFdstatSetFlags: 1n << 3n,
  fdSync: 1n << 4n,
  fdTell: 1n << 5n,
  fdWrite: 1n << 6n,
  fdAdvise: 1n << 7n,
  fdAllocate: 1n << 8n,
  pathCreateDirectory: 1n << 9n,
  pathCreateFile: 1n << 10n,
  pathLinkSource: 1n << 11n,
  pathLinkTarget: 1n << 12n,
  pathOpen: 1n << 13n,
  fdReaddir: 1n << 14n,
  pathReadlink: 1n << 15n,
  pathRenameSource: 1n << 16n,
  pathRenameTarget: 1n << 17n,
  pathFilestatGet: 1n << 18n,
  pathFilestatSetSize: 1n << 19n,
  pathFilestatSetTimes: 1n << 20n,
  fdFilestatGet: 1n << 21n,
  fdFilestatSetSize: 1n << 22n,
  fdFilestatSetTimes: 1n << 23n,
  pathSymlink: 1n << 24n,
  pathRemoveDirectory: 1n << 25n,
  pathUnlinkFile: 1n << 26n,
  pollFdReadwrite: 1n << 27n,
})

/** The rights that only a file that may be written can have. */
export const writingRights =
  rights.fdDatasync |
  rights.fdSync |
  rights.fdWrite |
  rights.fdAllocate |
  rights.fdFilestatSetSize |
  rights.fdFilestatSetTimes

/** The rights that mean something on a regular file; a descriptor never has others, whatever was asked for. */
export const fileRights =
  writingRights |
  rights.fdRead |
  rights.fdSeek |
  rights.fdTell |
  rights.fdFdstatSetFlags |
  rights.fdAdvise |
  rights.fdFilestatGet |
  rights.pollFdReadwrite

/** As `fileRights`, for a directory. */
export const directoryRights =
  rights.fdFdstatSetFlags |
  rights.fdSync |
  rights.fdDatasync |
  rights.fdAdvise |
  rights.pathCreateDirectory |
  rights.pathCreateFile |
  rights.pathLinkSource |
  rights.pathLinkTarget |
  rights.pathOpen |
  rights.fdReaddir |
  rights.pathReadlink |
  rights.pathRenameSource |
  rights.pathRenameTarget |
  rights.pathFilestatGet |
  rights.pathFilestatSetSize |
  rights.pathFilestatSetTimes |
  rights.fdFilestatGet |
  rights.fdFilestatSetTimes |
  rights.pathSymlink |
  rights.pathRemoveDirectory |
  rights.pathUnlinkFile

/** What can be opened below a directory can have any right. */
export const inheritedRights = fileRights | directoryRights
