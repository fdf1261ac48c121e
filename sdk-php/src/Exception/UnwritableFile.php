<?php

declare(strict_types=1);

namespace Plasm\Exception;

/** A local file that an output was to be saved to cannot be written. */
final class UnwritableFile extends CodedException
{
    public function __construct(string $message, ?\Throwable $previous = null)
    {
        parent::__construct('STORE_FAILED', $message, $previous);
    }
}
