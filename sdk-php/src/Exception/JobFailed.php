<?php

declare(strict_types=1);

namespace Plasm\Exception;

/**
 * No result could be had for a job: no peers, no quorum, every attempt failed. Never thrown for what the program
 * itself did (a trap or a limit is an outcome, and has a receipt).
 */
final class JobFailed extends CodedException
{
    /** @param list<array{peer: string, code?: string, reason: string}> $tried */
    public function __construct(
        string $errorCode,
        string $message,
        public readonly string $jobId,
        public readonly array $tried = [],
        public readonly ?string $help = null,
    ) {
        parent::__construct($errorCode, $message);
    }
}
