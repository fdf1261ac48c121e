<?php

declare(strict_types=1);

namespace Plasm\Receipt;

/** What a verified receipt may be taken for. */
final class Verdict
{
    public const SIGNATURE_VALID = 'signature valid';
    public const TRUSTED = 'trusted';

    /** @internal use ReceiptVerifier */
    public function __construct(
        public readonly Receipt $receipt,
        /**
         * TRUSTED where node, task and job were expected and all are met; else SIGNATURE_VALID: some node signed
         * this, nothing more.
         */
        public readonly string $status,
    ) {
    }

    public function isTrusted(): bool
    {
        return $this->status === self::TRUSTED;
    }
}
