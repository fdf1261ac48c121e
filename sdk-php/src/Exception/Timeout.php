<?php

declare(strict_types=1);

namespace Plasm\Exception;

/** What was waited for did not come within the limit that the caller set; a job runs on all the same. */
final class Timeout extends CodedException
{
    public function __construct(string $message, ?\Throwable $previous = null)
    {
        parent::__construct('TIMEOUT', $message, $previous);
    }
}
