<?php

declare(strict_types=1);

namespace Plasm;

/**
 * How a run ended. A guest's own failure is a value: only a job that could not be run at all is an exception.
 */
final class Outcome
{
    public const KINDS = ['exited', 'trapped', 'exceeded', 'rejected', 'cancelled', 'failed'];
    public const TRAPS = [
        'unreachable', 'memory-bounds', 'table-bounds', 'indirect-call', 'divide-by-zero', 'integer-overflow',
        'float-to-int', 'stack-exhausted',
    ];
    public const LIMITS = ['fuel', 'memory', 'output', 'wallTime'];
    public const REJECTIONS = [
        'malformed', 'invalid', 'limit', 'unknown-import', 'import-type', 'no-start', 'no-memory', 'threads',
        'relaxed-simd', 'exceptions', 'tail-calls', 'extended-constants', 'typed-references', 'gc', 'memory64',
        'multi-memory', 'custom-page-sizes', 'components',
    ];
    public const FAILURES = [
        'child-died', 'child-misbehaved', 'start-failed', 'out-of-memory', 'unsupported', 'input-missing', 'restarted',
        'internal',
    ];

    private function __construct(
        /** One of KINDS. */
        public readonly string $kind,
        /** The program's exit code; null unless it exited. */
        public readonly ?int $code = null,
        /** Why it trapped, was rejected or failed; null otherwise. */
        public readonly ?string $reason = null,
        /** The limit that was exceeded: one of LIMITS; null otherwise. */
        public readonly ?string $limit = null,
        /** Byte offset in a rejected module; null otherwise. */
        public readonly ?int $offset = null,
    ) {
    }

    /** Reads an outcome that was checked before (a verified receipt's, or the daemon's). */
    public static function of(\stdClass $outcome): self
    {
        return new self(
            $outcome->kind,
            $outcome->code ?? null,
            $outcome->reason ?? null,
            $outcome->limit ?? null,
            $outcome->offset ?? null,
        );
    }

    /** True only where the program ran to its end and said 0. */
    public function isSuccess(): bool
    {
        return $this->kind === 'exited' && $this->code === 0;
    }

    /** True where every honest node must come to the same: what may vote in a quorum. */
    public function isReproducible(): bool
    {
        return !in_array($this->kind, ['failed', 'cancelled'], true) && $this->limit !== 'wallTime';
    }

    public function __toString(): string
    {
        return match ($this->kind) {
            'exited' => "exited with code $this->code",
            'trapped' => "trapped: $this->reason",
            'exceeded' => "exceeded its limit: $this->limit",
            'rejected' => "rejected: $this->reason at byte $this->offset of the module",
            'failed' => "failed: $this->reason",
            default => $this->kind,
        };
    }
}
