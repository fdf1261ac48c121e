import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** What the places of files depend on. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  /** The user's home directory. */
  readonly home: string
}

/** Where a daemon keeps its data when nobody says: systemd's StateDirectory=, else the user's own (XDG base directories). */
export function defaultDataDirectory({ env, home }: Surroundings): string {
  return first(env.STATE_DIRECTORY) ?? join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'plasm')
}

/** What a package's unit gives its daemon (StateDirectory=). */
export const packagedDataDirectory = '/var/lib/plasm'

/** Where the data of a daemon on this machine are, for who looks at them and named no place: the user's own, then the machine's. */
export function existingDataDirectory(surroundings: Surroundings): string {
  const own = surroundings.env.PLASM_DATA || defaultDataDirectory(surroundings)
  return !existsSync(own) && existsSync(packagedDataDirectory) ? packagedDataDirectory : own
}

/** The file that configures a daemon when nobody says: systemd's ConfigurationDirectory=, else the user's own. It need not be there. */
export function defaultConfigFile({ env, home }: Surroundings): string {
  const directory = first(env.CONFIGURATION_DIRECTORY) ?? join(env.XDG_CONFIG_HOME || join(home, '.config'), 'plasm')
  return join(directory, 'plasm.yaml')
}

/** Where a daemon listens when nobody says: systemd's RuntimeDirectory= (/run/plasm), else the user's own. */
export function defaultSocket({ env }: Surroundings, dataDirectory: string): string {
  const runtime = first(env.RUNTIME_DIRECTORY)
  if (runtime !== undefined) return join(runtime, 'api.sock')
  return env.XDG_RUNTIME_DIR ? join(env.XDG_RUNTIME_DIR, 'plasm', 'api.sock') : join(dataDirectory, 'api.sock')
}

/** Where a client looks for a daemon when nobody says: the user's own, then the machine's. */
export function socketCandidates(surroundings: Surroundings): readonly string[] {
  const { env } = surroundings
  const own = defaultSocket(surroundings, env.PLASM_DATA || defaultDataDirectory(surroundings))
  return [...new Set([own, '/run/plasm/api.sock'])]
}

/** The file of a package's daemon, and what its unit tells it of directories. */
export const packagedConfigFile = '/etc/plasm/plasm.yaml'
export const packagedDirectories = Object.freeze({
  CONFIGURATION_DIRECTORY: '/etc/plasm',
  STATE_DIRECTORY: packagedDataDirectory,
  RUNTIME_DIRECTORY: '/run/plasm',
})

/** The key and the log of `plasm run`, which needs no daemon. */
export function stateDirectory({ env, home }: Surroundings): string {
  return join(env.XDG_STATE_HOME || join(home, '.local', 'state'), 'plasm')
}

/** What need not be made a second time: systemd's CacheDirectory=, else the user's own. */
export function cacheDirectory({ env, home }: Surroundings): string {
  return first(env.CACHE_DIRECTORY) ?? join(env.XDG_CACHE_HOME || join(home, '.cache'), 'plasm')
}

/** systemd separates several directories by colons; the first is ours. */
function first(list: string | undefined): string | undefined {
  return list?.split(':').find((part) => part !== '')
}
