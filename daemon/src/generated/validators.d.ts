// Generated from schemas/ by scripts/generate.ts. Do not edit.
import type { Acceptance, Problem, JobView, Settlement, JobEvent, NodeView, PeerView, ReceiptView, Page, Envelope, Manifest, Digest, GuestPath, Task, InputFile, Limits, Request, Placement, Order, PeerId, JobId, Time, Receipt, Subject, Predicate, TaskSummary, Result, Output, OutputFile, Outcome, Execution, LogPosition } from './types.ts'

/** One broken rule, as Ajv tells it (verbose). */
export interface SchemaError {
  readonly keyword: string
  readonly instancePath: string
  readonly params: Readonly<Record<string, unknown>>
  readonly schema: unknown
  readonly parentSchema: Readonly<Record<string, unknown>>
  readonly data: unknown
}

/** Says whether `data` keeps its schema, and writes the schema's defaults into it. `errors` are those of the last call. */
export interface Validator<T> {
  (data: unknown): data is T
  errors?: readonly SchemaError[] | null
}

export declare const validateAcceptance: Validator<Acceptance>
export declare const validateProblem: Validator<Problem>
export declare const validateJobView: Validator<JobView>
export declare const validateSettlement: Validator<Settlement>
export declare const validateJobEvent: Validator<JobEvent>
export declare const validateNodeView: Validator<NodeView>
export declare const validatePeerView: Validator<PeerView>
export declare const validateReceiptView: Validator<ReceiptView>
export declare const validatePage: Validator<Page>
export declare const validateEnvelope: Validator<Envelope>
export declare const validateManifest: Validator<Manifest>
export declare const validateDigest: Validator<Digest>
export declare const validateGuestPath: Validator<GuestPath>
export declare const validateTask: Validator<Task>
export declare const validateInputFile: Validator<InputFile>
export declare const validateLimits: Validator<Limits>
export declare const validateRequest: Validator<Request>
export declare const validatePlacement: Validator<Placement>
export declare const validateOrder: Validator<Order>
export declare const validatePeerId: Validator<PeerId>
export declare const validateJobId: Validator<JobId>
export declare const validateTime: Validator<Time>
export declare const validateReceipt: Validator<Receipt>
export declare const validateSubject: Validator<Subject>
export declare const validatePredicate: Validator<Predicate>
export declare const validateTaskSummary: Validator<TaskSummary>
export declare const validateResult: Validator<Result>
export declare const validateOutput: Validator<Output>
export declare const validateOutputFile: Validator<OutputFile>
export declare const validateOutcome: Validator<Outcome>
export declare const validateExecution: Validator<Execution>
export declare const validateLogPosition: Validator<LogPosition>
