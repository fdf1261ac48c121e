<?php

declare(strict_types=1);

namespace Plasm\Receipt;

use Plasm\Exception\InvalidPeerId;
use Plasm\Exception\JsonInvalid;
use Plasm\Exception\ReceiptInvalid;

/**
 * Verifies receipts offline, with libsodium: the signature over the exact bytes first, then the schema, then that
 * digests and subjects follow from the result, then that it is the receipt that was wanted (docs/receipt.md).
 */
final class ReceiptVerifier
{
    public const PAYLOAD_TYPE = 'application/vnd.in-toto+json';

    /**
     * @param string $envelope the DSSE envelope's bytes, as the daemon or a file holds them
     *
     * @throws ReceiptInvalid whose errorCode says what is wrong
     */
    public function verify(string $envelope, ?Expectation $expected = null): Verdict
    {
        $expected ??= Expectation::none();
        $opened = Envelope::parse($envelope);
        if ($opened->payloadType !== self::PAYLOAD_TYPE) {
            throw new ReceiptInvalid(
                'PAYLOAD_TYPE_WRONG',
                'the payload type must be ' . self::PAYLOAD_TYPE . ", not $opened->payloadType",
            );
        }
        $document = self::parse($opened->payload);
        $signer = self::signer($document);
        if ($opened->keyId !== $signer->text) {
            throw new ReceiptInvalid(
                'KEY_ID_MISMATCH',
                "the envelope names the key of $opened->keyId, but the receipt is by $signer->text",
            );
        }
        if (!$opened->isSignedBy($signer)) {
            throw new ReceiptInvalid('SIGNATURE_INVALID', "the signature is not that of $signer->text over these bytes");
        }
        $receipt = Statement::receipt($document, $opened, $envelope);
        self::compare($receipt, $expected);

        return new Verdict($receipt, $expected->isComplete() ? Verdict::TRUSTED : Verdict::SIGNATURE_VALID);
    }

    private static function parse(string $payload): mixed
    {
        try {
            return StrictJson::parse($payload);
        } catch (JsonInvalid $fault) {
            throw new ReceiptInvalid('PAYLOAD_INVALID', 'the receipt: ' . $fault->getMessage(), $fault);
        }
    }

    /** The one thing that is taken from a payload before it is verified: whose key to verify it with. */
    private static function signer(mixed $document): PeerId
    {
        $node = $document->predicate->execution->node ?? null;
        try {
            return PeerId::parse(is_string($node) ? $node : '');
        } catch (InvalidPeerId $fault) {
            throw new ReceiptInvalid(
                'PAYLOAD_INVALID',
                'the receipt must name its node: /predicate/execution/node ' . $fault->getMessage(),
                $fault,
            );
        }
    }

    private static function compare(Receipt $receipt, Expectation $expected): void
    {
        $by = $receipt->execution;
        if ($expected->nodes !== null && !in_array($by->node, $expected->nodes, true)) {
            $nodes = implode(' or ', $expected->nodes);
            throw new ReceiptInvalid('NODE_MISMATCH', "expected a receipt by $nodes, this one is by $by->node");
        }
        $pairs = [
            'SUBMITTER_MISMATCH' => ['submitter', $expected->submitter, $by->submitter],
            'TASK_MISMATCH' => ['task', $expected->task, $receipt->taskDigest],
            'JOB_MISMATCH' => ['job', $expected->job, $by->job],
            'ORDER_MISMATCH' => ['order', $expected->order, $by->order],
        ];
        foreach ($pairs as $code => [$what, $wanted, $found]) {
            if ($wanted !== null && $wanted !== $found) {
                throw new ReceiptInvalid($code, "expected a receipt for $what $wanted, this one is for $found");
            }
        }
    }
}
