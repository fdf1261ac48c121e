import type { PeerId, Receipt, ResultSettlement } from '../generated/types.ts'
import { isDeterministic } from '../manifest/task.ts'
import { openEnvelope } from '../receipt/dsse.ts'
import type { ReceiptRow, Store } from '../store/ports.ts'
import type { JobTerms } from './job-terms.ts'

/** A receipt that was verified before it was stored. */
export function statementOf(row: ReceiptRow): Receipt {
  return JSON.parse(new TextDecoder().decode(openEnvelope(row.envelope).payload)) as Receipt
}

export interface CachedResult {
  readonly settlement: ResultSettlement
  readonly receipt: ReceiptRow
}

const ranBy = Object.freeze({ local: 'own', network: 'peers', any: 'any' } as const)

/**
 * An earlier result of the same task that this daemon may answer its own submitter with: a deterministic run that
 * exited, whose outputs are all here still. Never where replicas are wanted: they are asked for to be run. Who may have
 * run it is what `where` allows: a peer's word is no run of this daemon, and its own run is not a peer's.
 */
export function findCachedResult(
  { task, taskDigest, request, placement }: JobTerms,
  store: Store,
  self: string,
): CachedResult | undefined {
  if (!request.cache || placement.replicas > 1 || !isDeterministic(task)) return undefined
  const receipt = store.receipts.findResult(taskDigest, ranBy[placement.where])
  if (receipt === undefined) return undefined
  const { predicate, subject } = statementOf(receipt)
  const { result } = predicate
  const outputs = [result.stdout, result.stderr, ...result.files]
  if (!outputs.every(({ digest, bytes }) => bytes === 0 || store.blobs.has(digest))) return undefined
  return {
    receipt,
    settlement: {
      kind: 'result',
      trust: receipt.node === self ? 'own' : 'single',
      result,
      resultDigest: `sha256:${subject[0]?.digest.sha256}` as ResultSettlement['resultDigest'],
      agreeing: [receipt.node as PeerId],
      dissenting: [],
      cached: true,
    },
  }
}
