import { errno } from './errno.ts'
import { type HostCall, pathBase, refuse, signature } from './host-call.ts'

/**
 * The calls that take a path. Nothing is preopened, so there is no directory for a path to start from:
 * every descriptor that such a call can name is either not open or no directory.
 */
export const pathCalls: readonly HostCall[] = [
  pathCall('path_create_directory', 'iii', 0),
  pathCall('path_filestat_get', 'iiiii', 0),
  pathCall('path_filestat_set_times', 'iiiiIIi', 0),
  pathCall('path_link', 'iiiiiii', 0, 4),
  pathCall('path_open', 'iiiiiIIii', 0),
  pathCall('path_readlink', 'iiiiii', 0),
  pathCall('path_remove_directory', 'iii', 0),
  pathCall('path_rename', 'iiiiii', 0, 3),
  pathCall('path_symlink', 'iiiii', 2),
  pathCall('path_unlink_file', 'iii', 0),
]

/** @param descriptors the positions of the arguments that name a directory */
function pathCall(name: string, parameters: string, ...descriptors: readonly number[]): HostCall {
  return {
    name,
    type: signature(parameters),
    baseFuel: pathBase,
    iovecs: false,
    plan(call) {
      const open = descriptors.every((position) => call.program.descriptors.find(call.u32(position)) !== undefined)
      return refuse(open ? errno.notdir : errno.badf)
    },
  }
}
