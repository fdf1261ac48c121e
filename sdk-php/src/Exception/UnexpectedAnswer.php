<?php

declare(strict_types=1);

namespace Plasm\Exception;

/** The daemon (or something in its place) answered what the API does not allow. */
final class UnexpectedAnswer extends CodedException
{
    public function __construct(string $message, ?\Throwable $previous = null)
    {
        parent::__construct('PROTOCOL_VIOLATION', $message, $previous);
    }
}
