<?php

declare(strict_types=1);

namespace Plasm\Exception;

/** Too few receipts of distinct nodes agree. */
final class NoQuorum extends CodedException
{
    public function __construct(string $message, ?\Throwable $previous = null)
    {
        parent::__construct('NO_QUORUM', $message, $previous);
    }
}
