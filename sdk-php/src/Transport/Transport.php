<?php

declare(strict_types=1);

namespace Plasm\Transport;

use Plasm\Exception\DaemonUnreachable;
use Plasm\Exception\Timeout;
use Plasm\Exception\UnreadableFile;

/** Carries requests to a daemon. Answers with any status are answers: only what never came is an exception. */
interface Transport
{
    /**
     * @throws DaemonUnreachable
     * @throws Timeout
     * @throws UnreadableFile where the body is a file that cannot be read
     */
    public function send(Request $request): Response;

    /**
     * Returns when the head of the answer is there.
     *
     * @throws DaemonUnreachable
     * @throws Timeout
     */
    public function stream(Request $request): StreamedResponse;
}
