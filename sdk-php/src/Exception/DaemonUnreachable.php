<?php

declare(strict_types=1);

namespace Plasm\Exception;

/** No daemon answers at the address, or the connection broke before its answer was whole. */
final class DaemonUnreachable extends CodedException
{
    public function __construct(string $message, ?\Throwable $previous = null)
    {
        parent::__construct('DAEMON_UNREACHABLE', $message, $previous);
    }
}
