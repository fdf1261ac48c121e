<?php

declare(strict_types=1);

namespace Plasm\Receipt;

/**
 * What a receipt must be about to be believed. A good signature alone says only that some node signed it: name the
 * nodes that you asked, the task that you computed and the job that you were given.
 */
final class Expectation
{
    /** @param list<string>|null $nodes peer IDs, any of which may have signed; null: not known */
    private function __construct(
        public readonly ?array $nodes = null,
        public readonly ?string $task = null,
        public readonly ?string $job = null,
        public readonly ?string $order = null,
        public readonly ?string $submitter = null,
    ) {
    }

    public static function none(): self
    {
        return new self();
    }

    public function withNodes(string $node, string ...$more): self
    {
        return new self(array_values([$node, ...$more]), $this->task, $this->job, $this->order, $this->submitter);
    }

    /** `Manifest::taskDigest()` computes it from what you submitted. */
    public function withTask(string $digest): self
    {
        return new self($this->nodes, $digest, $this->job, $this->order, $this->submitter);
    }

    public function withJob(string $id): self
    {
        return new self($this->nodes, $this->task, $id, $this->order, $this->submitter);
    }

    public function withOrder(string $digest): self
    {
        return new self($this->nodes, $this->task, $this->job, $digest, $this->submitter);
    }

    public function withSubmitter(string $peerId): self
    {
        return new self($this->nodes, $this->task, $this->job, $this->order, $peerId);
    }

    /** True where node, task and job are all named: what it takes to trust a receipt. */
    public function isComplete(): bool
    {
        return $this->nodes !== null && $this->task !== null && $this->job !== null;
    }
}
