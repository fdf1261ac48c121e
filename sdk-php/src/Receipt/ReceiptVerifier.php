<?php

declare(strict_types=1);

namespace Plasm\Receipt;

use Plasm\Exception\ReceiptInvalid;

/**
 * Verifies receipts offline, with libsodium. The first broken rule decides the error code; the order of the checks is
 * part of the format (docs/receipt.md): envelope, payload type, JSON profile, signer's name, key ID, signature, schema
 * and rules, other names, result digest, subjects, expectations.
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
        $signed = SignedDocument::open(
            $envelope,
            self::PAYLOAD_TYPE,
            'the receipt',
            ['predicate', 'execution', 'node'],
            Statement::check(...),
            static fn (\stdClass $statement): array => [$statement->predicate->execution->submitter],
        );
        $receipt = Statement::receipt($signed);
        $expected->compare($receipt, $signed->document->predicate);

        return new Verdict($receipt, $expected->isComplete() ? Verdict::TRUSTED : Verdict::SIGNATURE_VALID);
    }
}
