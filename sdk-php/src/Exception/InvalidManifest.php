<?php

declare(strict_types=1);

namespace Plasm\Exception;

/** A manifest that breaks its rules: every broken rule at once. Found here before it is sent, or by the daemon. */
final class InvalidManifest extends CodedException
{
    /** @param list<Violation> $violations */
    public function __construct(
        string $message,
        public readonly array $violations = [],
        ?\Throwable $previous = null,
    ) {
        parent::__construct('MANIFEST_INVALID', $message, $previous);
    }
}
