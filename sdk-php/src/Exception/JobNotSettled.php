<?php

declare(strict_types=1);

namespace Plasm\Exception;

/** The job has no result yet: call wait() first. */
final class JobNotSettled extends CodedException
{
    public function __construct(public readonly string $jobId, string $state)
    {
        parent::__construct('JOB_NOT_SETTLED', "job $jobId is $state and has no result yet; call wait() first");
    }
}
