<?php

declare(strict_types=1);

namespace Plasm\Exception;

/** The daemon refused a request (RFC 9457): `errorCode` is its stable code, the message its detail. */
final class ApiProblem extends CodedException
{
    /** @param list<Violation> $violations */
    public function __construct(
        string $errorCode,
        string $message,
        public readonly int $status,
        public readonly array $violations = [],
        ?\Throwable $previous = null,
    ) {
        parent::__construct($errorCode, $message, $previous);
    }
}
