<?php

declare(strict_types=1);

namespace Plasm\Receipt;

use Plasm\Exception\ReceiptInvalid;
use Plasm\Manifest;

/**
 * What a receipt must be about to be believed. A good signature alone says only that some node signed it: name the
 * nodes that you asked, the task that you computed and the job that you were given.
 */
final class Expectation
{
    /**
     * @param list<string>|null $nodes
     */
    private function __construct(
        private readonly ?array $nodes = null,
        private readonly ?string $submitter = null,
        private readonly ?string $order = null,
        private readonly ?string $orderBytes = null,
        private readonly ?string $task = null,
        private readonly ?string $taskBytes = null,
        private readonly ?string $job = null,
    ) {
    }

    public static function none(): self
    {
        return new self();
    }

    /** Peer IDs, any of which may have signed it. */
    public function withNodes(string ...$nodes): self
    {
        return $this->with(['nodes' => array_values($nodes)]);
    }

    /** Peer ID of the daemon that ordered it. */
    public function withSubmitter(string $peerId): self
    {
        return $this->with(['submitter' => $peerId]);
    }

    /** Digest of the order that it answers. */
    public function withOrder(string $digest): self
    {
        return $this->with(['order' => $digest, 'orderBytes' => null]);
    }

    /** The order's payload bytes: node, submitter, task, job, attempt, runtime and isolation are held to it. */
    public function withOrderBytes(string $payload): self
    {
        return $this->with(['order' => 'sha256:' . hash('sha256', $payload), 'orderBytes' => $payload]);
    }

    public function withTask(string $digest): self
    {
        return $this->with(['task' => $digest, 'taskBytes' => null]);
    }

    /** The canonical task: the result is then held to its limits and outputs too. */
    public function withTaskBytes(string $canonical): self
    {
        return $this->with(['task' => 'sha256:' . hash('sha256', $canonical), 'taskBytes' => $canonical]);
    }

    /**
     * The task of your own manifest.
     *
     * @throws \Plasm\Exception\InvalidManifest
     */
    public function withManifest(Manifest $manifest): self
    {
        return $this->withTaskBytes($manifest->canonicalTask());
    }

    public function withJob(string $id): self
    {
        return $this->with(['job' => $id]);
    }

    /** True where node, task and job are all named (an order's bytes name all three): what it takes to trust. */
    public function isComplete(): bool
    {
        return $this->orderBytes !== null || ($this->nodes !== null && $this->task !== null && $this->job !== null);
    }

    public function namesTask(): bool
    {
        return $this->task !== null;
    }

    /**
     * @internal called by ReceiptVerifier
     *
     * @throws ReceiptInvalid
     */
    public function compare(Receipt $receipt, \stdClass $predicate): void
    {
        $by = $receipt->execution;
        $comparisons = [
            ['NODE_MISMATCH', 'node', $this->nodes, $by->node],
            ['SUBMITTER_MISMATCH', 'submitter', $this->submitter, $by->submitter],
            ['ORDER_MISMATCH', 'order', $this->order, $by->order],
            ['TASK_MISMATCH', 'task', $this->task, $receipt->taskDigest],
            ['JOB_MISMATCH', 'job', $this->job, $by->job],
        ];
        foreach ($comparisons as [$code, $what, $wanted, $found]) {
            if ($wanted !== null && !in_array($found, (array) $wanted, true)) {
                $wanted = implode(' or ', (array) $wanted) ?: 'none';
                throw new ReceiptInvalid($code, "the receipt's $what is $found, expected $wanted");
            }
        }
        if ($this->orderBytes !== null) {
            Terms::ofOrder($this->orderBytes, $predicate);
        }
        if ($this->taskBytes !== null) {
            Terms::ofTask($this->taskBytes, $predicate);
        }
    }

    /** @param array<string, mixed> $changes */
    private function with(array $changes): self
    {
        return new self(...array_values([...get_object_vars($this), ...$changes]));
    }
}
