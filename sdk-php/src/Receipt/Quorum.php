<?php

declare(strict_types=1);

namespace Plasm\Receipt;

use Plasm\Exception\NoQuorum;
use Plasm\Exception\ReceiptInvalid;

/**
 * Receipts of distinct nodes that agree on one result. Strangers that agree are *agreed*, not proven right: only a
 * re-run of your own (`plasm verify --rerun`) is that.
 */
final class Quorum
{
    /**
     * @param list<Receipt> $agreeing one a node, equal in their result digest
     * @param list<Receipt> $dissenting one a node, with another result
     * @param list<array{envelope: string, reason: ReceiptInvalid}> $refused what did not verify
     */
    private function __construct(
        public readonly array $agreeing,
        public readonly array $dissenting,
        public readonly array $refused,
    ) {
    }

    /**
     * Verifies envelopes and finds the largest group of distinct nodes that agree. A receipt that does not verify is
     * set aside; one that does not vote (wall time, cancellation, a node's failure, real clock or randomness) counts
     * neither way; of two by one node the first counts, and neither does where the two conflict.
     *
     * @param iterable<string> $envelopes
     * @param Expectation $expected must name the task; name the job and the nodes too where you know them
     * @param int $least how many distinct nodes must agree
     *
     * @throws NoQuorum where fewer do
     */
    public static function of(iterable $envelopes, Expectation $expected, int $least): self
    {
        if (!$expected->namesTask() || $least < 1) {
            throw new NoQuorum('a quorum is of one task and at least one node: name the task in the expectation');
        }
        [$votes, $refused] = self::votes($envelopes, $expected);
        $groups = [];
        foreach ($votes as $receipt) {
            $groups[$receipt->resultDigest][] = $receipt;
        }
        uasort($groups, static fn (array $a, array $b): int => count($b) <=> count($a));
        $agreeing = array_values($groups)[0] ?? [];
        $tied = count($groups) > 1 && count(array_values($groups)[1]) === count($agreeing);
        if ($tied || count($agreeing) < $least) {
            throw new NoQuorum(sprintf(
                '%d of the %d nodes needed agree%s (%d receipts refused%s)',
                count($agreeing),
                $least,
                $tied ? ', and as many say otherwise' : '',
                count($refused),
                $refused === [] ? '' : ', the first: ' . $refused[0]['reason']->getMessage(),
            ));
        }
        $dissenting = array_merge([], ...array_slice(array_values($groups), 1));

        return new self($agreeing, $dissenting, $refused);
    }

    /** The receipt of one of the nodes that agree. */
    public function receipt(): Receipt
    {
        return $this->agreeing[0];
    }

    public function resultDigest(): string
    {
        return $this->agreeing[0]->resultDigest;
    }

    /** @return list<string> peer IDs of the nodes that agree */
    public function nodes(): array
    {
        return array_map(static fn (Receipt $receipt): string => $receipt->execution->node, $this->agreeing);
    }

    /**
     * @param iterable<string> $envelopes
     *
     * @return array{list<Receipt>, list<array{envelope: string, reason: ReceiptInvalid}>}
     */
    private static function votes(iterable $envelopes, Expectation $expected): array
    {
        $verifier = new ReceiptVerifier();
        $byNode = [];
        $refused = [];
        foreach ($envelopes as $envelope) {
            try {
                $receipt = $verifier->verify($envelope, $expected)->receipt;
            } catch (ReceiptInvalid $reason) {
                $refused[] = ['envelope' => $envelope, 'reason' => $reason];
                continue;
            }
            if ($receipt->votes()) {
                $byNode[$receipt->execution->node][] = $receipt;
            }
        }
        $votes = [];
        foreach ($byNode as $receipts) {
            $contradicts = array_filter($receipts, $receipts[0]->conflictsWith(...));
            $votes = $contradicts === [] ? [...$votes, $receipts[0]] : $votes;
        }

        return [$votes, $refused];
    }
}
