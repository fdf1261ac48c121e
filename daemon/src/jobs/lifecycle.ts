import type { JobState } from '../store/ports.ts'

/** What may follow what, at the submitter. A job that a restart finds open goes through `placing` again. */
const moves: Readonly<Record<JobState, readonly JobState[]>> = Object.freeze({
  queued: ['placing', 'settled'],
  placing: ['running', 'settled'],
  running: ['placing', 'settled'],
  settled: [],
})

export function mayMove(from: JobState, to: JobState): boolean {
  return moves[from].includes(to)
}

export function isTerminal(state: JobState): boolean {
  return moves[state].length === 0
}
