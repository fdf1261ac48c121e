/** What a run may still write: stdout, stderr and files together, counted against the task's `outputBytes`. */
export class OutputBudget {
  #remaining: number

  constructor(outputBytes: number) {
    this.#remaining = outputBytes
  }

  get remaining(): number {
    return this.#remaining
  }

  /** Takes `bytes` off the budget, all of it or nothing: false where they would pass it. */
  take(bytes: number): boolean {
    if (bytes > this.#remaining) return false
    this.#remaining -= bytes
    return true
  }

  /** Gives back what was taken, for a file that was cut or is gone. */
  give(bytes: number): void {
    this.#remaining += bytes
  }
}
