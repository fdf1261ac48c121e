import type { RejectionReason } from '../runtime/outcome.ts'

/** Thrown by the decoder and the validator alone, for a fault of the module itself; becomes a `rejected` outcome. */
export class ModuleRejection extends Error {
  readonly reason: RejectionReason
  /** Byte offset in the module at which the fault was found; at most the module's length. */
  readonly offset: number
  /** For people; not part of any result. */
  readonly detail: string

  constructor(reason: RejectionReason, offset: number, detail: string) {
    super(`${reason} at byte ${offset}: ${detail}`)
    this.name = 'ModuleRejection'
    this.reason = reason
    this.offset = offset
    this.detail = detail
  }
}
