/** How a run ended: a closed set (docs/receipt.md). An outcome is a value; it is never thrown. */
export type Outcome =
  | { readonly kind: 'exited'; readonly code: number } // u32
  | { readonly kind: 'trapped'; readonly reason: TrapReason }
  | { readonly kind: 'exceeded'; readonly limit: Limit }
  | { readonly kind: 'rejected'; readonly reason: RejectionReason; readonly offset: number } // byte offset in the module
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly reason: FailureReason }

export const trapReasons = [
  'unreachable',
  'memory-bounds',
  'table-bounds',
  'indirect-call',
  'divide-by-zero',
  'integer-overflow',
  'float-to-int',
  'stack-exhausted',
] as const
export type TrapReason = (typeof trapReasons)[number]

export const limits = ['fuel', 'memory', 'output', 'wallTime'] as const
export type Limit = (typeof limits)[number]

export const rejectionReasons = [
  'malformed', // the binary format is broken
  'invalid', // well-formed, but breaks a validation rule
  'limit', // over a module limit of this semantics
  'unknown-import',
  'import-type',
  'no-start', // no exported function `_start` of type () -> ()
  'no-memory', // no exported memory named `memory`
  'threads',
  'relaxed-simd',
  'exceptions',
  'tail-calls',
  'extended-constants',
  'typed-references',
  'gc',
  'memory64',
  'multi-memory',
  'custom-page-sizes',
  'components',
] as const
export type RejectionReason = (typeof rejectionReasons)[number]

export const failureReasons = [
  'child-died',
  'child-misbehaved', // broke the protocol with the daemon
  'start-failed',
  'out-of-memory', // the host ran out, below the job's own limit
  'unsupported', // found after acceptance to need a feature that this node lacks
  'input-missing', // a blob of the task could not be had
  'restarted', // the daemon stopped while the attempt ran
  'internal',
] as const
export type FailureReason = (typeof failureReasons)[number]
