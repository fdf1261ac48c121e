// Generated from schemas/ by scripts/generate.ts. Do not edit.
import type { Acceptance, Problem, ConfigView, ConfigKeyView, JobView, Settlement, JobEvent, NodeView, ReachabilityView, PeerView, ShareView, SharingView, AnswerCounts, WhyIdle, ShareChange, BanReasonView, PeerWhy, RefusalNote, BanView, BanTerms, PublicationView, ReceiptView, SnapshotView, Page, Config, ApiConfig, TcpConfig, NetworkConfig, RelayConfig, ShareConfig, Schedule, PeerQuota, StrangersQuota, JobsConfig, StoreConfig, SandboxConfig, LogConfig, OperatorConfig, TracingConfig, MetricsConfig, Envelope, Manifest, Digest, GuestPath, Task, InputFile, Limits, Request, Placement, Order, PeerId, JobId, Time, Receipt, Subject, Predicate, TaskSummary, Result, Output, OutputFile, Outcome, Execution, LogPosition, ClientFrame, ServerFrame, RequestId, Credit, RequestFrame, CreditFrame, StopFrame, ResultFrame, EventFrame, ErrorFrame, OfferParams, OfferResult, Offered, AbuseAddress, OfferLimits, Refused, OrderParams, Attachment, OrderResult, Accepted, OrderName, WatchParams, WatchEvent, WatchFetching, WatchStarted, WatchOutput, WatchAlive, WatchSettled, WatchSettledApart, BlobRequest, BlobReply, BlobFound, BlobNotFound, BlobBusy } from './types.ts'

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
export declare const validateConfigView: Validator<ConfigView>
export declare const validateConfigKeyView: Validator<ConfigKeyView>
export declare const validateJobView: Validator<JobView>
export declare const validateSettlement: Validator<Settlement>
export declare const validateJobEvent: Validator<JobEvent>
export declare const validateNodeView: Validator<NodeView>
export declare const validateReachabilityView: Validator<ReachabilityView>
export declare const validatePeerView: Validator<PeerView>
export declare const validateShareView: Validator<ShareView>
export declare const validateSharingView: Validator<SharingView>
export declare const validateAnswerCounts: Validator<AnswerCounts>
export declare const validateWhyIdle: Validator<WhyIdle>
export declare const validateShareChange: Validator<ShareChange>
export declare const validateBanReasonView: Validator<BanReasonView>
export declare const validatePeerWhy: Validator<PeerWhy>
export declare const validateRefusalNote: Validator<RefusalNote>
export declare const validateBanView: Validator<BanView>
export declare const validateBanTerms: Validator<BanTerms>
export declare const validatePublicationView: Validator<PublicationView>
export declare const validateReceiptView: Validator<ReceiptView>
export declare const validateSnapshotView: Validator<SnapshotView>
export declare const validatePage: Validator<Page>
export declare const validateConfig: Validator<Config>
export declare const validateApiConfig: Validator<ApiConfig>
export declare const validateTcpConfig: Validator<TcpConfig>
export declare const validateNetworkConfig: Validator<NetworkConfig>
export declare const validateRelayConfig: Validator<RelayConfig>
export declare const validateShareConfig: Validator<ShareConfig>
export declare const validateSchedule: Validator<Schedule>
export declare const validatePeerQuota: Validator<PeerQuota>
export declare const validateStrangersQuota: Validator<StrangersQuota>
export declare const validateJobsConfig: Validator<JobsConfig>
export declare const validateStoreConfig: Validator<StoreConfig>
export declare const validateSandboxConfig: Validator<SandboxConfig>
export declare const validateLogConfig: Validator<LogConfig>
export declare const validateOperatorConfig: Validator<OperatorConfig>
export declare const validateTracingConfig: Validator<TracingConfig>
export declare const validateMetricsConfig: Validator<MetricsConfig>
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
export declare const validateClientFrame: Validator<ClientFrame>
export declare const validateServerFrame: Validator<ServerFrame>
export declare const validateRequestId: Validator<RequestId>
export declare const validateCredit: Validator<Credit>
export declare const validateRequestFrame: Validator<RequestFrame>
export declare const validateCreditFrame: Validator<CreditFrame>
export declare const validateStopFrame: Validator<StopFrame>
export declare const validateResultFrame: Validator<ResultFrame>
export declare const validateEventFrame: Validator<EventFrame>
export declare const validateErrorFrame: Validator<ErrorFrame>
export declare const validateOfferParams: Validator<OfferParams>
export declare const validateOfferResult: Validator<OfferResult>
export declare const validateOffered: Validator<Offered>
export declare const validateAbuseAddress: Validator<AbuseAddress>
export declare const validateOfferLimits: Validator<OfferLimits>
export declare const validateRefused: Validator<Refused>
export declare const validateOrderParams: Validator<OrderParams>
export declare const validateAttachment: Validator<Attachment>
export declare const validateOrderResult: Validator<OrderResult>
export declare const validateAccepted: Validator<Accepted>
export declare const validateOrderName: Validator<OrderName>
export declare const validateWatchParams: Validator<WatchParams>
export declare const validateWatchEvent: Validator<WatchEvent>
export declare const validateWatchFetching: Validator<WatchFetching>
export declare const validateWatchStarted: Validator<WatchStarted>
export declare const validateWatchOutput: Validator<WatchOutput>
export declare const validateWatchAlive: Validator<WatchAlive>
export declare const validateWatchSettled: Validator<WatchSettled>
export declare const validateWatchSettledApart: Validator<WatchSettledApart>
export declare const validateBlobRequest: Validator<BlobRequest>
export declare const validateBlobReply: Validator<BlobReply>
export declare const validateBlobFound: Validator<BlobFound>
export declare const validateBlobNotFound: Validator<BlobNotFound>
export declare const validateBlobBusy: Validator<BlobBusy>
