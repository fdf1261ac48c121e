<?php

declare(strict_types=1);

namespace Plasm\Exception;

/** A local file that was named for the module or an input cannot be read, or changed while it was being sent. */
final class UnreadableFile extends CodedException
{
    public function __construct(string $message, ?\Throwable $previous = null)
    {
        parent::__construct('BLOB_NOT_FOUND', $message, $previous);
    }
}
