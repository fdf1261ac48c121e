import { checkAppArmor } from './check-apparmor.ts'
import { checkClock } from './check-clock.ts'
import { checkConfiguration } from './check-configuration.ts'
import { checkDatabase } from './check-database.ts'
import { checkDisk } from './check-disk.ts'
import { checkLimits } from './check-limits.ts'
import { checkPermissions } from './check-permissions.ts'
import { checkReachability } from './check-reachability.ts'
import { checkControlGroups, checkFences, checkIsolation } from './check-sandbox.ts'
import { checkUserNamespaces } from './check-user-namespaces.ts'
import { checkVersions } from './check-versions.ts'
import type { Check } from './finding.ts'

/** In the order in which they are told. A part of plasm that has something to be looked at adds a file with its check here. */
export const checks: readonly Check[] = Object.freeze([
  checkConfiguration,
  checkVersions,
  checkPermissions,
  checkDisk,
  checkDatabase,
  checkLimits,
  checkClock,
  checkUserNamespaces,
  checkAppArmor,
  checkFences,
  checkControlGroups,
  checkIsolation,
  checkReachability,
])
