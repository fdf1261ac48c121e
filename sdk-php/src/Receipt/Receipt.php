<?php

declare(strict_types=1);

namespace Plasm\Receipt;

use Plasm\Outcome;

/**
 * A node's statement about one attempt, as it was signed. Only ReceiptVerifier makes one, so a Receipt that you hold
 * has a good signature; whether it is the receipt that you wanted is what a Verdict says.
 */
final class Receipt
{
    /** @internal use ReceiptVerifier */
    public function __construct(
        /** Digest of the payload bytes: the receipt's name. */
        public readonly string $digest,
        /** Names what happened: equal on every honest node. Recomputed here, not believed. */
        public readonly string $resultDigest,
        public readonly string $taskDigest,
        public readonly int $semantics,
        /** Digest of the WebAssembly module. */
        public readonly string $module,
        public readonly Outcome $outcome,
        public readonly bool $deterministic,
        /** Units of metered work; null where the outcome has none. */
        public readonly ?int $fuel,
        /** Largest linear memory in bytes; null where the outcome has none. */
        public readonly ?int $memoryBytes,
        /** @var array<string, Output> `stdout`, `stderr` and each output file by its guest path */
        public readonly array $outputs,
        public readonly Execution $execution,
        /** The envelope's exact bytes: keep these, they are the proof. */
        public readonly string $envelope,
    ) {
    }

    /** True where this result is the same on every honest node, and so may count in a quorum. */
    public function votes(): bool
    {
        return $this->outcome->isReproducible() && ($this->deterministic || $this->outcome->kind === 'rejected');
    }

    public function agreesWith(self $other): bool
    {
        return $this->resultDigest === $other->resultDigest;
    }

    /** True where both cannot be honest: same task, same semantics, both votes, other result. */
    public function conflictsWith(self $other): bool
    {
        return $this->votes()
            && $other->votes()
            && $this->taskDigest === $other->taskDigest
            && $this->semantics === $other->semantics
            && !$this->agreesWith($other);
    }
}
