import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { databaseName, keyName } from './archive-manifest.ts'

/** Holds a restore that is whole, until the data directory takes it over. */
export const stagedName = 'restore'
/** Beside what is staged: says where what was there before goes. */
export const planName = 'plan.json'

export interface RestorePlan {
  /** A directory in the data directory, named for the moment of the restore. */
  readonly aside: string
}

/**
 * Takes over a restore that is staged in a data directory, for which this process holds the lock and in which nothing is
 * open yet. What was there before is moved aside, never removed; the path that it went to, or undefined where nothing was
 * staged. Each step is a rename, and after a crash between any two of them the next call goes on where it was.
 */
export function applyRestore(dataDirectory: string): string | undefined {
  let aside: string | undefined
  for (const step of restoreSteps(dataDirectory)) aside = step.aside
  return aside
}

/** Makes a step each time it is asked for the next; what it has still to do it finds in the directories. */
export function* restoreSteps(dataDirectory: string): Generator<{ readonly aside: string }> {
  const staged = join(dataDirectory, stagedName)
  if (!existsSync(staged)) return
  const plan = join(staged, planName)
  // Without it, only the end of an earlier restore was left to do.
  if (existsSync(plan)) {
    const { aside } = JSON.parse(readFileSync(plan, 'utf8')) as RestorePlan
    const before = join(dataDirectory, aside)
    mkdirSync(before, { recursive: true, mode: 0o700 })
    yield { aside: before }
    for (const part of parts) {
      // What is not staged any more has its place already.
      if (!existsSync(join(staged, part))) continue
      for (const name of [...(companions[part] ?? []), part]) {
        if (!existsSync(join(dataDirectory, name))) continue
        renameSync(join(dataDirectory, name), join(before, name))
        yield { aside: before }
      }
      renameSync(join(staged, part), join(dataDirectory, part))
      yield { aside: before }
    }
    syncDirectory(dataDirectory)
    rmSync(plan)
    yield { aside: before }
  }
  rmSync(staged, { recursive: true, force: true })
}

export function syncDirectory(path: string): void {
  const directory = openSync(path, 'r')
  try {
    fsyncSync(directory)
  } finally {
    closeSync(directory)
  }
}

const parts = [databaseName, keyName, 'blobs'] as const
/** They belong to the database beside them, and to no other. */
const companions: Readonly<Partial<Record<string, readonly string[]>>> = {
  [databaseName]: [`${databaseName}-wal`, `${databaseName}-shm`, `${databaseName}-journal`],
}
