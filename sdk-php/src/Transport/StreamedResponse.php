<?php

declare(strict_types=1);

namespace Plasm\Transport;

/** An answer that is read as it comes. */
final class StreamedResponse
{
    /**
     * @param array<string, string> $headers names in lower case
     * @param \Generator<int, string> $chunks the body; nothing is read ahead of its reader. Throws DaemonUnreachable
     *     where the connection breaks and Timeout where it falls silent.
     */
    public function __construct(
        public readonly int $status,
        public readonly array $headers,
        public readonly \Generator $chunks,
    ) {
    }

    public function isSuccess(): bool
    {
        return $this->status >= 200 && $this->status < 300;
    }
}
