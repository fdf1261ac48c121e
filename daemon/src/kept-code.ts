import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { crc32 } from 'node:zlib'

export interface KeptCodeOptions {
  /** The file with the code: one expression, ASCII. */
  readonly code: string
  /** Where what V8 made of it is kept. Of the user's own: V8 runs what it finds there. */
  readonly directory: string
  /** What names this code and no other: V8 itself looks no further than its length. */
  readonly build: string
  /** What the process is for. What one kind of them needs of the code, another would load for nothing. */
  readonly use: string
}

/** Code that V8 need not compile anew at each start. Where nothing can be kept, or what is kept is of no use, it does. */
export class KeptCode {
  readonly #options: KeptCodeOptions
  readonly #name: string
  #script: Script | undefined

  constructor(options: KeptCodeOptions) {
    this.#options = options
    this.#name = `${options.build}.${process.version}.${options.use}`
  }

  /** Whether V8 took what was kept; undefined where nothing was, or nothing whole. */
  get tookKept(): boolean | undefined {
    const rejected = this.#script?.cachedDataRejected
    return rejected === undefined ? undefined : !rejected
  }

  // biome-ignore lint/suspicious/noExplicitAny: whatever the expression gives.
  load(): any {
    const { code } = this.#options
    const cachedData = this.#find()
    this.#script = new Script(readFileSync(code, 'latin1'), {
      filename: code,
      ...(cachedData === undefined ? {} : { cachedData }),
    })
    return this.#script.runInThisContext()
  }

  /** Keeps what V8 has compiled by now, in place of what was kept of other builds, unless it was there at the start. */
  keep(): void {
    const script = this.#script
    if (script === undefined || this.tookKept === true) return
    const { directory, build } = this.#options
    try {
      const data = script.createCachedData()
      const sum = Buffer.alloc(4)
      sum.writeUInt32LE(crc32(data))
      mkdirSync(directory, { recursive: true, mode: 0o700 })
      const temporary = join(directory, `${this.#name}.${process.pid}`)
      try {
        writeFileSync(temporary, Buffer.concat([sum, data]), { mode: 0o600, flag: 'wx' })
        renameSync(temporary, join(directory, this.#name))
      } finally {
        rmSync(temporary, { force: true })
      }
      for (const name of readdirSync(directory)) {
        if (ownName.test(name) && !name.startsWith(`${build}.`)) rmSync(join(directory, name), { force: true })
      }
    } catch {
      // A full disk, a directory of somebody else's: the next start takes longer, and that is all.
    }
  }

  #find(): Buffer | undefined {
    try {
      const file = readFileSync(join(this.#options.directory, this.#name))
      const data = file.subarray(4)
      return file.length > 4 && crc32(data) === file.readUInt32LE(0) ? data : undefined
    } catch {
      return undefined // Nothing was kept yet.
    }
  }
}

const ownName = /^[0-9a-f]{16}\.v[\d.]+\.\w+$/
