<?php

declare(strict_types=1);

namespace Plasm\Exception;

/** The program wrote no file of that path below its output directories. */
final class OutputNotFound extends CodedException
{
    public function __construct(string $message, ?\Throwable $previous = null)
    {
        parent::__construct('OUTPUT_NOT_FOUND', $message, $previous);
    }
}
