<?php

declare(strict_types=1);

namespace Plasm\Exception;

/**
 * A receipt (or an order, or an acceptance) that must not be believed. `errorCode` says why, in the words of every plasm verifier: ENVELOPE_INVALID,
 * PAYLOAD_TYPE_WRONG, JSON_INVALID, PAYLOAD_INVALID, PEER_ID_INVALID, KEY_ID_MISMATCH, SIGNATURE_INVALID,
 * RESULT_DIGEST_MISMATCH, SUBJECT_MISMATCH, NODE_MISMATCH, SUBMITTER_MISMATCH, ORDER_MISMATCH, TASK_MISMATCH,
 * JOB_MISMATCH, ORDER_EXPIRED, ORDER_NOT_YET_VALID.
 */
final class ReceiptInvalid extends CodedException
{
}
