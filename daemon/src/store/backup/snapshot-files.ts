import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { PlasmError } from '../../errors.ts'
import type { Snapshot, Snapshots } from '../ports.ts'

export interface SnapshotFilesOptions {
  readonly dataDirectory: string
  /** Writes the whole database to a new file. */
  copyDatabase(path: string, signal: AbortSignal): Promise<void>
}

const keptSnapshots = 2
/** Whoever asked for it has had the time to read it, or is gone. */
const longestMs = 3_600_000
/** Files that are linked without letting anything else run. */
const linksAtOnce = 128

/**
 * Snapshots under `snapshots/` in the data directory. Blobs are hard links: they cost no room until the original is
 * evicted, and none of them can be evicted from the snapshot.
 */
export class SnapshotFiles implements Snapshots {
  readonly #options: SnapshotFilesOptions
  readonly #directory: string
  readonly #taken: { readonly id: string; readonly timer: NodeJS.Timeout }[] = []
  readonly #closing = new AbortController()
  #last: Promise<unknown> = Promise.resolve()

  /** Removes what an earlier process left. */
  constructor(options: SnapshotFilesOptions) {
    this.#options = options
    this.#directory = join(options.dataDirectory, 'snapshots')
    rmSync(this.#directory, { recursive: true, force: true })
  }

  take(): Promise<Snapshot> {
    const taken = this.#last.then(() => this.#take())
    this.#last = taken.catch(() => undefined)
    return taken
  }

  async drop(id: string): Promise<void> {
    const taken = this.#taken.find((one) => one.id === id)
    if (taken === undefined) return
    this.#taken.splice(this.#taken.indexOf(taken), 1)
    clearTimeout(taken.timer)
    await rm(join(this.#directory, id), { recursive: true, force: true })
  }

  /** Ends a copy that is being made, and removes all. */
  async close(): Promise<void> {
    this.#closing.abort(new PlasmError('SHUTTING_DOWN', 'the daemon stops, and makes no more copies'))
    await this.#last
    for (const { id } of [...this.#taken]) await this.drop(id)
    await rm(this.#directory, { recursive: true, force: true })
  }

  async #take(): Promise<Snapshot> {
    this.#closing.signal.throwIfAborted()
    while (this.#taken.length >= keptSnapshots) await this.drop(this.#taken[0]!.id)
    const { dataDirectory, copyDatabase } = this.#options
    const id = randomUUID()
    const directory = join(this.#directory, id)
    mkdirSync(join(directory, 'blobs'), { recursive: true, mode: 0o700 })
    try {
      await copyDatabase(join(directory, 'plasm.sqlite'), this.#closing.signal)
      await linkAll(join(dataDirectory, 'blobs', 'whole'), join(directory, 'blobs'))
    } catch (error) {
      await rm(directory, { recursive: true, force: true })
      throw error
    }
    const timer = setTimeout(() => void this.drop(id), longestMs).unref()
    this.#taken.push({ id, timer })
    return { id, directory, dataDirectory }
  }
}

async function linkAll(from: string, to: string): Promise<void> {
  for (const [index, name] of readdirSync(from).entries()) {
    if (index % linksAtOnce === 0) await setImmediate()
    try {
      linkSync(join(from, name), join(to, name))
    } catch (error) {
      // It was evicted meanwhile: no one holds it.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
}
