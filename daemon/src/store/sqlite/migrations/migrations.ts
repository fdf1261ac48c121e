import { firstTables } from './0001-first-tables.ts'
import { smallBlobs } from './0002-small-blobs.ts'
import { finishedAttempts } from './0003-finished-attempts.ts'
import { peers } from './0004-peers.ts'
import { rowsInOrder } from './0005-rows-in-order.ts'
import { restored } from './0006-restored.ts'
import { operatorChoices } from './0007-operator-choices.ts'
import { retention } from './0008-retention.ts'
import { denied } from './0009-denied.ts'

/** All migrations; the one at index n takes a database from version n to n + 1 (`PRAGMA user_version`). */
export const migrations: readonly string[] = Object.freeze([
  firstTables,
  smallBlobs,
  finishedAttempts,
  peers,
  rowsInOrder,
  restored,
  operatorChoices,
  retention,
  denied,
])
