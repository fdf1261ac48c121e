<?php

declare(strict_types=1);

namespace Plasm\Receipt;

/** Who ran an attempt, for whom, how and when. Times are milliseconds since 1970 UTC by the node's own clock. */
final class Execution
{
    public function __construct(
        /** Peer ID of the node that ran it, and signed. */
        public readonly string $node,
        /** Peer ID of the daemon that asked for it. */
        public readonly string $submitter,
        /** Digest of the submitter's signed order. */
        public readonly string $order,
        public readonly string $job,
        public readonly int $attempt,
        public readonly string $runtimeName,
        public readonly string $runtimeVersion,
        /** `full` or `reduced`. */
        public readonly string $isolation,
        public readonly int $acceptedAt,
        /** Null where the attempt never started. */
        public readonly ?int $startedAt,
        public readonly int $finishedAt,
    ) {
    }
}
