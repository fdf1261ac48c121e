import type { Digest } from '../generated/types.ts'
import type { Outcome, RejectionReason } from '../runtime/outcome.ts'
import type { Feature } from '../runtime/runtime.ts'

/** Levels of isolation: `full` has namespaces, seccomp and the rest; `reduced` has no namespaces. */
export type Isolation = 'full' | 'reduced'
export type RuntimeName = 'interpreter' | 'v8'

/**
 * Runs tasks of strangers in processes of their own. The child can lie about its own job and nothing more:
 * what comes back is bounded, counted and digested by the caller's side of this port.
 */
export interface Sandbox {
  /** The level that this machine gives, found by trying it at start. */
  readonly isolation: Isolation
  /** Why it is not `full`; absent where it is. */
  readonly isolationReason?: string
  readonly runtimes: readonly RuntimeName[]
  /**
   * Runs one task to its end. Resolves with an outcome whatever the guest, or the child, does;
   * rejects only with SHUTTING_DOWN. Aborting `signal` kills the child: the outcome is `cancelled`.
   */
  run(job: SandboxJob, options: SandboxOptions): Promise<SandboxResult>
  /** What a module would need, decided in a child. Rejects with SANDBOX_START_FAILED, TIMEOUT, CANCELLED or SHUTTING_DOWN. */
  inspect(module: Uint8Array, options: { readonly signal: AbortSignal }): Promise<Inspection>
  /** Kills every child and waits until each is gone. */
  stop(): Promise<void>
}

export interface SandboxJob {
  /** sha256 of the canonical task: seeds the random stream. 32 bytes. */
  readonly taskDigest: Uint8Array
  readonly module: Uint8Array
  /** As the task names the module: what is learnt of it is kept under this. */
  readonly moduleDigest: Digest
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly stdin: Uint8Array
  /** Inputs, below `/in`; the guest cannot change them. */
  readonly files: readonly JobFile[]
  /** Directories whose files come back: `/out` or below it. */
  readonly outputs: readonly string[]
  readonly limits: { readonly fuel: number; readonly memoryBytes: number; readonly outputBytes: number }
  readonly clock: 'virtual' | 'real'
  readonly random: 'seeded' | 'real'
  readonly runtime: 'any' | RuntimeName
  readonly fresh: boolean
  /** Whom the job is for (a peer ID or a local name): children are never shared between submitters. */
  readonly submitter: string
  /** Milliseconds from the child's start on the job to SIGKILL. */
  readonly wallTimeMs: number
  /** Another peer's: it has the processor time that the rest of the machine leaves, and no more than others' part of it. */
  readonly givesWay?: boolean
}

/** A file by the path that the guest sees. */
export interface JobFile {
  readonly path: string
  readonly bytes: Uint8Array
}

export interface SandboxOptions {
  readonly signal: AbortSignal
  /** Called once, when a child has begun on the job. */
  onStart?(startedAt: number): void
  /** Called with each piece of output, in order, already counted against outputBytes. */
  onOutput?(stream: 'stdout' | 'stderr', bytes: Uint8Array): void
}

export interface SandboxResult {
  readonly outcome: Outcome
  /** null for failed, cancelled and exceeded wallTime; 0 for rejected and exceeded memory. */
  readonly fuel: number | null
  readonly memoryBytes: number | null
  readonly stdout: Uint8Array
  readonly stderr: Uint8Array
  /**
   * What lies in the job's `outputs`, in byte order of the paths; counted against outputBytes with the two streams. Only
   * a child that came to its end gives files: they are none where the outcome is `failed`, `cancelled` or wall time.
   */
  readonly files: readonly JobFile[]
  readonly runtime: { readonly name: string; readonly version: string }
  readonly isolation: Isolation
  /** Milliseconds since 1970 UTC; absent where no child began on it. */
  readonly startedAt?: number
  readonly finishedAt: number
}

export type Inspection =
  | { readonly kind: 'runnable'; readonly features: readonly Feature[] }
  | { readonly kind: 'rejected'; readonly reason: RejectionReason; readonly offset: number; readonly detail: string }
