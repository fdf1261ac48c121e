<?php

declare(strict_types=1);

namespace Plasm\Transport;

/** One HTTP request to the daemon. */
final class Request
{
    /**
     * @param string $method GET, POST, PUT or DELETE
     * @param string $path with its query, percent-encoded: `/v1/jobs?limit=10`
     * @param array<string, string> $headers
     */
    public function __construct(
        public readonly string $method,
        public readonly string $path,
        public readonly array $headers = [],
        /** The body's bytes, unless it is a file's. */
        public readonly ?string $body = null,
        /** Path of the file whose bytes are the body; streamed, never held in memory. */
        public readonly ?string $bodyFile = null,
        /** Limit of the whole exchange; of a stream, the longest silence. */
        public readonly float $timeoutSeconds = 30.0,
    ) {
    }

    /** True where sending it twice does what sending it once does. */
    public function isRepeatable(): bool
    {
        return $this->method !== 'POST' || isset($this->headers['Idempotency-Key']);
    }
}
