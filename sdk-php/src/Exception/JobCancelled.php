<?php

declare(strict_types=1);

namespace Plasm\Exception;

/** The job was cancelled before it had a result. */
final class JobCancelled extends CodedException
{
    public function __construct(public readonly string $jobId)
    {
        parent::__construct('CANCELLED', "job $jobId was cancelled");
    }
}
