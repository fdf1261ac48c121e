import type { DiskRoom, FileStatus, Machine, Reading } from '../../daemon/src/machine/machine.ts'

export interface FakeMachineFacts {
  readonly files?: Readonly<Record<string, string>>
  readonly statuses?: Readonly<Record<string, FileStatus>>
  /** Files that are there and may not be read. */
  readonly forbidden?: readonly string[]
  readonly room?: DiskRoom
  readonly programs?: Readonly<Record<string, { readonly code: number | null; readonly text: string }>>
  readonly userId?: number
}

/** A machine that has what it was given, and nothing else. */
export class FakeMachine implements Machine {
  readonly kernel = '6.1.0'
  readonly processId = 1
  readonly userId: number
  readonly #facts: FakeMachineFacts

  constructor(facts: FakeMachineFacts) {
    this.#facts = facts
    this.userId = facts.userId ?? 0
  }

  read(path: string): Reading {
    if (this.#facts.forbidden?.includes(path)) return { why: 'forbidden' }
    const text = this.#facts.files?.[path]
    return text === undefined ? { why: 'missing' } : { text }
  }

  status(path: string): FileStatus | undefined {
    return this.#facts.statuses?.[path]
  }

  room(): DiskRoom | undefined {
    return this.#facts.room
  }

  writable(): 'yes' {
    return 'yes'
  }

  async run(command: string) {
    return this.#facts.programs?.[command]
  }
}
