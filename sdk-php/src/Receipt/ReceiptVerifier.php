<?php

declare(strict_types=1);

namespace Plasm\Receipt;

use Plasm\Exception\ReceiptInvalid;

/**
 * Verifies receipts offline, with libsodium. The first broken rule decides the error code; the order of the checks is
 * part of the format (docs/receipt.md): envelope, payload type, JSON profile, schema and rules, names, key ID,
 * signature, result digest, subjects, expectations.
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
        $document = Statement::parse($opened->payload);
        $signer = PeerId::parse($document->predicate->execution->node);
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
        $expected->compare($receipt, $document->predicate);

        return new Verdict($receipt, $expected->isComplete() ? Verdict::TRUSTED : Verdict::SIGNATURE_VALID);
    }
}
