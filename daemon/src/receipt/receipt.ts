import type {
  Digest,
  Execution,
  LogPosition,
  OutputFile,
  Receipt,
  Result,
  Subject,
  TaskSummary,
} from '../generated/types.ts'
import type { Signer } from '../identity/signer.ts'
import { compareUtf8 } from '../json/utf8-order.ts'
import { digestHex } from '../manifest/digest.ts'
import { payloadTypes } from './dsse.ts'
import { type Signed, signDocument } from './order.ts'
import { resultDigest } from './result.ts'

export const statementType = 'https://in-toto.io/Statement/v1'
/** Minted once, for version 1 of the predicate. */
export const predicateType = 'urn:uuid:36bd8e2a-1bba-4a17-aa3c-d0e104499239'

export interface ReceiptParts {
  readonly task: TaskSummary
  readonly result: Result
  readonly execution: Omit<Execution, 'node'>
  readonly log: LogPosition
}

export interface SignedReceipt extends Signed {
  readonly statement: Receipt
  readonly resultDigest: Digest
}

/** Signs a receipt about one attempt. The signer is the node that ran it. Files are sorted here. */
export function signReceipt(parts: ReceiptParts, signer: Signer): SignedReceipt {
  const result = { ...parts.result, files: sortedByPath(parts.result.files) }
  const digest = resultDigest(parts.task, result)
  const statement: Receipt = {
    _type: statementType,
    subject: subjectsOf(digest, result),
    predicateType,
    predicate: { task: parts.task, result, execution: { node: signer.peerId, ...parts.execution }, log: parts.log },
  }
  return { ...signDocument(payloadTypes.receipt, statement, signer), statement, resultDigest: digest }
}

/** The subjects that a result has: itself, then stdout, stderr and each file, as far as they hold a byte. */
export function subjectsOf(digest: Digest, result: Result): readonly Subject[] {
  const outputs = [{ path: 'stdout', ...result.stdout }, { path: 'stderr', ...result.stderr }, ...result.files]
  const filled = outputs.filter((output) => output.bytes > 0).map((output) => subject(output.path, output.digest))
  return [subject('result', digest), ...filled]
}

function subject(name: string, digest: Digest): Subject {
  return { name, digest: { sha256: digestHex(digest) } }
}

function sortedByPath(files: readonly OutputFile[]): readonly OutputFile[] {
  return [...files].sort((a, b) => compareUtf8(a.path, b.path))
}
