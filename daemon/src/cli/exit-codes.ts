import type { Settlement } from '../generated/types.ts'
import type { Outcome } from '../runtime/outcome.ts'

/**
 * How commands end; docs/cli.md lists them for users. A guest's own code passes through `run` and `submit --wait`,
 * so what is not its own stands from 201 on, where programs rarely end.
 */
export const exitCodes = Object.freeze({
  success: 0,
  /** The answer is no: a receipt that does not verify, a job that has no output yet. */
  no: 1,
  usage: 2,
  /** No daemon answers. */
  unreachable: 3,
  /** The daemon, or this command, could not do it; the error's code says why. */
  failed: 4,
  /** The daemon was told to stop, something in it hung, and it ended all the same. */
  hung: 5,
  /** `verify --rerun`: another result than the receipt says. */
  rerunDiffers: 6,
  /** `verify --rerun`: there is no result to compare, here or in the receipt. */
  rerunIncomparable: 7,
  /** `verify --rerun`: not everything is here that a run takes. */
  blobsMissing: 8,
  /** The configuration is not valid; to try again without changing it does not help, and a service manager need not. */
  misconfigured: 9,
  /** The daemon's database is damaged; to start again without mending it does not help. */
  damaged: 10,
  /** Ctrl-C, as shells count it. */
  interrupted: 130,
  trapped: 201,
  fuel: 202,
  memory: 203,
  output: 204,
  wallTime: 205,
  rejected: 206,
  nodeFailed: 207,
  cancelled: 208,
  /** A job settled without a result: no peers, no quorum. */
  noResult: 209,
  /** `plasm run` could not begin: wrong usage, no such file, no sandbox. */
  notRun: 210,
  /** `plasm run --on both`: the runtimes came to different results. */
  runtimesDiffer: 211,
  /** `plasm run --on both`: one of the runs came to nothing that could be compared. */
  runsIncomparable: 212,
  /** The guest ended with a code above 255, which no process can end with. */
  largeCode: 255,
})

/** The exit code that tells of a guest's outcome. */
export function exitCodeOf(outcome: Outcome): number {
  switch (outcome.kind) {
    case 'exited':
      return outcome.code > 255 ? exitCodes.largeCode : outcome.code
    case 'trapped':
      return exitCodes.trapped
    case 'exceeded':
      return exitCodes[outcome.limit]
    case 'rejected':
      return exitCodes.rejected
    case 'cancelled':
      return exitCodes.cancelled
    case 'failed':
      return exitCodes.nodeFailed
    default:
      return outcome satisfies never
  }
}

export function exitCodeOfSettlement(settlement: Settlement): number {
  switch (settlement.kind) {
    case 'result':
      return exitCodeOf(settlement.result.outcome)
    case 'cancelled':
      return exitCodes.cancelled
    case 'failed':
      return exitCodes.noResult
    default:
      return settlement satisfies never
  }
}
